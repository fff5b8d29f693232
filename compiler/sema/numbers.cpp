#include "sema/numbers.hpp"

#include <charconv>
#include <cmath>
#include <limits>

namespace ochrec::sema {
namespace {

template <class T>
int sign_of(const T& left, const T& right) {
  return left < right ? -1 : (right < left ? 1 : 0);
}

// Digits of whole numbers that may exceed 64 bits, with a minus sign where negative.
int compare_digits(std::string_view left, std::string_view right) {
  const bool left_negative = left.starts_with('-');
  const bool right_negative = right.starts_with('-');
  if (left_negative != right_negative) return left_negative ? -1 : 1;
  const int by_size = left.size() != right.size() ? sign_of(left.size(), right.size()) : sign_of(left, right);
  return left_negative ? -by_size : by_size;
}

std::string digits_of(const model::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  return std::get<std::string>(value);
}

}  // namespace

IntegerLimits limits_of(model::Scalar integer) {
  switch (integer) {
    case model::Scalar::Int16:
      return {std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max()};
    case model::Scalar::Int32:
      return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
    default: return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
  }
}

std::optional<std::int64_t> parse_integer(std::string_view digits, bool negative) {
  const std::string text = (negative ? "-" : "") + std::string(digits);
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> parse_float(std::string_view digits, bool negative) {
  double value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc() || end != digits.data() + digits.size() || !std::isfinite(value))
    return std::nullopt;
  return negative ? -value : value;
}

ScaledDecimal scale_decimal(std::string_view digits, bool negative, std::uint8_t precision,
                            std::uint8_t scale) {
  const std::size_t dot = digits.find('.');
  std::string_view whole = digits.substr(0, dot);
  std::string_view fraction = dot == std::string_view::npos ? "" : digits.substr(dot + 1);
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  if (fraction.size() > scale) return {{}, DecimalProblem::TooManyFractionDigits};
  std::string scaled = std::string(whole) + std::string(fraction) + std::string(scale - fraction.size(), '0');
  scaled.erase(0, std::min(scaled.find_first_not_of('0'), scaled.size() - 1));
  if (scaled.size() > precision) return {{}, DecimalProblem::TooLarge};
  if (const auto value = parse_integer(scaled, negative)) return {*value, DecimalProblem::None};
  return {(negative ? "-" : "") + scaled, DecimalProblem::None};
}

std::optional<int> compare(const model::Value& left, const model::Value& right) {
  if (left.index() == right.index()) {
    if (const auto* number = std::get_if<std::int64_t>(&left))
      return sign_of(*number, std::get<std::int64_t>(right));
    if (const auto* number = std::get_if<double>(&left)) return sign_of(*number, std::get<double>(right));
  }
  const auto is_whole = [](const model::Value& value) {
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<std::string>(value);
  };
  if (is_whole(left) && is_whole(right) && left.index() != right.index())
    return compare_digits(digits_of(left), digits_of(right));
  if (const auto* text = std::get_if<std::string>(&left); text != nullptr && is_whole(right))
    return compare_digits(*text, std::get<std::string>(right));
  return std::nullopt;
}

}  // namespace ochrec::sema
