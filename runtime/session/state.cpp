#include "session/state.hpp"

#include <algorithm>
#include <exception>

#include "core/steady_clock.hpp"
#include "ochre/errors.hpp"

namespace ochre::session {

bool WriteTurn::take(std::int64_t milliseconds, const Channel& channel) {
  bool mine = false;
  const auto attempt = [&] {
    mine = !taken_.exchange(true, std::memory_order_acquire);
    return mine || channel.cancelled();
  };
  if (!attempt()) waiting_.wait(milliseconds, attempt);
  return mine;
}

void WriteTurn::give_back() {
  taken_.store(false, std::memory_order_release);
  waiting_.wake();
}

namespace {

Pool::Limits limits_of(const Options& options, bool is_private) {
  Pool::Limits limits{options.acquire_timeout.count, options.idle_timeout.count, options.lifetime.count,
                      options.check_after.count, options.least_connections};
  if (is_private) limits.idle = limits.lifetime = 0;  // the data would go with the connection
  return limits;
}

}  // namespace

State::State(const Driver& the_driver, std::string_view url, const SchemaInfo& the_schema,
             const Options& wanted)
    : driver(the_driver),
      schema(the_schema),
      options(wanted),
      watch{wanted.on_statement, wanted.timing},
      takes_turns(the_driver.single_writer() && the_driver.connection_limit(url) > 1 &&
                  wanted.connections > 1),
      pool(std::min(wanted.connections, the_driver.connection_limit(url)),
           limits_of(wanted, the_driver.connection_limit(url) == 1),
           [this, &the_driver, address = std::string(url), wanted] {
             ConnectOptions connect;
             connect.read_only = wanted.read_only;
             connect.busy_timeout = wanted.busy_timeout.count;
             connect.cache_bytes = wanted.cache_bytes;
             return std::make_unique<Channel>(the_driver.connect(address, connect), the_driver.dialect(),
                                              wanted.statements, watch);
           }) {}

Lease::Lease(State& state, Channel* channel, Access access) : state_(state), channel_(channel) {
  if (!channel_) {
    slot_ = &state.pool.acquire();
    channel_ = slot_->channel.get();
  }
  try {
    channel_->require_open_transaction();
    if (access == Access::Write && state.takes_turns) take_turn(state, *channel_);
  } catch (...) {
    finish();
    throw;
  }
}

/// Doubts the connection of a call that fails, and that of any call while something else unwinds the stack,
/// which costs a look at it.
Lease::~Lease() {
  if (std::uncaught_exceptions() > 0) channel_->in_doubt = true;
  finish();
}

void Lease::finish() noexcept {
  end_turn(state_, *channel_);
  if (slot_) state_.pool.release(*slot_);
}

void take_turn(State& state, Channel& channel) {
  if (channel.has_turn) return;
  std::int64_t patience = state.options.acquire_timeout.count;
  if (channel.deadline() != 0) {
    const std::int64_t left = (channel.deadline() - steady_microseconds()) / 1000 + 1;
    patience = std::clamp<std::int64_t>(left, 0, patience);
  }
  if (!state.turn.take(patience, channel)) {
    channel.require_open_transaction();
    throw Busy("Another thread has been writing for " + std::to_string(patience) +
               " ms; shorten its transaction or raise Options::acquire_timeout.");
  }
  channel.has_turn = true;
}

void end_turn(State& state, Channel& channel) noexcept {
  if (!channel.has_turn || channel.depth() > 0) return;
  channel.has_turn = false;
  state.turn.give_back();
}

}  // namespace ochre::session
