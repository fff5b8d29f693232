// Exact decimal numbers of a fixed number of digits: Decimal<10, 2> is decimal(10, 2) of the schema. Included
// only by the headers of models that have such fields. Precision and scale are part of the type, so that a
// value takes no more room than its digits, arithmetic needs no look-ups, and mixing scales in a program is a
// compile error instead of a rounding. What queries do with them is in decimal_expression.hpp.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ochre/scalar.hpp"

namespace ochre {

namespace detail {

/// Reads `text` ([-]digits[.digits]) as an integer scaled by 10^scale. Throws ValidationFailed unless it is
/// such a text with at most `scale` digits after the point, trailing zeros aside, and at most `precision` in
/// all.
std::int64_t decimal_units(std::string_view text, int precision, int scale);
bool is_decimal(std::string_view text, int precision, int scale);
std::string decimal_text(std::int64_t units, int scale);
/// The canonical text of a decimal that does not fit 64 bits: no superfluous sign or zeros, exactly `scale`
/// digits after the point. Throws as above.
std::string wide_decimal_text(std::string_view text, int precision, int scale);
std::strong_ordering compare_wide_decimals(std::string_view left, std::string_view right);
/// `units` with another number of digits after the point. Throws ValidationFailed when there are more than
/// `precision` digits then, or when some would be cut off.
std::int64_t rescaled_units(std::int64_t units, int scale, int new_scale, int precision);
/// A decimal of `scale` digits after the point beside one of `new_scale`; an integer has none. Throws
/// ValidationFailed when it does not fit 64 bits.
Value decimal_value(std::int64_t units, int scale, int new_scale);
Value decimal_value(std::uint64_t units, int scale, int new_scale);
/// `units` if its digits fit the precision; throws ValidationFailed otherwise, also when `overflowed` is set.
std::int64_t checked_units(std::int64_t units, bool overflowed, int precision);

}  // namespace detail

/// How many digits fit 64 bits; databases without a decimal type keep such numbers as scaled integers.
inline constexpr int narrow_decimal_digits = 18;

/// A number of at most `Precision` digits, `Scale` of them after the point. The default is zero. Eight bytes;
/// comparing, adding and multiplying are those of integers with one check more. There is no division and no
/// product of two decimals, because both would round: multiply units() where that is wanted.
template <int Precision, int Scale, bool Narrow = (Precision <= narrow_decimal_digits)>
class Decimal {
  static_assert(Precision >= 1 && Scale >= 0 && Scale <= Precision);

 public:
  constexpr Decimal() = default;  ///< zero
  /// "12.50", "-3", "0.005". Throws ValidationFailed for text that is no such number (a `+`, an exponent or
  /// white space make it none) or has too many digits; zeros at the end are none too many.
  explicit Decimal(std::string_view text) : units_(detail::decimal_units(text, Precision, Scale)) {}
  /// A decimal of another type. Throws ValidationFailed when digits are lost; implicit where none can be.
  template <int P, int S>
  explicit(P - S > Precision - Scale || S > Scale) Decimal(const Decimal<P, S, true>& other)
      : units_(detail::rescaled_units(other.units(), S, Scale, Precision)) {}

  /// The number `units` / 10^Scale. Throws ValidationFailed when it has more than `Precision` digits.
  static Decimal from_units(std::int64_t units) {
    return Decimal(detail::checked_units(units, false, Precision), 0);
  }
  /// The number times 10^Scale: cents for a scale of 2.
  constexpr std::int64_t units() const { return units_; }

  /// Exact; throw ValidationFailed when the result has more than `Precision` digits.
  friend Decimal operator+(Decimal left, Decimal right) {
    std::int64_t sum = 0;
    const bool overflowed = __builtin_add_overflow(left.units_, right.units_, &sum);
    return Decimal(detail::checked_units(sum, overflowed, Precision), 0);
  }
  friend Decimal operator-(Decimal left, Decimal right) { return left + -right; }
  friend Decimal operator*(Decimal value, std::int64_t factor) {
    std::int64_t product = 0;
    const bool overflowed = __builtin_mul_overflow(value.units_, factor, &product);
    return Decimal(detail::checked_units(product, overflowed, Precision), 0);
  }
  friend Decimal operator*(std::int64_t factor, Decimal value) { return value * factor; }
  constexpr Decimal operator-() const { return Decimal(-units_, 0); }

  /// By value; decimals of different types do not compare, so that no digits go unnoticed.
  friend constexpr auto operator<=>(const Decimal&, const Decimal&) = default;

 private:
  friend struct Scalar<Decimal>;
  constexpr Decimal(std::int64_t units, int) : units_(units) {}

  std::int64_t units_ = 0;
};

/// With more than 18 digits the value is its canonical text: it can be compared in a program, and databases
/// without a decimal type keep it as text, where queries can ask for equality only. It has no arithmetic.
template <int Precision, int Scale>
class Decimal<Precision, Scale, false> {
 public:
  /// Zero, and any number as above; throws as above.
  Decimal() : text_(detail::wide_decimal_text("0", Precision, Scale)) {}
  explicit Decimal(std::string_view text) : text_(detail::wide_decimal_text(text, Precision, Scale)) {}

  /// All digits of the scale and no others in front: "0.500".
  const std::string& text() const { return text_; }

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& left, const Decimal& right) {
    return detail::compare_wide_decimals(left.text_, right.text_);
  }

 private:
  std::string text_;
};

/// "12.50": always with all digits of the scale.
template <int Precision, int Scale>
std::string to_string(const Decimal<Precision, Scale, true>& value) {
  return detail::decimal_text(value.units(), Scale);
}
template <int Precision, int Scale>
std::string to_string(const Decimal<Precision, Scale, false>& value) {
  return value.text();
}

/// Reads such a text. Returns false, and leaves `value` alone, for what the constructor refuses.
template <int Precision, int Scale, bool Narrow>
bool from_string(std::string_view text, Decimal<Precision, Scale, Narrow>& value) {
  if (!detail::is_decimal(text, Precision, Scale)) return false;
  value = Decimal<Precision, Scale, Narrow>(text);
  return true;
}

/// Whether databases can order them: wide ones are stored as text, which orders otherwise.
template <int Precision, int Scale, bool Narrow>
inline constexpr bool is_ordered<Decimal<Precision, Scale, Narrow>> = Narrow;

template <int Precision, int Scale>
struct Scalar<Decimal<Precision, Scale, true>> {
  static constexpr Kind kind = Kind::Decimal;
  using Stored = std::int64_t;
  using Sum = Decimal<narrow_decimal_digits, Scale>;
  static constexpr int scale = Scale;
  static constexpr std::int64_t store(Decimal<Precision, Scale> value) { return value.units(); }
  static constexpr Decimal<Precision, Scale> load(std::int64_t stored) { return {stored, 0}; }
  /// A whole number, or a decimal of fewer digits after the point, as one of this scale.
  template <class U>
  static Value beside(const U& value);
};
/// With its digits after the point, which databases with a decimal type need.
template <int Precision, int Scale>
Value to_value(const Decimal<Precision, Scale, true>& value) {
  return detail::decimal_value(value.units(), Scale, Scale);
}

template <int Precision, int Scale>
struct Scalar<Decimal<Precision, Scale, false>> {
  static constexpr Kind kind = Kind::Decimal;
  using Stored = std::string_view;
  static std::string_view store(const Decimal<Precision, Scale>& value) { return value.text(); }
  static Decimal<Precision, Scale> load(std::string_view stored) { return Decimal<Precision, Scale>(stored); }
};

}  // namespace ochre
