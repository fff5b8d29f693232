// The connections of one database. A fixed array of busy flags on cache lines of their own: a thread tries
// the slot it had last, then the others, and waits when all are taken. The thread that holds a slot gets it
// again at no cost.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include "session/channel.hpp"
#include "session/waiting.hpp"

namespace ochre::session {

class Pool {
 public:
  using Connect = std::function<std::unique_ptr<Channel>()>;

  /// Times are milliseconds; 0 is no limit, but for `acquire`.
  struct Limits {
    std::int64_t acquire = 0;
    std::int64_t idle = 0;
    std::int64_t lifetime = 0;
    std::int64_t check = 0;  ///< how long a connection may be unused and is still trusted
    std::size_t least = 0;   ///< connections that are not closed for being idle
  };

  Pool(std::size_t size, const Limits& limits, Connect connect);
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  struct alignas(64) Slot {
    std::atomic<const void*> owner{nullptr};
    int holds = 1;  // how often the owner holds it; only the owner looks
    std::unique_ptr<Channel> channel;
    std::int64_t opened = 0;  // milliseconds of the steady clock
    std::int64_t used = 0;    // likewise; kept only when it matters
  };

  /// The slot this thread holds, or a free one. Connects when the slot has no connection. Throws Timeout, and
  /// Interrupted when `cancellation` ends the waiting. Inline: all but the compare-and-swap is a nanosecond.
  Slot& acquire(const Cancellation* cancellation = nullptr) {
    const Hint& last = hint_;
    if (last.pool != id_) return acquire_another(&last, cancellation);
    Slot& slot = *last.slot;
    const void* owner = nullptr;
    if (slot.owner.compare_exchange_strong(owner, &last, std::memory_order_acquire,
                                           std::memory_order_relaxed)) {
      return is_ready(slot) ? slot : take(slot);
    }
    if (owner != &last) return acquire_another(&last, cancellation);
    ++slot.holds;
    return slot;
  }
  void release(Slot& slot) {
    if (slot.holds > 1) {
      --slot.holds;
      return;
    }
    if (!is_ready(slot) || slot.channel->depth() != 0 || slot.channel->in_doubt) look_after(slot);
    slot.owner.store(nullptr, std::memory_order_release);
    waiting_.wake();
  }

  /// Connects as often as `least` says, once at least.
  void open_least();

  std::size_t size() const { return size_; }
  bool is_held_by_this_thread();
  /// Interrupts what other threads run.
  void interrupt();
  /// What the connections have counted, those that were closed included.
  void count(Counters& counters);

 private:
  /// The slot a thread had last. Its address is different in every thread that is alive, and stands for it.
  struct Hint {
    std::uint64_t pool;
    Slot* slot;
  };
  static thread_local constinit inline Hint hint_{};

  Slot& acquire_another(const void* me, const Cancellation* cancellation);
  Slot* held(const void* me);
  Slot* free_slot(const void* me);
  Slot& wait_for_slot(const void* me, const Cancellation* cancellation);
  Slot& take(Slot& slot);
  bool try_take(Slot& slot, const void* me);
  bool is_ready(const Slot& slot) const { return !keeps_times_ && slot.channel != nullptr; }
  void look_after(Slot& slot);
  void drop_unless_healthy(Slot& slot);
  void drop_if_stale(Slot& slot);
  void drop_idle(std::int64_t now);
  void drop(Slot& slot);

  std::size_t size_;
  Limits limits_;
  bool keeps_times_;  // whether it matters how old connections are
  Connect connect_;
  std::unique_ptr<Slot[]> slots_;
  WaitingRoom waiting_;
  std::mutex channels_mutex_;  // creation and end of channels, against interrupt() and counting
  Counters closed_;            // what closed connections had counted; under the mutex
  std::atomic<std::int64_t> waits_{0};
  std::atomic<std::size_t> open_{0};
  std::atomic<std::int64_t> looked_{0};  // when idle connections were last looked for
  std::uint64_t id_;                     // tells pools apart that lived at the same address
};

}  // namespace ochre::session
