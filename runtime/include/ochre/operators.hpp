// The operators of expressions: comparison, logic, arithmetic. Included by expression.hpp.
// One template each, so that a program pays for one overload and a mistake is answered by one line.
#pragma once

#include <optional>
#include <type_traits>

#include "ochre/expression.hpp"

namespace ochre {

// Comparison with a value, a column or an expression.

/// Equality. A NULL on the C++ side (std::nullopt, or an empty optional) is equal to NULL.
template <Expression L, class R>
Expr<bool> operator==(const L& left, const R& right) {
  return detail::compare(static_cast<const typename L::TypedSource&>(left),
                         detail::beside<typename L::Type>(right), Op::Equal);
}
template <Expression L, class R>
Expr<bool> operator!=(const L& left, const R& right) {
  return detail::compare(static_cast<const typename L::TypedSource&>(left),
                         detail::beside<typename L::Type>(right), Op::NotEqual);
}

namespace detail {

template <class L, class R>
Expr<bool> ordered(const L& left, const R& right, Op op) {
  using T = typename L::Type;
  if constexpr (!has_order<T>) {
    order_of<T>();
  } else if constexpr (std::is_same_v<R, std::nullopt_t>) {
    comparison_of<T, R>();
  } else {
    return compare(static_cast<const typename L::TypedSource&>(left), beside<T>(right), op);
  }
  return Expr<bool>{};
}

}  // namespace detail

template <Expression L, class R>
Expr<bool> operator<(const L& left, const R& right) {
  return detail::ordered(left, right, Op::Less);
}
template <Expression L, class R>
Expr<bool> operator<=(const L& left, const R& right) {
  return detail::ordered(left, right, Op::LessEqual);
}
template <Expression L, class R>
Expr<bool> operator>(const L& left, const R& right) {
  return detail::ordered(left, right, Op::Greater);
}
template <Expression L, class R>
Expr<bool> operator>=(const L& left, const R& right) {
  return detail::ordered(left, right, Op::GreaterEqual);
}

// Logic. Columns of bool convert; a temporary on the left grows in place.

Expr<bool> operator&&(Expr<bool>&& left, const Expr<bool>& right);
Expr<bool> operator&&(const Expr<bool>& left, const Expr<bool>& right);
Expr<bool> operator||(Expr<bool>&& left, const Expr<bool>& right);
Expr<bool> operator||(const Expr<bool>& left, const Expr<bool>& right);
Expr<bool> operator!(const Expr<bool>& condition);

namespace detail {

template <class E>
inline constexpr bool is_condition = std::is_same_v<ValueOf<typename E::Type>, bool>;

/// Two expressions of which one is no condition.
template <class L, class R>
concept NotConditions = Expression<L> && Expression<R> && !(is_condition<L> && is_condition<R>);

template <class L, class R>
Expr<bool> conditions_of() {
  static_assert(is_condition<L> && is_condition<R>,
                "&& and || join conditions; compare the column with something, as in users.age >= 18.");
  return Expr<bool>();
}

}  // namespace detail

template <class L, class R>
requires detail::NotConditions<L, R> Expr<bool>
operator&&(const L&, const R&) { return detail::conditions_of<L, R>(); }
template <class L, class R>
requires detail::NotConditions<L, R> Expr<bool>
operator||(const L&, const R&) { return detail::conditions_of<L, R>(); }

namespace detail {

template <class T>
inline constexpr bool is_number = std::is_arithmetic_v<ValueOf<T>> && !std::is_same_v<ValueOf<T>, bool>;

template <class T>
concept Number = is_number<T>;
template <class R, class L>
concept NumberWith = Number<typename L::Type> && Comparable<typename L::Type, R>;
template <class R, class L>
concept TextWith = is_text<typename L::Type> && Comparable<typename L::Type, R>;
template <class R, class L>
concept IntegerWith = is_integer<ValueOf<typename L::Type>> && Comparable<typename L::Type, R>;

template <class A, class B>
struct Wider {
  using Type = A;
};
template <class A, class B>
requires std::is_arithmetic_v<A> && std::is_arithmetic_v<B> &&
    (std::is_floating_point_v<B> > std::is_floating_point_v<A> ||
     (std::is_floating_point_v<B> == std::is_floating_point_v<A> &&
      (sizeof(B) > sizeof(A)))) struct Wider<A, B> {
  using Type = B;
};

/// The type of arithmetic between an expression of T and an operand: the wider one of two expressions, the
/// expression's own beside a literal; optional when either may be NULL.
template <class T, class R>
struct Arithmetic {
  using Type = T;
};
template <class T, Expression R>
struct Arithmetic<T, R> {
  using Plain = typename Wider<ValueOf<T>, ValueOf<typename R::Type>>::Type;
  using Type =
      std::conditional_t<is_nullable<T> || is_nullable<typename R::Type>, std::optional<Plain>, Plain>;
};

template <class L, class R>
using ArithmeticType = typename Arithmetic<typename L::Type, R>::Type;

template <class T, class L, class R>
Expr<T> typed_binary(const L& left, const R& right, Op op) {
  return Expr<T>{
      binary(static_cast<const typename L::TypedSource&>(left), beside<typename L::Type>(right), op)};
}

}  // namespace detail

template <Expression L, detail::NumberWith<L> R>
auto operator+(const L& left, const R& right) {
  return detail::typed_binary<detail::ArithmeticType<L, R>>(left, right, Op::Add);
}
/// Concatenation.
template <Expression L, detail::TextWith<L> R>
auto operator+(const L& left, const R& right) {
  return detail::typed_binary<detail::ArithmeticType<L, R>>(left, right, Op::Concat);
}
template <Expression L, detail::NumberWith<L> R>
auto operator-(const L& left, const R& right) {
  return detail::typed_binary<detail::ArithmeticType<L, R>>(left, right, Op::Subtract);
}
template <Expression L, detail::NumberWith<L> R>
auto operator*(const L& left, const R& right) {
  return detail::typed_binary<detail::ArithmeticType<L, R>>(left, right, Op::Multiply);
}
/// Division; integers truncate. NULL when the divisor is zero, on every database, so the result is optional.
template <Expression L, detail::NumberWith<L> R>
auto operator/(const L& left, const R& right) {
  using Plain = ValueOf<detail::ArithmeticType<L, R>>;
  return detail::typed_binary<std::optional<Plain>>(left, right, Op::Divide);
}
/// Remainder of integers, with the sign of the dividend. NULL when the divisor is zero.
template <Expression L, detail::IntegerWith<L> R>
auto operator%(const L& left, const R& right) {
  using Plain = ValueOf<detail::ArithmeticType<L, R>>;
  return detail::typed_binary<std::optional<Plain>>(left, right, Op::Modulo);
}
template <Expression E>
auto operator-(const E& operand) {
  static_assert(detail::is_number<typename E::Type>, "only numbers have a negative");
  return Expr<typename E::Type>{
      detail::unary(static_cast<const typename E::TypedSource&>(operand), Op::Negate)};
}

}  // namespace ochre
