#include "emit/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace ochrec::emit {
namespace {

using model::Scalar;

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t micros_per_day = 86'400 * micros_per_second;

std::string number(double value) {
  std::array<char, 64> buffer{};
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

std::string decimal(std::string digits, unsigned scale) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.erase(0, 1);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale > 0) digits.insert(digits.size() - scale, 1, '.');
  return (negative ? "-" : "") + digits;
}

template <typename... Parts>
std::string printed(const char* format, Parts... parts) {
  std::array<char, 64> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, parts...);
  return {buffer.data(), static_cast<std::size_t>(std::max(size, 0))};
}

// Days are counted from the first of March of a year divisible by 400, so that leap days come last.
std::string date(std::int64_t days) {
  constexpr std::int64_t days_per_era = 146'097;
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = shifted / days_per_era - (shifted % days_per_era < 0 ? 1 : 0);
  const std::int64_t of_era = shifted - era * days_per_era;
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  const auto day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
  const auto year = static_cast<int>(year_of_era + era * 400 + (month >= 10 ? 1 : 0));
  return printed("%04d-%02d-%02d", year, static_cast<int>(month < 10 ? month + 3 : month - 9), day);
}

std::string time_of_day(std::int64_t micros) {
  const auto seconds = static_cast<int>(micros / micros_per_second);
  std::string out = printed("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  const auto fraction = static_cast<int>(micros % micros_per_second);
  return fraction == 0 ? out : out + printed(".%06d", fraction);
}

}  // namespace

std::string CountLimit::spelled() const {
  return (low ? std::to_string(*low) : "") + ".." + (high ? std::to_string(*high) : "");
}

std::string CountLimit::violated_by(const std::string& count) const {
  if (low && high && *low == *high) return count + " != " + std::to_string(*low);
  const std::string too_low = low ? count + " < " + std::to_string(*low) : "";
  const std::string too_high = high ? count + " > " + std::to_string(*high) : "";
  return too_low + (low && high ? " || " : "") + too_high;
}

CountLimit count_limit(std::span<const model::CountRange> ranges, std::optional<std::uint32_t> most) {
  CountLimit out;
  if (most) out.high = *most;
  for (const model::CountRange& range : ranges) {
    if (range.low && *range.low > 0) out.low = std::max(out.low.value_or(0), *range.low);
    if (range.high) out.high = out.high ? std::min(*out.high, *range.high) : *range.high;
  }
  return out;
}

std::string spelled_time(Scalar scalar, std::int64_t count) {
  if (scalar == Scalar::Date) return date(count);
  if (scalar == Scalar::Time) return time_of_day(count);
  if (scalar == Scalar::Duration) return std::to_string(count) + " us";
  const std::int64_t day = count / micros_per_day - (count % micros_per_day < 0 ? 1 : 0);
  const std::string out = date(day) + "T" + time_of_day(count - day * micros_per_day);
  return scalar == Scalar::Timestamp ? out + "Z" : out;
}

std::string spelled(const model::Type& type, const model::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    return type.is(Scalar::Decimal) ? decimal(*text, type.scale) : "\"" + *text + "\"";
  if (const auto* real = std::get_if<double>(&value)) return number(*real);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  const auto* count = std::get_if<std::int64_t>(&value);
  if (count == nullptr) return {};
  switch (type.scalar) {
    case Scalar::Decimal: return decimal(std::to_string(*count), type.scale);
    case Scalar::Date:
    case Scalar::Time:
    case Scalar::Timestamp:
    case Scalar::Datetime:
    case Scalar::Duration: return spelled_time(type.scalar, *count);
    default: return std::to_string(*count);
  }
}

std::string spelled(const model::Type& type, const model::ValueRange& range) {
  std::string out;
  if (range.low) out += spelled(type, *range.low) + (range.low_exclusive ? "<" : "");
  out += "..";
  if (range.high) out += (range.high_exclusive ? "<" : "") + spelled(type, *range.high);
  return out;
}

}  // namespace ochrec::emit
