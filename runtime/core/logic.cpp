// Patterns and dates of checks.
#include "ochre/logic.hpp"

#include "ochre/errors.hpp"

namespace ochre::logic::detail {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t code_point_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && continues(text[size])) ++size;
  return size;
}

// Of the pattern's first element: `\x` is one, as is a character of several bytes.
struct Element {
  std::string_view text;
  std::size_t size = 0;
  bool any_run = false;
  bool any_one = false;
};

Element first_of(std::string_view pattern) {
  if (pattern.front() == '%') return {{}, 1, true, false};
  if (pattern.front() == '_') return {{}, 1, false, true};
  const std::size_t escape = pattern.front() == '\\' && pattern.size() > 1 ? 1 : 0;
  const std::size_t size = code_point_size(pattern.substr(escape));
  return {pattern.substr(escape, size), escape + size};
}

std::optional<std::size_t> taken(std::string_view text, const Element& element) {
  if (text.empty()) return std::nullopt;
  if (element.any_one) return code_point_size(text);
  if (!text.starts_with(element.text)) return std::nullopt;
  return element.text.size();
}

struct Civil {
  std::int64_t year;
  std::int32_t month;
  std::int32_t day;
};

// Days are counted from the first of March of a year divisible by 400, so that leap days come last.
Civil civil(std::int64_t days) {
  constexpr std::int64_t days_per_era = 146'097;
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = shifted / days_per_era - (shifted % days_per_era < 0 ? 1 : 0);
  const std::int64_t day_of_era = shifted - era * days_per_era;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;  // 0 is March
  const std::int64_t day = day_of_year - (153 * month + 2) / 5 + 1;
  return {year_of_era + era * 400 + (month >= 10 ? 1 : 0),
          static_cast<std::int32_t>(month < 10 ? month + 3 : month - 9), static_cast<std::int32_t>(day)};
}

// Where SQLite's calendar begins: noon of the day that Julian day numbers count from. Time stamps are cut to
// seconds first, towards zero, so that most of the second before it still counts.
bool is_known(std::int64_t moment, std::int64_t day) {
  constexpr std::int64_t noons_before_1970 = 2 * 2'440'588 - 1;
  constexpr std::int64_t days_until_10000 = 2'932'897;
  constexpr std::int64_t seconds_per_day = 86'400;
  const std::int64_t second = day / seconds_per_day;
  const std::int64_t first = -(day * noons_before_1970 / 2) - (second > 0 ? second - 1 : 0);
  return moment >= first && moment < days_until_10000 * day;
}

std::optional<Civil> known_civil(std::int64_t moment, std::int64_t day) {
  if (!is_known(moment, day)) return std::nullopt;
  return civil(moment / day - (moment % day < 0 ? 1 : 0));
}

}  // namespace

void no_default() { throw ValidationFailed("The default of a field has no value here."); }

// Linear in practice: only the last `%` is tried again.
bool like(std::string_view text, std::string_view pattern) {
  std::string_view retry_text;
  std::optional<std::string_view> retry_pattern;
  while (true) {
    if (pattern.empty() && text.empty()) return true;
    if (!pattern.empty()) {
      const Element element = first_of(pattern);
      if (element.any_run) {
        pattern.remove_prefix(1);
        retry_pattern = pattern;
        retry_text = text;
        continue;
      }
      if (const auto size = taken(text, element)) {
        text.remove_prefix(*size);
        pattern.remove_prefix(element.size);
        continue;
      }
    }
    if (!retry_pattern || retry_text.empty()) return false;
    retry_text.remove_prefix(code_point_size(retry_text));
    text = retry_text;
    pattern = *retry_pattern;
  }
}

std::optional<std::int32_t> year_of(std::int64_t moment, std::int64_t day) {
  const auto found = known_civil(moment, day);
  return found ? std::optional(static_cast<std::int32_t>(found->year)) : std::nullopt;
}
std::optional<std::int32_t> month_of(std::int64_t moment, std::int64_t day) {
  const auto found = known_civil(moment, day);
  return found ? std::optional(found->month) : std::nullopt;
}
std::optional<std::int32_t> day_of(std::int64_t moment, std::int64_t day) {
  const auto found = known_civil(moment, day);
  return found ? std::optional(found->day) : std::nullopt;
}

}  // namespace ochre::logic::detail
