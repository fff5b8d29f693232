// The time of a day without a date or zone.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace ochre {

/// Microseconds since midnight, 0 to 86'399'999'999. The default is midnight.
struct TimeOfDay {
  std::int64_t microseconds = 0;

  /// The time `hour`:`minute`:`second`; parts are not checked against their ranges.
  static constexpr TimeOfDay of(int hour, int minute, int second = 0, int microsecond = 0) {
    return {((std::int64_t{hour} * 60 + minute) * 60 + second) * 1'000'000 + microsecond};
  }

  friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

/// "12:34:56", or "12:34:56.000007" when there is a fraction.
std::string to_string(TimeOfDay time);

/// Reads "HH:MM", "HH:MM:SS" or "HH:MM:SS.ffffff". Returns false, and leaves `time` alone, for anything else.
bool from_string(std::string_view text, TimeOfDay& time);

}  // namespace ochre
