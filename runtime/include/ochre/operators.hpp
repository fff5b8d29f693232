// The operators of expressions: comparison, logic, arithmetic. Included by expression.hpp.
#pragma once

#include <optional>
#include <type_traits>
#include <utility>

#include "ochre/expression.hpp"

namespace ochre {

/// Equality. A NULL on the C++ side (std::nullopt, or an empty optional) asks for NULL.
template <Expression L, class R>
requires detail::ComparableOrNull<typename L::Type, R> Expr<bool>
operator==(const L& left, const R& right) {
  if (detail::null_operand(right)) return left.is_null();
  if constexpr (!std::same_as<R, std::nullopt_t>) return detail::binary<bool>(left, right, Op::Equal);
}
template <Expression L, class R>
requires detail::ComparableOrNull<typename L::Type, R> Expr<bool>
operator!=(const L& left, const R& right) {
  if (detail::null_operand(right)) return left.is_not_null();
  if constexpr (!std::same_as<R, std::nullopt_t>) return detail::binary<bool>(left, right, Op::NotEqual);
}
template <Expression L, class R>
requires detail::Comparable<typename L::Type, R> Expr<bool>
operator<(const L& left, const R& right) { return detail::binary<bool>(left, right, Op::Less); }
template <Expression L, class R>
requires detail::Comparable<typename L::Type, R> Expr<bool>
operator<=(const L& left, const R& right) { return detail::binary<bool>(left, right, Op::LessEqual); }
template <Expression L, class R>
requires detail::Comparable<typename L::Type, R> Expr<bool>
operator>(const L& left, const R& right) { return detail::binary<bool>(left, right, Op::Greater); }
template <Expression L, class R>
requires detail::Comparable<typename L::Type, R> Expr<bool>
operator>=(const L& left, const R& right) { return detail::binary<bool>(left, right, Op::GreaterEqual); }

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
  Fragment out = detail::fragment_of(std::forward<E>(condition));
  out.op(Op::Not);
  return Expr<bool>(std::move(out));
}

}  // namespace ochre
