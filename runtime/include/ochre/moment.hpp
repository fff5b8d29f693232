// One reading of the wall clock. A write reads the clock once and hands the same moment to every default it
// fills, so now() is one value per call. The <chrono> view of it is in time.hpp, to keep this header cheap.
#pragma once

#include <cstdint>

namespace ochre {

/// A point in time in UTC, in microseconds since 1970-01-01T00:00:00Z, without leap seconds; negative before.
struct Moment {
  std::int64_t microseconds = 0;

  /// The system clock's time, which may jump when the clock is set. Thread-safe.
  static Moment now();
};

}  // namespace ochre
