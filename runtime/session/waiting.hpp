// Waiting for something another thread gives back: a connection, or the turn to write. The fast path of both
// is one compare-and-swap and touches nothing here.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace ochre::session {

class WaitingRoom {
 public:
  /// Calls `attempt` until it returns true, or `milliseconds` have passed; then returns false.
  template <class Attempt>
  bool wait(std::int64_t milliseconds, Attempt&& attempt) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    waiting_.fetch_add(1);
    std::unique_lock lock(mutex_);
    bool done = attempt();
    while (!done && std::chrono::steady_clock::now() < end) {
      // Giving back does not fence against `waiting_`, which keeps it at one plain store; a wake-up that is
      // missed that way costs at most this long.
      returned_.wait_until(lock, std::chrono::system_clock::now() + std::chrono::milliseconds(2));
      done = attempt();
    }
    waiting_.fetch_sub(1);
    return done;
  }

  /// To be called after giving back.
  void wake() {
    if (waiting_.load(std::memory_order_relaxed) == 0) return;
    const std::lock_guard lock(mutex_);
    returned_.notify_one();
  }

 private:
  std::atomic<int> waiting_{0};
  std::mutex mutex_;
  std::condition_variable returned_;
};

}  // namespace ochre::session
