#include "json/time_text.hpp"

#include <algorithm>

namespace ochre::detail {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

// At least `width` digits, zeros in front.
char* write_digits(char* at, std::int64_t value, int width) {
  int count = 1;
  for (std::int64_t rest = value / 10; rest > 0; rest /= 10) ++count;
  char* const end = at + std::max(count, width);
  for (char* place = end; place > at; value /= 10) *--place = static_cast<char>('0' + value % 10);
  return end;
}

char* write_pair(char* at, std::int64_t value, char separator) {
  *at++ = separator;
  *at++ = static_cast<char>('0' + value / 10);
  *at++ = static_cast<char>('0' + value % 10);
  return at;
}

// The proleptic Gregorian calendar repeats every 400 years. Counting years from March puts the leap day last,
// so that the day of the year gives the month by a linear formula. <chrono> would do, but its years end at
// 32,767 and a column of microseconds reaches past year 290,000.
constexpr std::int64_t days_per_era = 146'097;
constexpr std::int64_t years_per_era = 400;
constexpr std::int64_t epoch_from_march_0 = 719'468;  // days from 0000-03-01 to 1970-01-01

struct CivilDate {
  std::int64_t year;
  std::int64_t month;
  std::int64_t day;
};

std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

CivilDate civil_date(std::int64_t days) {
  days += epoch_from_march_0;
  const std::int64_t era = floor_divide(days, days_per_era);
  const std::int64_t in_era = days - era * days_per_era;
  const std::int64_t year = (in_era - in_era / 1'460 + in_era / 36'524 - in_era / 146'096) / 365;
  const std::int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * in_year + 2) / 153;  // 0 is March
  const std::int64_t january = month >= 10 ? 1 : 0;
  return {era * years_per_era + year + january, month + 3 - 12 * january,
          in_year - (153 * month + 2) / 5 + 1};
}

std::int64_t days_of(const CivilDate& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t month = date.month + (date.month <= 2 ? 9 : -3);
  const std::int64_t era = floor_divide(year, years_per_era);
  const std::int64_t in_era = year - era * years_per_era;
  const std::int64_t in_year = (153 * month + 2) / 5 + date.day - 1;
  return era * days_per_era + 365 * in_era + in_era / 4 - in_era / 100 + in_year - epoch_from_march_0;
}

bool exists(const CivilDate& date) {
  constexpr std::int64_t longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > longest[date.month - 1]) return false;
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  return date.month != 2 || date.day < 29 || leap;
}

char* write_date(char* at, std::int64_t days) {
  const CivilDate date = civil_date(days);
  if (date.year < 0 || date.year > 9999) *at++ = date.year < 0 ? '-' : '+';
  at = write_digits(at, date.year < 0 ? -date.year : date.year, 4);
  at = write_pair(at, date.month, '-');
  return write_pair(at, date.day, '-');
}

char* write_clock(char* at, std::int64_t microseconds) {
  at = write_pair(at, microseconds / hour, 'T');
  at = write_pair(at, microseconds / minute % 60, ':');
  at = write_pair(at, microseconds / second % 60, ':');
  if (const std::int64_t fraction = microseconds % second; fraction != 0) {
    *at++ = '.';
    at = write_digits(at, fraction, 6);
    while (at[-1] == '0') --at;
  }
  return at;
}

// Reads from the front of a text; `ok` turns false at the first thing that does not fit.
struct Cursor {
  std::string_view left;
  bool ok = true;

  std::int64_t digits(std::size_t count) {
    std::int64_t value = 0;
    if (left.size() < count) ok = false;
    for (std::size_t i = 0; ok && i < count; ++i) {
      const char letter = left[i];
      if (letter < '0' || letter > '9') ok = false;
      value = value * 10 + (letter - '0');
    }
    if (ok) left.remove_prefix(count);
    return value;
  }
  void expect(char letter) {
    if (!take(letter)) ok = false;
  }
  bool take(char letter) {
    if (!left.starts_with(letter)) return false;
    left.remove_prefix(1);
    return true;
  }
};

constexpr std::size_t longest_year = 6;

std::int64_t parse_date(Cursor& in) {
  const bool signed_year = in.left.starts_with('+') || in.left.starts_with('-');
  const bool negative = in.take('-');
  if (signed_year && !negative) in.expect('+');
  std::size_t width = 4;
  while (signed_year && width < longest_year && width < in.left.size() && in.left[width] != '-') ++width;
  CivilDate date{};
  date.year = in.digits(width) * (negative ? -1 : 1);
  in.expect('-');
  date.month = in.digits(2);
  in.expect('-');
  date.day = in.digits(2);
  if (!in.ok || !exists(date)) in.ok = false;
  return in.ok ? days_of(date) : 0;
}

std::int64_t parse_fraction(Cursor& in) {
  if (!in.take('.')) return 0;
  std::int64_t value = 0;
  int count = 0;
  for (; in.ok && count < 6 && !in.left.empty() && in.left[0] >= '0' && in.left[0] <= '9'; ++count)
    value = value * 10 + in.digits(1);
  if (count == 0) in.ok = false;  // a seventh digit stays and is in the way of what must follow
  for (; count < 6; ++count) value *= 10;
  return value;
}

std::int64_t parse_clock(Cursor& in) {
  const std::int64_t hours = in.digits(2);
  in.expect(':');
  const std::int64_t minutes = in.digits(2);
  in.expect(':');
  const std::int64_t seconds = in.digits(2);
  if (hours > 23 || minutes > 59 || seconds > 59) in.ok = false;
  return hours * hour + minutes * minute + seconds * second + parse_fraction(in);
}

std::int64_t parse_offset(Cursor& in) {
  if (in.take('Z') || in.take('z')) return 0;
  const bool west = in.take('-');
  if (!west) in.expect('+');
  const std::int64_t hours = in.digits(2);
  in.expect(':');
  const std::int64_t minutes = in.digits(2);
  if (hours > 23 || minutes > 59) in.ok = false;
  const std::int64_t offset = hours * hour + minutes * minute;
  return west ? -offset : offset;
}

}  // namespace

char* write_time(char* at, Kind kind, std::int64_t value) {
  if (kind == Kind::Date) return write_date(at, value);
  const std::int64_t days = floor_divide(value, day);
  at = write_date(at, days);
  // The first day of all begins before the earliest instant, so its start has no 64-bit value.
  const std::int64_t clock = value < 0 ? (value + 1) % day + day - 1 : value % day;
  at = write_clock(at, clock);
  if (kind == Kind::Timestamp) *at++ = 'Z';
  return at;
}

bool parse_time(std::string_view text, Kind kind, std::int64_t& value) {
  Cursor in{text};
  std::int64_t result = parse_date(in);
  if (kind != Kind::Date) {
    if (!in.take('t')) in.expect('T');
    // Before 1970 the clock counts back from the next midnight, so that the earliest instant does not
    // overflow midway.
    const std::int64_t clock = parse_clock(in) - (result < 0 ? day : 0);
    if (result < 0) ++result;
    if (__builtin_mul_overflow(result, day, &result) || __builtin_add_overflow(result, clock, &result))
      in.ok = false;
    if (kind == Kind::Timestamp && __builtin_sub_overflow(result, parse_offset(in), &result)) in.ok = false;
  }
  if (!in.ok || !in.left.empty()) return false;
  value = result;
  return true;
}

}  // namespace ochre::detail
