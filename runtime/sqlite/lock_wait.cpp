#include "sqlite/lock_wait.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "core/steady_clock.hpp"

namespace ochre::sqlite {

int LockWait::on_busy(void* self, int earlier_calls) {
  return static_cast<LockWait*>(self)->wait(earlier_calls);
}

int LockWait::on_progress(void* self) {
  const auto* wait = static_cast<const LockWait*>(self);
  return wait->late() || wait->cancelled() ? 1 : 0;
}

void LockWait::set_deadline(sqlite3* database, std::int64_t moment) {
  deadline_ = moment;
  watch(database);
}

void LockWait::set_cancellations(sqlite3* database, const Cancellations* cancellations) {
  cancellations_ = cancellations;
  watch(database);
}

void LockWait::watch(sqlite3* database) {
  constexpr int steps = 1000;  // of SQLite's virtual machine, some tens of microseconds
  const bool watches = deadline_ != 0 || cancellations_;
  sqlite3_progress_handler(database, watches ? steps : 0, watches ? on_progress : nullptr, this);
}

bool LockWait::late() const noexcept { return deadline_ != 0 && steady_microseconds() >= deadline_; }

bool LockWait::wait(int earlier_calls) {
  const std::int64_t now = steady_microseconds();
  if (earlier_calls == 0) began_ = now;
  std::int64_t left = timeout_ * 1000 - (now - began_);
  if (deadline_ != 0) left = std::min(left, deadline_ - now);
  if (left <= 0 || interrupted() || cancelled()) return false;
  // Short transactions end within microseconds, long ones are not worth waking up for: 100 us, doubled up to
  // 10 ms.
  const std::int64_t pause = std::int64_t{100} << std::min(earlier_calls, 7);
  std::this_thread::sleep_for(std::chrono::microseconds(std::min({pause, left, std::int64_t{10'000}})));
  return !interrupted() && !cancelled();
}

}  // namespace ochre::sqlite
