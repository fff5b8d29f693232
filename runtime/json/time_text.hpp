// Dates and instants as text: RFC 3339 for instants, ISO 8601 for dates and wall-clock times.
#pragma once

#include <cstdint>
#include <string_view>

#include "ochre/kind.hpp"

namespace ochre::detail {

/// Writes a Date (days), Timestamp or DateTime (microseconds since 1970) as text of at most 40 characters;
/// returns where it ends. Fractions appear when they are not zero. Years beyond 0000..9999 get a sign, as ISO
/// 8601 has them.
char* write_time(char* at, Kind kind, std::int64_t value);

/// Reads such a text. An instant needs `Z` or an offset; a wall-clock time has none; the date must exist; a
/// leap second (:60) is refused. At most six digits of fraction, so that nothing is rounded.
bool parse_time(std::string_view text, Kind kind, std::int64_t& value);

}  // namespace ochre::detail
