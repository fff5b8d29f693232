// The clock that deadlines of transactions are told by: sessions set them, drivers watch them.
#pragma once

#include <chrono>
#include <cstdint>

namespace ochre {

/// Microseconds since some moment in the past. Never jumps, whatever the system's clock is set to.
inline std::int64_t steady_microseconds() {
  using namespace std::chrono;
  return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace ochre
