#include "ochre/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "ochre/errors.hpp"

namespace ochre::detail {
namespace {

[[noreturn]] void refuse(std::string_view text, int precision, int scale) {
  const std::string type = "decimal(" + std::to_string(precision) + ", " + std::to_string(scale) + ")";
  throw ValidationFailed(
      {{"", "decimal", "\"" + std::string(text.substr(0, 64)) + "\" is not a " + type, type}});
}

// The digits of a number without point or leading zeros, as many after the point as the scale says.
struct Digits {
  bool negative = false;
  std::string digits;
};

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::optional<Digits> scaled_digits(std::string_view text, int precision, int scale) {
  Digits out;
  std::string_view left = text;
  if (left.starts_with('-')) {
    out.negative = true;
    left.remove_prefix(1);
  }
  const std::size_t point = std::min(left.find('.'), left.size());
  const std::string_view whole = left.substr(0, point);
  std::string_view fraction = point < left.size() ? left.substr(point + 1) : std::string_view();
  const bool formed = !whole.empty() && all_digits(whole) && all_digits(fraction) &&
                      (point == left.size() || !fraction.empty());
  if (!formed) return std::nullopt;
  const auto places = static_cast<std::size_t>(scale);
  while (fraction.size() > places && fraction.ends_with('0')) fraction.remove_suffix(1);
  if (fraction.size() > places) return std::nullopt;
  out.digits = std::string(whole) + std::string(fraction) + std::string(places - fraction.size(), '0');
  out.digits.erase(0, std::min(out.digits.find_first_not_of('0'), out.digits.size()));
  if (out.digits.size() > static_cast<std::size_t>(precision)) return std::nullopt;
  if (out.digits.empty()) out.negative = false;
  return out;
}

Digits required_digits(std::string_view text, int precision, int scale) {
  std::optional<Digits> found = scaled_digits(text, precision, scale);
  if (!found) refuse(text, precision, scale);
  return *std::move(found);
}

std::string with_point(std::string digits, bool negative, int scale) {
  const auto places = static_cast<std::size_t>(scale);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return negative ? "-" + digits : digits;
}

}  // namespace

std::int64_t decimal_units(std::string_view text, int precision, int scale) {
  const Digits number = required_digits(text, precision, scale);
  std::int64_t units = 0;
  std::from_chars(number.digits.data(), number.digits.data() + number.digits.size(), units);
  return number.negative ? -units : units;
}

bool is_decimal(std::string_view text, int precision, int scale) {
  return scaled_digits(text, precision, scale).has_value();
}

std::string decimal_text(std::int64_t units, int scale) {
  std::string digits = std::to_string(units);
  if (units < 0) digits.erase(0, 1);
  return with_point(std::move(digits), units < 0, scale);
}

std::string wide_decimal_text(std::string_view text, int precision, int scale) {
  Digits number = required_digits(text, precision, scale);
  return with_point(std::move(number.digits), number.negative, scale);
}

std::strong_ordering compare_wide_decimals(std::string_view left, std::string_view right) {
  const bool negative = left.starts_with('-');
  if (negative != right.starts_with('-'))
    return negative ? std::strong_ordering::less : std::strong_ordering::greater;
  if (negative) return compare_wide_decimals(right.substr(1), left.substr(1));
  // Equal scales and no leading zeros: the longer one is greater.
  if (left.size() != right.size()) return left.size() <=> right.size();
  return left.compare(right) <=> 0;
}

std::int64_t rescaled_units(std::int64_t units, int scale, int new_scale, int precision) {
  bool overflowed = false;
  for (; scale < new_scale; ++scale) overflowed |= __builtin_mul_overflow(units, 10, &units);
  for (; scale > new_scale; --scale) {
    if (units % 10 != 0)
      throw ValidationFailed(
          {{"", "decimal",
            "the number has more than " + std::to_string(new_scale) + " digits after the point",
            std::to_string(new_scale)}});
    units /= 10;
  }
  return checked_units(units, overflowed, precision);
}

Value decimal_value(std::int64_t units, int scale, int new_scale) {
  for (; scale < new_scale; ++scale) {
    if (__builtin_mul_overflow(units, 10, &units))
      throw ValidationFailed("A number beside a decimal has too many digits.");
  }
  Value value = Value::of_integer(Kind::Decimal, units);
  value.size = static_cast<std::uint32_t>(new_scale);
  return value;
}

Value decimal_value(std::uint64_t units, int scale, int new_scale) {
  if (units > static_cast<std::uint64_t>(INT64_MAX))
    throw ValidationFailed("A number beside a decimal has too many digits.");
  return decimal_value(static_cast<std::int64_t>(units), scale, new_scale);
}

std::int64_t checked_units(std::int64_t units, bool overflowed, int precision) {
  std::int64_t limit = 1;
  for (int digit = 0; digit < precision; ++digit) limit *= 10;
  if (!overflowed && units > -limit && units < limit) return units;
  throw ValidationFailed({{"", "decimal", "the result has more than " + std::to_string(precision) + " digits",
                           std::to_string(precision)}});
}

}  // namespace ochre::detail
