// Moments and durations in queries: a timestamp or datetime plus and minus a duration, the duration between
// two of them, sums, differences and multiples of durations, and now(). A result beyond 64 bits of
// microseconds is an Overflow. PostgreSQL adds microseconds as floating-point numbers, which is exact for
// durations of up to 285 years: https://www.postgresql.org/docs/15/functions-datetime.html. Included only by
// the headers of models with such fields.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <type_traits>

#include "ochre/expression.hpp"
#include "ochre/time.hpp"

namespace ochre {

namespace detail {

/// What a value or an expression is in arithmetic with time: Kind::Duration, Timestamp or DateTime, or
/// no_time.
inline constexpr Kind no_time = Kind::Bool;
template <class T>
inline constexpr Kind time_of_value = no_time;
template <>
inline constexpr Kind time_of_value<Timestamp> = Kind::Timestamp;
template <>
inline constexpr Kind time_of_value<DateTime> = Kind::DateTime;
template <class Rep, class Period>
inline constexpr Kind time_of_value<std::chrono::duration<Rep, Period>> =
    std::is_convertible_v<std::chrono::duration<Rep, Period>, Duration> ? Kind::Duration : no_time;

template <class R>
struct TimeSide {
  static constexpr Kind kind = time_of_value<ValueOf<R>>;
  static constexpr bool nullable = is_nullable<R>;
};
template <Expression E>
struct TimeSide<E> {
  static constexpr Kind kind = time_of_value<ValueOf<typename E::Type>>;
  static constexpr bool nullable = is_nullable<typename E::Type>;
};

template <class E>
concept TimeExpression = Expression<E> && TimeSide<E>::kind != no_time;
template <class R>
concept TimeLiteral = !Expression<R> && TimeSide<R>::kind != no_time;

constexpr bool is_moment(Kind kind) { return kind == Kind::Timestamp || kind == Kind::DateTime; }

constexpr Kind sum_of_times(Kind left, Kind right) {
  if (left == Kind::Duration && right != no_time) return right;
  return right == Kind::Duration ? left : no_time;
}
constexpr Kind difference_of_times(Kind left, Kind right) {
  if (right == Kind::Duration) return left;
  return left == right && is_moment(left) ? Kind::Duration : no_time;
}

template <class L, class R>
concept AddedTimes = sum_of_times(TimeSide<L>::kind, TimeSide<R>::kind)
!= no_time;
template <class L, class R>
concept SubtractedTimes = difference_of_times(TimeSide<L>::kind, TimeSide<R>::kind)
!= no_time;

template <Kind K>
using TimeType = std::conditional_t<K == Kind::Timestamp, Timestamp,
                                    std::conditional_t<K == Kind::DateTime, DateTime, Duration>>;
template <Kind K, class L, class R>
using TimeResult = std::conditional_t<TimeSide<L>::nullable || TimeSide<R>::nullable,
                                      std::optional<TimeType<K>>, TimeType<K>>;

template <class R>
void put_time(Fragment& out, const R& operand) {
  if constexpr (Expression<R>) {
    put(out, static_cast<const typename R::TypedSource&>(operand));
  } else {
    put(out, literal<TimeType<TimeSide<R>::kind>>(operand));
  }
}

template <Kind K, class L, class R>
auto of_times(const L& left, const R& right, Op op) {
  Expr<TimeResult<K, L, R>> out;
  put_time(out, left);
  put_time(out, right);
  out.op(op);
  return out;
}

template <class L, class R>
auto time_sum(const L& left, const R& right) {
  constexpr Kind kind = sum_of_times(TimeSide<L>::kind, TimeSide<R>::kind);
  if constexpr (is_moment(TimeSide<R>::kind)) {
    return of_times<kind>(right, left, Op::MomentAdd);
  } else {
    return of_times<kind>(left, right, kind == Kind::Duration ? Op::Add : Op::MomentAdd);
  }
}

template <class L, class R>
auto time_difference(const L& left, const R& right) {
  constexpr Kind kind = difference_of_times(TimeSide<L>::kind, TimeSide<R>::kind);
  constexpr Op op = is_moment(TimeSide<R>::kind) ? Op::MomentDifference
                    : kind == Kind::Duration     ? Op::Subtract
                                                 : Op::MomentSubtract;
  return of_times<kind>(left, right, op);
}

template <class D, class I>
auto time_product(const D& duration, const I& factor) {
  Expr<TimeResult<Kind::Duration, D, I>> out;
  put(out, static_cast<const typename D::TypedSource&>(duration));
  if constexpr (Expression<I>) {
    put(out, static_cast<const typename I::TypedSource&>(factor));
  } else {
    out.bind(literal<std::int64_t>(factor));
  }
  out.op(Op::Multiply);
  return out;
}

template <class E>
concept DurationExpression = Expression<E> && TimeSide<E>::kind == Kind::Duration;

/// Durations of all units stand beside durations: 5min, 2h.
template <class Rep, class Period>
inline constexpr bool stands_beside<Duration, std::chrono::duration<Rep, Period>> =
    time_of_value<std::chrono::duration<Rep, Period>> == Kind::Duration;

}  // namespace detail

template <detail::TimeExpression L, class R>
requires detail::AddedTimes<L, R>
auto operator+(const L& left, const R& right) { return detail::time_sum(left, right); }
template <detail::TimeLiteral L, detail::TimeExpression R>
requires detail::AddedTimes<L, R>
auto operator+(const L& left, const R& right) { return detail::time_sum(left, right); }
template <detail::TimeExpression L, class R>
requires detail::SubtractedTimes<L, R>
auto operator-(const L& left, const R& right) { return detail::time_difference(left, right); }
template <detail::TimeLiteral L, detail::TimeExpression R>
requires detail::SubtractedTimes<L, R>
auto operator-(const L& left, const R& right) { return detail::time_difference(left, right); }

template <detail::DurationExpression L, class R>
requires detail::is_whole<R>
auto operator*(const L& left, const R& right) { return detail::time_product(left, right); }
template <class L, detail::DurationExpression R>
requires(!Expression<L> && detail::is_whole<L>) auto operator*(const L& left, const R& right) {
  return detail::time_product(right, left);
}
template <Expression L, detail::DurationExpression R>
requires detail::is_whole<L>
auto operator*(const L& left, const R& right) { return detail::time_product(right, left); }

/// The present moment in a query: the clock of this machine, read by this call, the same for every row.
Expr<Timestamp> now();

}  // namespace ochre
