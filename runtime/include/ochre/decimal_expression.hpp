// Decimals in queries: + and - with decimals and whole numbers, * with integers, comparison, whatever the
// scales; the rest (sums, rounding, choices) is where it is for other types. Results have 18 digits, as many
// after the point as the operand that has most, so that nothing is cut off; one that needs more is an
// Overflow. Decimals of more than 18 digits are texts to SQLite and take part in nothing but equality.
// Included only by the headers of models with decimals, so that no others pay for it.
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>

#include "ochre/decimal.hpp"
#include "ochre/expression.hpp"

namespace ochre {

namespace detail {

/// Digits after the point of what can stand beside a decimal: a decimal, or an integer in C++; -1 for
/// anything else.
template <class T>
inline constexpr int decimal_scale = is_integer<T> ? 0 : -1;
template <int P, int S>
inline constexpr int decimal_scale<Decimal<P, S, true>> = S;
template <class T>
inline constexpr int decimal_scale<std::optional<T>> = decimal_scale<T>;
template <Expression E>
inline constexpr int decimal_scale<E> =
    is_integer<ValueOf<typename E::Type>> ? -1 : decimal_scale<typename E::Type>;

template <class E>
concept DecimalExpression = Expression<E> &&(decimal_scale<E> >= 0);
template <class R>
concept DecimalOperand = decimal_scale<R>
>= 0;
template <class R>
concept DecimalLiteral = !Expression<R> && decimal_scale<R> >= 0;
template <class E>
concept WholeExpression = Expression<E> && is_whole<E>;
template <class R>
concept WholeLiteral = !Expression<R> && is_whole<R>;

template <class L, class R>
inline constexpr int common_scale = decimal_scale<L> > decimal_scale<R> ? decimal_scale<L> : decimal_scale<R>;

/// Whether E has values of type T.
template <class E, class T>
inline constexpr bool is_of = false;
template <Expression E, class T>
inline constexpr bool is_of<E, T> = std::is_same_v<ValueOf<typename E::Type>, T>;

template <class R>
Value decimal_literal(const R& value, int scale) {
  if constexpr (is_nullable<R>) {
    return value ? decimal_literal(*value, scale) : Value::null(Kind::Decimal);
  } else if constexpr (std::is_unsigned_v<R>) {
    return decimal_value(static_cast<std::uint64_t>(value), 0, scale);
  } else if constexpr (std::is_integral_v<R>) {
    return decimal_value(static_cast<std::int64_t>(value), 0, scale);
  } else {
    return decimal_value(value.units(), decimal_scale<R>, scale);
  }
}

/// An operand with `Scale` digits after the point: a column or fragment that has them, or what is made of it.
template <int Scale, class R>
decltype(auto) scaled(const R& operand) {
  constexpr int own = decimal_scale<R>;
  if constexpr (!Expression<R>) {
    return decimal_literal(operand, Scale);
  } else if constexpr (own == Scale) {
    return static_cast<const typename R::TypedSource&>(operand);
  } else {
    Fragment out = fragment_of(operand);
    out.op(Op::Rescale, static_cast<std::uint8_t>(Scale - own));
    return out;
  }
}

template <class L, class R>
Expr<bool> compare_decimals(const L& left, const R& right, Op op) {
  constexpr int scale = common_scale<L, R>;
  return compare(scaled<scale>(left), scaled<scale>(right), op);
}

template <class T>
struct CanBeNull {
  static constexpr bool value = is_nullable<T>;
};
template <Expression E>
struct CanBeNull<E> {
  static constexpr bool value = is_nullable<typename E::Type>;
};

/// The type of a result with `Scale` digits after the point.
template <int Scale, class L, class R>
using DecimalResult = std::conditional_t<CanBeNull<L>::value || CanBeNull<R>::value,
                                         std::optional<Decimal<narrow_decimal_digits, Scale>>,
                                         Decimal<narrow_decimal_digits, Scale>>;

template <class L, class R>
auto decimal_sum(const L& left, const R& right, Op op) {
  constexpr int scale = common_scale<L, R>;
  Expr<DecimalResult<scale, L, R>> out;
  put(out, scaled<scale>(left));
  put(out, scaled<scale>(right));
  out.op(op);
  return out;
}

/// A decimal and an integer, which goes in as it is.
template <class D, class I>
auto decimal_product(const D& number, const I& factor) {
  Expr<DecimalResult<decimal_scale<D>, D, I>> out;
  put(out, static_cast<const typename D::TypedSource&>(number));
  if constexpr (Expression<I>) {
    put(out, static_cast<const typename I::TypedSource&>(factor));
  } else {
    out.bind(literal<std::int64_t>(factor));
  }
  out.op(Op::Multiply);
  return out;
}

template <class T, class R>
struct Joint;

/// What decimals and whole numbers have in common has as many digits after the point as the one that has
/// most.
template <int P, int S, class R>
struct Joint<Decimal<P, S, true>, R> {
  static constexpr bool fits = decimal_scale<R> >= 0;
  static constexpr bool can_follow = fits && decimal_scale<R> <= S;
  static constexpr int scale = decimal_scale<R> > S ? decimal_scale<R> : S;
  using Type = std::conditional_t<can_follow && (!Expression<R> || is_of<R, Decimal<P, S, true>>),
                                  Decimal<P, S, true>, Decimal<narrow_decimal_digits, scale>>;
  static void put(Fragment& out, const R& value) { detail::put(out, scaled<S>(value)); }
};

/// Literals of fewer digits after the point, and whole numbers, take a decimal's scale.
template <int P, int S, class U>
inline constexpr bool stands_beside<Decimal<P, S, true>, U> = decimal_scale<U> >= 0 && decimal_scale<U> <= S;
/// As stored they differ in nothing but the number of digits they may have.
template <int P, int S, int Q>
inline constexpr bool is_alike<Decimal<P, S, true>, Decimal<Q, S, true>> = true;

}  // namespace detail

template <int Precision, int Scale>
template <class U>
Value Scalar<Decimal<Precision, Scale, true>>::beside(const U& value) {
  return detail::decimal_literal(value, Scale);
}

template <detail::DecimalExpression L, detail::DecimalOperand R>
Expr<bool> operator==(const L& left, const R& right) {
  return detail::compare_decimals(left, right, Op::Equal);
}
template <detail::DecimalExpression L, detail::DecimalOperand R>
Expr<bool> operator!=(const L& left, const R& right) {
  return detail::compare_decimals(left, right, Op::NotEqual);
}
template <detail::DecimalExpression L, detail::DecimalOperand R>
Expr<bool> operator<(const L& left, const R& right) {
  return detail::compare_decimals(left, right, Op::Less);
}
template <detail::DecimalExpression L, detail::DecimalOperand R>
Expr<bool> operator<=(const L& left, const R& right) {
  return detail::compare_decimals(left, right, Op::LessEqual);
}
template <detail::DecimalExpression L, detail::DecimalOperand R>
Expr<bool> operator>(const L& left, const R& right) {
  return detail::compare_decimals(left, right, Op::Greater);
}
template <detail::DecimalExpression L, detail::DecimalOperand R>
Expr<bool> operator>=(const L& left, const R& right) {
  return detail::compare_decimals(left, right, Op::GreaterEqual);
}

template <detail::DecimalExpression L, detail::DecimalOperand R>
auto operator+(const L& left, const R& right) {
  return detail::decimal_sum(left, right, Op::Add);
}
template <detail::DecimalLiteral L, detail::DecimalExpression R>
auto operator+(const L& left, const R& right) {
  return detail::decimal_sum(left, right, Op::Add);
}
template <detail::DecimalExpression L, detail::DecimalOperand R>
auto operator-(const L& left, const R& right) {
  return detail::decimal_sum(left, right, Op::Subtract);
}
template <detail::DecimalLiteral L, detail::DecimalExpression R>
auto operator-(const L& left, const R& right) {
  return detail::decimal_sum(left, right, Op::Subtract);
}
template <detail::DecimalExpression L, detail::WholeExpression R>
auto operator*(const L& left, const R& right) {
  return detail::decimal_product(left, right);
}
template <detail::DecimalExpression L, detail::WholeLiteral R>
auto operator*(const L& left, const R& right) {
  return detail::decimal_product(left, right);
}
template <detail::WholeExpression L, detail::DecimalExpression R>
auto operator*(const L& left, const R& right) {
  return detail::decimal_product(right, left);
}
template <detail::WholeLiteral L, detail::DecimalExpression R>
auto operator*(const L& left, const R& right) {
  return detail::decimal_product(right, left);
}

/// The same number with more digits after the point, where another type is asked for: to set a column, say.
template <int Scale, detail::DecimalExpression E>
auto rescale(const E& number) {
  static_assert(Scale >= detail::decimal_scale<E> && Scale <= narrow_decimal_digits,
                "rescale() adds digits after the point, up to 18 in all; round() takes some away.");
  Expr<detail::DecimalResult<Scale, E, E>> out;
  detail::put(out, detail::scaled<Scale>(number));
  return out;
}

}  // namespace ochre
