#include "ochre/transaction.hpp"

#include "session/state.hpp"

namespace ochre {

void Transaction::add_hook(Hook* hook) { channel_->add_hook(hook); }

TransactionScope::TransactionScope(session::State* state, const TransactionOptions& options)
    : transaction_(state, nullptr) {
  auto& slot = state->pool.acquire(options.cancellation);
  session::Channel& channel = *slot.channel;
  transaction_.channel_ = &channel;
  slot_ = &slot;
  outer_deadline_ = channel.deadline();
  const bool outermost = channel.depth() == 0;
  const BeginMode mode = options.mode;
  if (options.cancellation) {
    channel.add_cancellation(*options.cancellation);
    cancellable_ = true;
  }
  try {
    channel.require_open_transaction();
    channel.limit(options.timeout.count == 0 && outermost ? state->options.transaction_timeout.count
                                                          : options.timeout.count);
    if (state->takes_turns && mode != BeginMode::ReadOnly && mode != BeginMode::Deferred)
      take_turn(*state, channel);
    channel.begin(mode);
  } catch (...) {
    leave();
    throw;
  }
}

TransactionScope::~TransactionScope() {
  if (!committed_) {
    transaction_.channel_->in_doubt = true;
    transaction_.channel_->roll_back();
  }
  leave();
}

void TransactionScope::commit() {
  session::Channel& channel = *transaction_.channel_;
  channel.commit();
  committed_ = true;
  channel.set_deadline(outer_deadline_);
  drop_cancellation();
  end_turn(*transaction_.state_, channel);
  channel.run_hooks();
}

void TransactionScope::drop_cancellation() noexcept {
  if (cancellable_) transaction_.channel_->drop_cancellation();
  cancellable_ = false;
}

void TransactionScope::leave() noexcept {
  transaction_.channel_->set_deadline(outer_deadline_);
  drop_cancellation();
  end_turn(*transaction_.state_, *transaction_.channel_);
  transaction_.state_->pool.release(*static_cast<session::Pool::Slot*>(slot_));
}

}  // namespace ochre
