// The texts of typed literals — dates, times, durations, uuids — as numbers in storage form.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/type.hpp"

namespace ochrec::sema {

/// `2026-01-31` → days since 1970-01-01. Years 0001 to 9999.
std::optional<std::int64_t> parse_date(std::string_view text);

/// `23:59`, `23:59:59`, `23:59:59.123456` → microseconds since midnight.
std::optional<std::int64_t> parse_time(std::string_view text);

/// `2026-01-31T23:59:59.5` → microseconds since 1970-01-01T00:00:00 on the same clock.
std::optional<std::int64_t> parse_datetime(std::string_view text);

/// RFC 3339: a datetime with `Z` or an offset such as `+02:00` → microseconds since 1970-01-01T00:00:00Z.
std::optional<std::int64_t> parse_timestamp(std::string_view text);

/// ISO 8601 without years and months, which have no fixed length: `P1DT12H`, `PT0.5S`, `-PT30M`, `P2W` →
/// microseconds.
std::optional<std::int64_t> parse_duration(std::string_view text);

/// `018f3c1e-7b1a-7c3e-9d2f-0123456789ab`, in either case.
std::optional<model::UuidBytes> parse_uuid(std::string_view text);

}  // namespace ochrec::sema
