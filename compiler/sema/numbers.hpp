// Numbers as written, to values of the type they meet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/type.hpp"

namespace ochrec::sema {

/// The smallest and largest value of an integer type.
struct IntegerLimits {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
IntegerLimits limits_of(model::Scalar integer);

/// Decimal digits to a number; nothing beyond 64 bits.
std::optional<std::int64_t> parse_integer(std::string_view digits, bool negative);

/// `12` or `12.5` to the nearest double; nothing beyond its range.
std::optional<double> parse_float(std::string_view digits, bool negative);

enum class DecimalProblem : unsigned char { None, TooManyFractionDigits, TooLarge };

/// `12.5` in `decimal(6, 2)` → 1250, as a number or, beyond 64 bits, as text.
struct ScaledDecimal {
  model::Value value;
  DecimalProblem problem = DecimalProblem::None;
};
ScaledDecimal scale_decimal(std::string_view digits, bool negative, std::uint8_t precision,
                            std::uint8_t scale);

/// Less, equal or greater for two values of one type that has an order; nothing for others.
std::optional<int> compare(const model::Value& left, const model::Value& right);

}  // namespace ochrec::sema
