// Dates, times and UUIDs as the texts that SQLite databases hold: one form is written, with a fixed width so
// that the order of texts is the order of values, and the forms in use are read. SQLite's own are those of
// https://www.sqlite.org/lang_datefunc.html.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ochre::sqlite {

// Reading gives nothing for a text of another form, and for digits beyond the microsecond that are not zero:
// leaving them out would be seen only when the row is written back.

/// "2024-05-01" as days since 1970.
std::optional<std::int64_t> date_in(std::string_view text);
/// "12:30", "12:30:00" or "12:30:00.5" as microseconds since midnight.
std::optional<std::int64_t> time_in(std::string_view text);
/// A date, and a time after a blank or `T`, as microseconds since 1970; a date alone is its midnight.
std::optional<std::int64_t> datetime_in(std::string_view text);
/// Likewise in UTC; `Z` or an offset such as `+02:00` may follow the time.
std::optional<std::int64_t> timestamp_in(std::string_view text);

// Writing gives nothing for years that four digits do not hold, and for no time of a day.

/// "2024-05-01"
std::optional<std::string> date_text(std::int64_t days);
/// "12:30:00.000000"
std::optional<std::string> time_text(std::int64_t microseconds);
/// "2024-05-01 12:30:00.000000", of datetimes and of timestamps.
std::optional<std::string> moment_text(std::int64_t microseconds);

}  // namespace ochre::sqlite
