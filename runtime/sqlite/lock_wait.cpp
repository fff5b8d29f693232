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

bool LockWait::wait(int earlier_calls) {
  const std::int64_t now = steady_microseconds();
  if (earlier_calls == 0) began_ = now;
  const std::int64_t left = timeout_ * 1000 - (now - began_);
  if (left <= 0 || interrupted()) return false;
  // Short transactions end within microseconds, long ones are not worth waking up for: 100 us, doubled up to
  // 10 ms.
  const std::int64_t pause = std::int64_t{100} << std::min(earlier_calls, 7);
  std::this_thread::sleep_for(std::chrono::microseconds(std::min({pause, left, std::int64_t{10'000}})));
  return !interrupted();
}

}  // namespace ochre::sqlite
