#include "session/pool.hpp"

#include <algorithm>
#include <chrono>

#include "ochre/errors.hpp"

namespace ochre::session {
namespace {

std::int64_t milliseconds_now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void add_tally(Counters& counters, const Tally& tally) {
  counters.statements += tally.statements.get();
  counters.failures += tally.failures.get();
  counters.rows += tally.rows.get();
  counters.nanoseconds += tally.nanoseconds.get();
  counters.cache_hits += tally.cache_hits.get();
  counters.cache_misses += tally.cache_misses.get();
  counters.transactions += tally.transactions.get();
  counters.rollbacks += tally.rollbacks.get();
}

std::atomic<std::uint64_t> next_pool{1};

}  // namespace

Pool::Pool(std::size_t size, const Limits& limits, Connect connect)
    : size_(size == 0 ? 1 : size),
      limits_(limits),
      keeps_times_(limits.idle != 0 || limits.lifetime != 0 || limits.check != 0),
      connect_(std::move(connect)),
      slots_(new Slot[size_]),
      id_(next_pool.fetch_add(1)) {}

/// For a thread whose hint leads nowhere. It may hold a slot even so: the hint is of the pool it used last.
Pool::Slot& Pool::acquire_another(const void* me, const Cancellation* cancellation) {
  if (hint_.pool != id_) {
    if (Slot* mine = held(me)) {
      ++mine->holds;
      return *mine;
    }
  }
  Slot* slot = free_slot(me);
  return take(slot ? *slot : wait_for_slot(me, cancellation));
}

/// Before a slot is given back whose connection may be beyond use, or whose times are kept.
void Pool::look_after(Slot& slot) {
  if (keeps_times_) slot.used = milliseconds_now();
  if (slot.channel && (slot.channel->depth() != 0 || slot.channel->in_doubt)) drop_unless_healthy(slot);
}

void Pool::drop_unless_healthy(Slot& slot) {
  slot.channel->in_doubt = false;
  if (slot.channel->depth() == 0 && slot.channel->connection().healthy()) return;
  drop(slot);
}

/// Before a connection is used again.
void Pool::drop_if_stale(Slot& slot) {
  const std::int64_t now = milliseconds_now();
  if (limits_.idle != 0) drop_idle(now);
  if (!slot.channel) return;
  const std::int64_t unused = now - slot.used;
  const bool is_old = limits_.lifetime != 0 && now - slot.opened > limits_.lifetime;
  const bool is_idle = limits_.idle != 0 && unused > limits_.idle && open_ > limits_.least;
  if (is_old || is_idle) {
    drop(slot);
  } else if (limits_.check != 0 && unused > limits_.check) {
    drop_unless_healthy(slot);
  }
}

/// Closes connections nobody has used for long. There is no thread for this: whoever uses the pool looks,
/// now and then.
void Pool::drop_idle(std::int64_t now) {
  if (now - looked_.load(std::memory_order_relaxed) < limits_.idle / 4) return;
  looked_.store(now, std::memory_order_relaxed);
  for (std::size_t i = size_; i-- > 0 && open_ > limits_.least;) {
    Slot& slot = slots_[i];
    if (slot.owner.load(std::memory_order_relaxed) != nullptr || !try_take(slot, &hint_)) continue;
    if (slot.channel && now - slot.used > limits_.idle && open_ > limits_.least) drop(slot);
    slot.owner.store(nullptr, std::memory_order_release);
    waiting_.wake();
  }
}

void Pool::drop(Slot& slot) {
  const std::lock_guard lock(channels_mutex_);
  add_tally(closed_, slot.channel->tally());
  ++closed_.connections_closed;
  --open_;
  slot.channel.reset();
}

void Pool::open_least() {
  for (std::size_t i = 0; i < size_ && i < std::max<std::size_t>(limits_.least, 1); ++i) {
    if (try_take(slots_[i], &hint_)) release(take(slots_[i]));
  }
}

bool Pool::is_held_by_this_thread() { return held(&hint_) != nullptr; }

Pool::Slot* Pool::held(const void* me) {
  for (std::size_t i = 0; i < size_; ++i) {
    if (slots_[i].owner.load(std::memory_order_relaxed) == me) {
      hint_ = {id_, &slots_[i]};
      return &slots_[i];
    }
  }
  return nullptr;
}

bool Pool::try_take(Slot& slot, const void* me) {
  const void* nobody = nullptr;
  return slot.owner.compare_exchange_strong(nobody, me, std::memory_order_acquire, std::memory_order_relaxed);
}

/// Slots with a connection first, so that a pool opens no more than it needs.
Pool::Slot* Pool::free_slot(const void* me) {
  for (const bool connected : {true, false}) {
    for (std::size_t i = 0; i < size_; ++i) {
      Slot& slot = slots_[i];
      if (slot.owner.load(std::memory_order_relaxed) != nullptr || !try_take(slot, me)) continue;
      if ((slot.channel != nullptr) == connected || !connected) {
        hint_ = {id_, &slots_[i]};
        return &slot;
      }
      slot.owner.store(nullptr, std::memory_order_release);
    }
  }
  return nullptr;
}

Pool::Slot& Pool::wait_for_slot(const void* me, const Cancellation* cancellation) {
  Slot* slot = nullptr;
  const auto cancelled = [&] { return cancellation && cancellation->cancelled(); };
  waits_.fetch_add(1, std::memory_order_relaxed);
  waiting_.wait(limits_.acquire, [&] { return (slot = free_slot(me)) != nullptr || cancelled(); });
  if (!slot && cancelled())
    throw Interrupted("The transaction was cancelled while it waited for a connection.");
  if (!slot) {
    throw Timeout("No connection became free within " + std::to_string(limits_.acquire) +
                  " ms; raise Options::connections or Options::acquire_timeout.");
  }
  return *slot;
}

/// The slot is this thread's; makes sure there is a connection in it.
Pool::Slot& Pool::take(Slot& slot) {
  if (keeps_times_ && slot.channel) drop_if_stale(slot);
  if (slot.channel) return slot;
  try {
    auto channel = connect_();
    const std::lock_guard lock(channels_mutex_);
    slot.channel = std::move(channel);
    slot.opened = slot.used = milliseconds_now();
    ++closed_.connections_opened;
    ++open_;
  } catch (...) {
    slot.owner.store(nullptr, std::memory_order_release);
    waiting_.wake();
    throw;
  }
  return slot;
}

void Pool::count(Counters& counters) {
  const std::lock_guard lock(channels_mutex_);
  counters = closed_;
  for (std::size_t i = 0; i < size_; ++i) {
    if (!slots_[i].channel) continue;
    ++counters.connections_open;
    if (slots_[i].owner.load(std::memory_order_relaxed) != nullptr) ++counters.connections_busy;
    add_tally(counters, slots_[i].channel->tally());
  }
  counters.waits = waits_.load(std::memory_order_relaxed);
}

void Pool::interrupt() {
  const void* me = &hint_;
  const std::lock_guard lock(channels_mutex_);
  for (std::size_t i = 0; i < size_; ++i) {
    const void* owner = slots_[i].owner.load(std::memory_order_acquire);
    if (owner && owner != me && slots_[i].channel) slots_[i].channel->connection().interrupt();
  }
}

}  // namespace ochre::session
