#include "sqlite/lock_wait.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace ochre::sqlite {
namespace {

std::int64_t steady_microseconds() {
  using namespace std::chrono;
  return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int LockWait::on_busy(void* self, int earlier_calls) {
  return static_cast<LockWait*>(self)->wait(earlier_calls);
}

int LockWait::on_progress(void* self) { return static_cast<LockWait*>(self)->late() ? 1 : 0; }

void LockWait::set_deadline(sqlite3* database, std::int64_t moment) {
  constexpr int steps = 1000;  // of SQLite's virtual machine, some tens of microseconds
  deadline_ = moment;
  sqlite3_progress_handler(database, moment == 0 ? 0 : steps, moment == 0 ? nullptr : on_progress, this);
}

bool LockWait::late() const noexcept { return deadline_ != 0 && steady_microseconds() >= deadline_; }

bool LockWait::wait(int earlier_calls) {
  const std::int64_t now = steady_microseconds();
  if (earlier_calls == 0) began_ = now;
  std::int64_t left = timeout_ * 1000 - (now - began_);
  if (deadline_ != 0) left = std::min(left, deadline_ - now);
  if (left <= 0 || interrupted()) return false;
  // Short transactions end within microseconds, long ones are not worth waking up for: 100 us, doubled up to
  // 10 ms.
  const std::int64_t pause = std::int64_t{100} << std::min(earlier_calls, 7);
  std::this_thread::sleep_for(std::chrono::microseconds(std::min({pause, left, std::int64_t{10'000}})));
  return !interrupted();
}

}  // namespace ochre::sqlite
