#include "sema/temporal.hpp"

#include <chrono>
#include <cstddef>

namespace ochrec::sema {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Reads a text from its start, piece by piece.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  bool next_is_digit() const { return !rest_.empty() && is_digit(rest_.front()); }

  bool skip(char letter) {
    if (rest_.empty() || rest_.front() != letter) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Exactly so many digits.
  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (std::size_t at = 0; at < count; ++at) {
      if (!is_digit(rest_[at])) return std::nullopt;
      value = value * 10 + (rest_[at] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  /// One or more digits; nothing when there are more than 64 bits of microseconds could ever need.
  std::optional<std::int64_t> number() {
    constexpr std::size_t longest = 15;
    std::int64_t value = 0;
    std::size_t count = 0;
    for (; next_is_digit(); ++count, rest_.remove_prefix(1)) {
      if (count == longest) return std::nullopt;
      value = value * 10 + (rest_.front() - '0');
    }
    return count == 0 ? std::nullopt : std::optional(value);
  }

  /// `.5` → 500000: up to six digits after a dot; zero without a dot.
  std::optional<std::int64_t> fraction() {
    if (!skip('.')) return 0;
    std::int64_t value = 0;
    std::int64_t unit = second / 10;
    if (!next_is_digit()) return std::nullopt;
    for (; next_is_digit(); unit /= 10, rest_.remove_prefix(1)) {
      if (unit == 0) return std::nullopt;
      value += unit * (rest_.front() - '0');
    }
    return value;
  }

  char letter() {
    const char found = rest_.empty() ? '\0' : rest_.front();
    if (!rest_.empty()) rest_.remove_prefix(1);
    return found;
  }

 private:
  std::string_view rest_;
};

std::optional<std::int64_t> read_date(Cursor& text) {
  const auto year = text.digits(4);
  if (!year || *year == 0 || !text.skip('-')) return std::nullopt;
  const auto month = text.digits(2);
  if (!month || !text.skip('-')) return std::nullopt;
  const auto day_of_month = text.digits(2);
  if (!day_of_month) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day_of_month)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

std::optional<std::int64_t> read_time(Cursor& text) {
  const auto hours = text.digits(2);
  if (!hours || *hours > 23 || !text.skip(':')) return std::nullopt;
  const auto minutes = text.digits(2);
  if (!minutes || *minutes > 59) return std::nullopt;
  const std::int64_t start = *hours * hour + *minutes * minute;
  if (!text.skip(':')) return start;
  const auto seconds = text.digits(2);
  if (!seconds || *seconds > 59) return std::nullopt;
  const auto fraction = text.fraction();
  if (!fraction) return std::nullopt;
  return start + *seconds * second + *fraction;
}

std::optional<std::int64_t> read_datetime(Cursor& text) {
  const auto date = read_date(text);
  if (!date || !text.skip('T')) return std::nullopt;
  const auto time = read_time(text);
  if (!time) return std::nullopt;
  return *date * day + *time;
}

std::optional<std::int64_t> read_offset(Cursor& text) {
  if (text.skip('Z')) return 0;
  const bool west = text.skip('-');
  if (!west && !text.skip('+')) return std::nullopt;
  const auto hours = text.digits(2);
  if (!hours || *hours > 23 || !text.skip(':')) return std::nullopt;
  const auto minutes = text.digits(2);
  if (!minutes || *minutes > 59) return std::nullopt;
  const std::int64_t offset = *hours * hour + *minutes * minute;
  return west ? -offset : offset;
}

std::optional<std::int64_t> whole(std::string_view text, std::optional<std::int64_t> (*read)(Cursor&)) {
  Cursor cursor(text);
  const auto value = read(cursor);
  return cursor.done() ? value : std::nullopt;
}

/// The length of a duration's unit, and its rank: units stand in falling order, each once.
struct Unit {
  std::int64_t length = 0;
  int rank = 0;
};

Unit unit_of(char letter, bool after_t) {
  switch (letter) {
    case 'W': return after_t ? Unit{} : Unit{7 * day, 5};
    case 'D': return after_t ? Unit{} : Unit{day, 4};
    case 'H': return after_t ? Unit{hour, 3} : Unit{};
    case 'M': return after_t ? Unit{minute, 2} : Unit{};
    case 'S': return after_t ? Unit{second, 1} : Unit{};
    default: return {};
  }
}

std::optional<std::int64_t> read_duration(Cursor& text) {
  const bool negative = text.skip('-');
  if (!text.skip('P')) return std::nullopt;
  std::int64_t total = 0;
  bool after_t = false;
  int rank = 6;
  while (!text.done()) {
    if (!after_t && text.skip('T')) after_t = true;
    const auto count = text.number();
    const auto fraction = text.fraction();
    if (!count || !fraction) return std::nullopt;
    const Unit unit = unit_of(text.letter(), after_t);
    if (unit.length == 0 || unit.rank >= rank || (*fraction != 0 && unit.rank != 1)) return std::nullopt;
    rank = unit.rank;
    std::int64_t part = 0;
    if (__builtin_mul_overflow(*count, unit.length, &part) || __builtin_add_overflow(total, part, &total) ||
        __builtin_add_overflow(total, *fraction, &total))
      return std::nullopt;
  }
  if (rank == 6) return std::nullopt;
  return negative ? -total : total;
}

int hex_digit(char letter) {
  if (is_digit(letter)) return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<std::int64_t> parse_date(std::string_view text) { return whole(text, read_date); }
std::optional<std::int64_t> parse_time(std::string_view text) { return whole(text, read_time); }
std::optional<std::int64_t> parse_datetime(std::string_view text) { return whole(text, read_datetime); }
std::optional<std::int64_t> parse_duration(std::string_view text) { return whole(text, read_duration); }

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
  Cursor cursor(text);
  const auto local = read_datetime(cursor);
  const auto offset = local ? read_offset(cursor) : std::nullopt;
  if (!offset || !cursor.done()) return std::nullopt;
  return *local - *offset;
}

std::optional<model::UuidBytes> parse_uuid(std::string_view text) {
  constexpr std::size_t length = 36;
  if (text.size() != length) return std::nullopt;
  model::UuidBytes bytes{};
  std::size_t filled = 0;
  for (std::size_t at = 0; at < length;) {
    if (at == 8 || at == 13 || at == 18 || at == 23) {
      if (text[at++] != '-') return std::nullopt;
      continue;
    }
    const int high = hex_digit(text[at]);
    const int low = hex_digit(text[at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes[filled++] = static_cast<std::byte>(high * 16 + low);
    at += 2;
  }
  return bytes;
}

}  // namespace ochrec::sema
