// The operators of expressions: comparison, logic, arithmetic. Included by expression.hpp.
// A wrong comparison meets a catch-all that says in one line which types do not compare.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

#include "ochre/expression.hpp"

namespace ochre {

namespace detail {

template <class T, class R>
inline constexpr bool comparable_with = ComparableOrNull<T, R>;

template <class T>
concept Number = std::is_arithmetic_v<ValueOf<T>> && !std::same_as<ValueOf<T>, bool>;

/// Enums have no order of their own in the schema language.
template <class T>
inline constexpr bool has_order = !std::is_enum_v<ValueOf<T>>;

template <class R, class L>
concept EqualTo = ComparableOrNull<typename L::Type, R>;
template <class R, class L>
concept OrderedWith = Comparable<typename L::Type, R> && has_order<typename L::Type>;
template <class R, class L>
concept NumberWith = Number<typename L::Type> && Comparable<typename L::Type, R>;
template <class R, class L>
concept TextWith = Textual<typename L::Type> && Comparable<typename L::Type, R>;
template <class R, class L>
concept IntegerWith = Integer<ValueOf<typename L::Type>> && Comparable<typename L::Type, R>;

/// Instantiated only for mistakes, so that the compiler names both types in its one error.
template <class ColumnType, class OtherType>
void comparison_of() {
  static_assert(
      comparable_with<ColumnType, OtherType>,
      "These types do not compare. Integers compare with integers, floats with numbers, text with text, "
      "everything else with its own type; std::nullopt only with == and !=.");
}

/// The same for `<` and its kin.
template <class ColumnType, class OtherType>
void order_of() {
  static_assert(has_order<ColumnType>, "Enums have no order to compare by; use ==, in() or order_by().");
  if constexpr (has_order<ColumnType>) {
    static_assert(
        Comparable<ColumnType, OtherType>,
        "These types do not compare. Integers compare with integers, floats with numbers, text with text, "
        "everything else with its own type; std::nullopt only with == and !=.");
  }
}

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

template <class T, class R>
using ArithmeticType = typename Arithmetic<T, R>::Type;

}  // namespace detail

/// Equality. A NULL on the C++ side (std::nullopt, or an empty optional) asks for NULL.
template <Expression L, detail::EqualTo<L> R>
Expr<bool> operator==(const L& left, const R& right) {
  if constexpr (!std::same_as<R, std::nullopt_t>) {
    if (!detail::null_operand(right)) return detail::binary<bool>(left, right, Op::Equal);
  }
  return left.is_null();
}
template <Expression L, detail::EqualTo<L> R>
Expr<bool> operator!=(const L& left, const R& right) {
  if constexpr (!std::same_as<R, std::nullopt_t>) {
    if (!detail::null_operand(right)) return detail::binary<bool>(left, right, Op::NotEqual);
  }
  return left.is_not_null();
}
template <Expression L, detail::OrderedWith<L> R>
Expr<bool> operator<(const L& left, const R& right) {
  return detail::binary<bool>(left, right, Op::Less);
}
template <Expression L, detail::OrderedWith<L> R>
Expr<bool> operator<=(const L& left, const R& right) {
  return detail::binary<bool>(left, right, Op::LessEqual);
}
template <Expression L, detail::OrderedWith<L> R>
Expr<bool> operator>(const L& left, const R& right) {
  return detail::binary<bool>(left, right, Op::Greater);
}
template <Expression L, detail::OrderedWith<L> R>
Expr<bool> operator>=(const L& left, const R& right) {
  return detail::binary<bool>(left, right, Op::GreaterEqual);
}

// The catch-alls. They return a condition, so that a mistake is not followed by others.
template <Expression L, class R>
Expr<bool> operator==(const L& left, const R&) {
  return detail::comparison_of<typename L::Type, R>(), left.is_null();
}
template <Expression L, class R>
Expr<bool> operator!=(const L& left, const R&) {
  return detail::comparison_of<typename L::Type, R>(), left.is_null();
}
template <Expression L, class R>
Expr<bool> operator<(const L& left, const R&) {
  return detail::order_of<typename L::Type, R>(), left.is_null();
}
template <Expression L, class R>
Expr<bool> operator<=(const L& left, const R&) {
  return detail::order_of<typename L::Type, R>(), left.is_null();
}
template <Expression L, class R>
Expr<bool> operator>(const L& left, const R&) {
  return detail::order_of<typename L::Type, R>(), left.is_null();
}
template <Expression L, class R>
Expr<bool> operator>=(const L& left, const R&) {
  return detail::order_of<typename L::Type, R>(), left.is_null();
}

template <Condition L, Condition R>
Expr<bool> operator&&(L&& left, const R& right) {
  return detail::binary<bool>(std::forward<L>(left), right, Op::And);
}
template <Condition L, Condition R>
Expr<bool> operator||(L&& left, const R& right) {
  return detail::binary<bool>(std::forward<L>(left), right, Op::Or);
}
template <Condition E>
Expr<bool> operator!(E&& condition) {
  Expr<bool> out;
  detail::put_first(out, std::forward<E>(condition));
  out.op(Op::Not);
  return out;
}

template <Expression L, detail::NumberWith<L> R>
auto operator+(const L& left, const R& right) {
  return detail::binary<detail::ArithmeticType<typename L::Type, R>>(left, right, Op::Add);
}
/// Concatenation.
template <Expression L, detail::TextWith<L> R>
auto operator+(const L& left, const R& right) {
  return detail::binary<detail::ArithmeticType<typename L::Type, R>>(left, right, Op::Concat);
}
template <Expression L, detail::NumberWith<L> R>
auto operator-(const L& left, const R& right) {
  return detail::binary<detail::ArithmeticType<typename L::Type, R>>(left, right, Op::Subtract);
}
template <Expression L, detail::NumberWith<L> R>
auto operator*(const L& left, const R& right) {
  return detail::binary<detail::ArithmeticType<typename L::Type, R>>(left, right, Op::Multiply);
}
/// Division; integers truncate. NULL when the divisor is zero, on every database, so the result is optional.
template <Expression L, detail::NumberWith<L> R>
auto operator/(const L& left, const R& right) {
  using Plain = ValueOf<detail::ArithmeticType<typename L::Type, R>>;
  return detail::binary<std::optional<Plain>>(left, right, Op::Divide);
}
/// Remainder of integers, with the sign of the dividend. NULL when the divisor is zero.
template <Expression L, detail::IntegerWith<L> R>
auto operator%(const L& left, const R& right) {
  using Plain = ValueOf<detail::ArithmeticType<typename L::Type, R>>;
  return detail::binary<std::optional<Plain>>(left, right, Op::Modulo);
}
template <Expression E>
auto operator-(const E& operand) {
  static_assert(detail::Number<typename E::Type>, "only numbers have a negative");
  Expr<typename E::Type> out;
  detail::put_first(out, operand);
  out.op(Op::Negate);
  return out;
}

}  // namespace ochre
