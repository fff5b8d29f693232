// Dates and times as <chrono> types; what queries do with them is in time_expression.hpp. Included only by
// the headers of models that have such fields, because <chrono> is the dearest header a schema can bring into
// a user's file.
#pragma once

#include <chrono>

#include "ochre/moment.hpp"
#include "ochre/scalar.hpp"

namespace ochre {

using Date = std::chrono::sys_days;
/// An instant in UTC.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;
/// A wall-clock date and time without a zone.
using DateTime = std::chrono::local_time<std::chrono::microseconds>;
using Duration = std::chrono::microseconds;

/// The instant of a moment.
constexpr Timestamp timestamp(const Moment& moment) { return Timestamp(Duration(moment.microseconds)); }
/// The UTC day of a moment.
constexpr Date date(const Moment& moment) { return std::chrono::floor<std::chrono::days>(timestamp(moment)); }

namespace detail {

template <Kind K, class T>
struct TimePointScalar {
  static constexpr Kind kind = K;
  using Stored = std::int64_t;
  static constexpr std::int64_t store(T value) { return value.time_since_epoch().count(); }
  static constexpr T load(std::int64_t stored) {
    return T(typename T::duration(static_cast<typename T::rep>(stored)));
  }
};

}  // namespace detail

template <>
struct Scalar<Date> : detail::TimePointScalar<Kind::Date, Date> {};
template <>
struct Scalar<Timestamp> : detail::TimePointScalar<Kind::Timestamp, Timestamp> {};
template <>
struct Scalar<DateTime> : detail::TimePointScalar<Kind::DateTime, DateTime> {};
template <>
struct Scalar<Duration> {
  static constexpr Kind kind = Kind::Duration;
  using Stored = std::int64_t;
  using Sum = Duration;
  static constexpr int scale = 0;
  static constexpr std::int64_t store(Duration value) { return value.count(); }
  static constexpr Duration load(std::int64_t stored) { return Duration(stored); }
  /// A duration of another unit as one of microseconds.
  static constexpr Value beside(Duration value) { return Value::of_integer(kind, value.count()); }
};

}  // namespace ochre
