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
[[gnu::always_inline]] inline Expr<bool> operator==(const L& left, const R& right) {
  detail::equality_of<typename L::Type, R>();
  return detail::compare(static_cast<const typename L::TypedSource&>(left),
                         detail::beside<typename L::Type>(right), Op::Equal);
}
template <Expression L, class R>
[[gnu::always_inline]] inline Expr<bool> operator!=(const L& left, const R& right) {
  detail::equality_of<typename L::Type, R>();
  return detail::compare(static_cast<const typename L::TypedSource&>(left),
                         detail::beside<typename L::Type>(right), Op::NotEqual);
}

namespace detail {

template <class L, class R>
[[gnu::always_inline]] inline Expr<bool> ordered(const L& left, const R& right, Op op) {
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
[[gnu::always_inline]] inline Expr<bool> operator<(const L& left, const R& right) {
  return detail::ordered(left, right, Op::Less);
}
template <Expression L, class R>
[[gnu::always_inline]] inline Expr<bool> operator<=(const L& left, const R& right) {
  return detail::ordered(left, right, Op::LessEqual);
}
template <Expression L, class R>
[[gnu::always_inline]] inline Expr<bool> operator>(const L& left, const R& right) {
  return detail::ordered(left, right, Op::Greater);
}
template <Expression L, class R>
[[gnu::always_inline]] inline Expr<bool> operator>=(const L& left, const R& right) {
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

/// What has a sum, an absolute value and a negative: numbers, decimals of at most 18 digits, durations.
template <class T>
concept Quantity = requires {
  typename Scalar<ValueOf<T>>::Sum;
};

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

/// The mistake of an operator, named once and with both types.
template <class LeftType, class RightType>
constexpr void arithmetic_of() {
  static_assert(is_number<LeftType> && is_comparable<LeftType, RightType>(),
                "These types do not compute. Numbers go with numbers; text is added to "
                "text, decimals to decimals and multiplied by integers, durations likewise, and added to "
                "moments.");
}

template <class L, class R>
auto arithmetic(const L& left, const R& right, Op op) {
  if constexpr (is_number<typename L::Type> && is_comparable<typename L::Type, R>()) {
    return typed_binary<ArithmeticType<L, R>>(left, right, op);
  } else {
    arithmetic_of<typename L::Type, R>();
    return Expr<typename L::Type>{};
  }
}

/// The same, NULL for a divisor of zero.
template <class L, class R>
auto division(const L& left, const R& right, Op op) {
  if constexpr (is_number<typename L::Type> && is_comparable<typename L::Type, R>()) {
    return typed_binary<std::optional<ValueOf<ArithmeticType<L, R>>>>(left, right, op);
  } else {
    arithmetic_of<typename L::Type, R>();
    return Expr<typename L::Type>{};
  }
}

template <class T>
inline constexpr bool is_whole = is_integer<ValueOf<T>>;
template <Expression E>
inline constexpr bool is_whole<E> = is_integer<ValueOf<typename E::Type>>;

}  // namespace detail

/// The sum of numbers, or one text after the other.
template <Expression L, class R>
auto operator+(const L& left, const R& right) {
  if constexpr (detail::is_text<typename L::Type> && detail::is_comparable<typename L::Type, R>()) {
    return detail::typed_binary<detail::ArithmeticType<L, R>>(left, right, Op::Concat);
  } else {
    return detail::arithmetic(left, right, Op::Add);
  }
}
template <Expression L, class R>
auto operator-(const L& left, const R& right) {
  return detail::arithmetic(left, right, Op::Subtract);
}
template <Expression L, class R>
auto operator*(const L& left, const R& right) {
  return detail::arithmetic(left, right, Op::Multiply);
}
/// Division; integers truncate. NULL when the divisor is zero, on every database, so the result is optional.
template <Expression L, class R>
auto operator/(const L& left, const R& right) {
  return detail::division(left, right, Op::Divide);
}
/// Remainder of integers, with the sign of the dividend. NULL when the divisor is zero.
template <Expression L, class R>
auto operator%(const L& left, const R& right) {
  constexpr bool whole = detail::is_whole<L> && detail::is_whole<R>;
  static_assert(whole, "The remainder % is of integers.");
  if constexpr (whole) {
    return detail::division(left, right, Op::Modulo);
  } else {
    return Expr<typename L::Type>{};
  }
}
template <Expression E>
auto operator-(const E& operand) {
  static_assert(detail::Quantity<typename E::Type>, "Only numbers, decimals and durations have a negative.");
  return Expr<typename E::Type>{
      detail::unary(static_cast<const typename E::TypedSource&>(operand), Op::Negate)};
}

}  // namespace ochre
