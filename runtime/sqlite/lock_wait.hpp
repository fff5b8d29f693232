// How long a connection's statements may take: waiting for locks that other connections hold, in a way that
// interrupt() can end, which SQLite's own busy handler sleeps through; and the deadline of a transaction.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <cstdint>

#include "core/driver.hpp"

namespace ochre::sqlite {

/// One connection's patience. Everything but `interrupt` belongs to the connection's thread.
class LockWait {
 public:
  /// `timeout` in milliseconds; 0 gives up at once.
  explicit LockWait(std::int64_t timeout) : timeout_(timeout) {}

  std::int64_t timeout() const { return timeout_; }
  /// Must stay at its address as long as the connection is open.
  void install(sqlite3* database) { sqlite3_busy_handler(database, on_busy, this); }

  /// Statements that run or wait beyond the moment, in microseconds of the steady clock, are stopped; 0: none
  /// is.
  void set_deadline(sqlite3* database, std::int64_t moment);
  std::int64_t deadline() const noexcept { return deadline_; }
  bool late() const noexcept;

  /// Statements that run or wait while one of these is cancelled are stopped; null: none is.
  void set_cancellations(sqlite3* database, const Cancellations* cancellations);
  const Cancellations* cancellations() const noexcept { return cancellations_; }
  bool cancelled() const noexcept { return cancellations_ && cancellations_->any(); }

  /// A statement starts: interrupts of earlier ones are over.
  void start() noexcept { interrupted_.store(false, std::memory_order_relaxed); }
  void interrupt() noexcept { interrupted_.store(true, std::memory_order_relaxed); }
  bool interrupted() const noexcept { return interrupted_.load(std::memory_order_relaxed); }

 private:
  static int on_busy(void* self, int earlier_calls);
  static int on_progress(void* self);
  bool wait(int earlier_calls);
  void watch(sqlite3* database);

  std::int64_t timeout_;
  std::int64_t began_ = 0;  // microseconds on the steady clock
  std::int64_t deadline_ = 0;
  const Cancellations* cancellations_ = nullptr;
  std::atomic<bool> interrupted_ = false;
};

}  // namespace ochre::sqlite
