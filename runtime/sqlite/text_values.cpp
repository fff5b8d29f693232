#include "sqlite/text_values.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace ochre::sqlite {
namespace {

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t micros_per_minute = 60 * micros_per_second;
constexpr std::int64_t micros_per_hour = 60 * micros_per_minute;
constexpr std::int64_t micros_per_day = 24 * micros_per_hour;
constexpr std::int64_t first_day = -719'528;  // 0000-01-01
constexpr std::int64_t last_day = 2'932'896;  // 9999-12-31

/// Takes parts off the front of a text; `ok` turns false at the first that does not fit.
struct Reader {
  std::string_view left;
  bool ok = true;

  bool take(char letter) {
    if (!left.starts_with(letter)) return false;
    left.remove_prefix(1);
    return true;
  }
  void expect(char letter) { ok = take(letter) && ok; }
  bool has_digit() const { return !left.empty() && left.front() >= '0' && left.front() <= '9'; }
  int digits(int count) {
    int value = 0;
    for (; count > 0; --count) {
      if (!has_digit()) {
        ok = false;
        return 0;
      }
      value = value * 10 + (left.front() - '0');
      left.remove_prefix(1);
    }
    return value;
  }
  std::int64_t below(int limit) {
    const int value = digits(2);
    ok = ok && value < limit;
    return value;
  }
};

std::int64_t read_date(Reader& in) {
  const int year = in.digits(4);
  in.expect('-');
  const int month = in.digits(2);
  in.expect('-');
  const int day = in.digits(2);
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  in.ok = in.ok && date.ok();
  return in.ok ? std::chrono::sys_days(date).time_since_epoch().count() : 0;
}

std::int64_t read_fraction(Reader& in) {
  in.ok = in.ok && in.has_digit();
  std::int64_t micros = 0;
  for (std::int64_t unit = micros_per_second / 10; in.has_digit(); unit /= 10) {
    const int digit = in.digits(1);
    in.ok = in.ok && (unit > 0 || digit == 0);
    micros += unit * digit;
  }
  return micros;
}

std::int64_t read_time(Reader& in) {
  std::int64_t micros = in.below(24) * micros_per_hour;
  in.expect(':');
  micros += in.below(60) * micros_per_minute;
  if (!in.take(':')) return micros;
  micros += in.below(60) * micros_per_second;
  return in.take('.') ? micros + read_fraction(in) : micros;
}

/// How far the time is ahead of UTC.
std::int64_t read_offset(Reader& in) {
  if (in.left.empty() || in.take('Z') || in.take('z')) return 0;
  const bool west = in.take('-');
  if (!west) in.expect('+');
  std::int64_t offset = in.below(24) * micros_per_hour;
  if (in.take(':') || in.has_digit()) offset += in.below(60) * micros_per_minute;
  return west ? -offset : offset;
}

std::int64_t read_moment(Reader& in, bool zoned) {
  std::int64_t micros = read_date(in) * micros_per_day;
  if (in.left.empty()) return micros;
  if (!in.take('T')) in.expect(' ');
  micros += read_time(in);
  return zoned ? micros - read_offset(in) : micros;
}

std::optional<std::int64_t> whole(const Reader& in, std::int64_t value) {
  return in.ok && in.left.empty() ? std::optional(value) : std::nullopt;
}

template <typename... Parts>
std::string printed(const char* format, Parts... parts) {
  std::array<char, 64> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, parts...);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace

std::optional<std::int64_t> date_in(std::string_view text) {
  Reader in{text};
  const std::int64_t days = read_date(in);
  return whole(in, days);
}

std::optional<std::int64_t> time_in(std::string_view text) {
  Reader in{text};
  const std::int64_t micros = read_time(in);
  return whole(in, micros);
}

std::optional<std::int64_t> datetime_in(std::string_view text) {
  Reader in{text};
  const std::int64_t micros = read_moment(in, false);
  return whole(in, micros);
}

std::optional<std::int64_t> timestamp_in(std::string_view text) {
  Reader in{text};
  const std::int64_t micros = read_moment(in, true);
  return whole(in, micros);
}

std::optional<std::string> date_text(std::int64_t days) {
  if (days < first_day || days > last_day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
  return printed("%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                 static_cast<unsigned>(date.day()));
}

std::optional<std::string> time_text(std::int64_t microseconds) {
  if (microseconds < 0 || microseconds >= micros_per_day) return std::nullopt;
  return printed("%02d:%02d:%02d.%06d", static_cast<int>(microseconds / micros_per_hour),
                 static_cast<int>(microseconds / micros_per_minute % 60),
                 static_cast<int>(microseconds / micros_per_second % 60),
                 static_cast<int>(microseconds % micros_per_second));
}

std::optional<std::string> moment_text(std::int64_t microseconds) {
  const std::int64_t in_day = (microseconds % micros_per_day + micros_per_day) % micros_per_day;
  const auto date = date_text(microseconds / micros_per_day - (microseconds % micros_per_day < 0 ? 1 : 0));
  if (!date) return std::nullopt;
  return *date + ' ' + *time_text(in_day);
}

}  // namespace ochre::sqlite
