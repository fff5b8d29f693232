// Aggregates and window functions: count, sum, min, max, average over groups, or over windows with over(). An
// aggregate in select() without group_by makes one row of all. Aggregates of an operand leave its NULLs out.
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include "ochre/expression.hpp"

namespace ochre {

/// Where a frame begins or ends: `preceding(2)`, `current_row`, `unbounded_following`. Counts are rows, from
/// 0 on: https://www.sqlite.org/windowfunctions.html#frame_boundaries.
struct FrameBound {
  enum class Kind : std::uint8_t { UnboundedPreceding, Preceding, CurrentRow, Following, UnboundedFollowing };
  Kind kind;
  std::int64_t count = 0;
};
inline constexpr FrameBound unbounded_preceding{FrameBound::Kind::UnboundedPreceding};
inline constexpr FrameBound current_row{FrameBound::Kind::CurrentRow};
inline constexpr FrameBound unbounded_following{FrameBound::Kind::UnboundedFollowing};
constexpr FrameBound preceding(std::int64_t rows) { return {FrameBound::Kind::Preceding, rows}; }
constexpr FrameBound following(std::int64_t rows) { return {FrameBound::Kind::Following, rows}; }

/// The bit of a frame that counts in values of its order, not in rows.
inline constexpr std::uint8_t frame_of_range = 16;

namespace detail {

/// Throws ValidationFailed for a frame that ends before it begins, or counts less than no rows.
void put_frame(Fragment& out, const FrameBound& start, const FrameBound& end, bool range);
/// A number of rows and the function that takes it. Throws ValidationFailed when it is less than `least`.
void put_rows(Fragment& out, std::int64_t count, std::int64_t least, Op function);

}  // namespace detail

/// The rows a window function looks at: partition_by(users.role).order_by(users.age.desc()).
class Window {
 public:
  /// Adds keys: each set of rows that agree in all of them is a window of its own.
  template <Expression... Keys>
  Window& partition(const Keys&... keys) {
    (add(keys), ...);
    return *this;
  }
  /// The order of the rows in each window, as in Query::order_by. It orders no results.
  template <class... Keys>
  Window order_by(const Keys&... keys) && {
    (add_order(keys), ...);
    return static_cast<Window&&>(*this);
  }

  /// Of the rows of the window only those between two, counted from the current one: a moving sum is
  /// sum(x).over(window_order_by(y).rows_between(preceding(2), current_row)). Without it, a window with an
  /// order ends with the rows equal to the current one, and one without has all rows. Throws ValidationFailed
  /// for a frame that ends before it begins.
  Window rows_between(const FrameBound& start, const FrameBound& end) && { return framed(start, end, false); }
  /// The same, with all rows equal to the current one taken as one. Takes no preceding() or following().
  Window range_between(const FrameBound& start, const FrameBound& end) && { return framed(start, end, true); }

  const Fragment& fragment() const { return fragment_; }
  std::uint8_t partitions() const { return partitions_; }
  std::uint8_t orders() const { return orders_; }

 private:
  template <class E>
  void add(const E& key) {
    detail::put_clause(fragment_, key, Op::PartitionBy);
    ++partitions_;
  }
  template <class Key>
  void add_order(const Key& key) {
    static_assert(
        detail::is_order<Key>,
        "A window is ordered by columns and expressions that have an order, or .asc() and .desc() of "
        "them.");
    if constexpr (detail::is_order<Key>) detail::put_order(fragment_, key, Op::WindowOrder);
    ++orders_;
  }

  Window&& framed(const FrameBound& start, const FrameBound& end, bool range) {
    detail::put_frame(fragment_, start, end, range);
    ++orders_;
    return static_cast<Window&&>(*this);
  }

  Fragment fragment_;
  std::uint8_t partitions_ = 0;
  std::uint8_t orders_ = 0;
};

/// Windows of rows that agree in all keys.
template <Expression... Keys>
Window partition_by(const Keys&... keys) {
  Window window;
  window.partition(keys...);
  return window;
}
/// A window over all rows, in an order.
template <class... Keys>
Window window_order_by(const Keys&... keys) {
  return Window().order_by(keys...);
}

/// A value computed over many rows. Belongs into select(), having() and order_by(), not into where(): groups
/// are made of the rows that where() keeps.
template <class T>
class Aggregate : public Expr<T> {
 public:
  /// Only over the rows that meet the condition.
  Aggregate filter(const Expr<bool>& condition) const {
    Fragment out = *this;
    detail::put(out, condition);
    out.op(Op::Filter);
    return Aggregate{std::move(out)};
  }

  /// For every row, over the rows of its window, instead of one row per group.
  Expr<T> over(const Window& window) const {
    Fragment out = *this;
    out.append(window.fragment());
    out.op(Op::Over, window.partitions(), window.orders());
    return Expr<T>{std::move(out)};
  }
};

namespace detail {

template <class T, class E>
Aggregate<T> aggregate(const E& operand, Op op) {
  Fragment out = fragment_of(operand);
  out.op(op);
  return Aggregate<T>{std::move(out)};
}

/// The type of a sum, NULL over no rows.
template <class T>
struct SumOf {
  static_assert(Quantity<T>,
                "Only numbers, decimals of at most 18 digits and durations have a sum and an average.");
  using Type = std::optional<std::int64_t>;
};
template <Quantity T>
struct SumOf<T> {
  using Type = std::optional<typename Scalar<ValueOf<T>>::Sum>;
};

/// Averages of decimals and durations are such values; averages of numbers are floats.
template <class T, class E>
auto average_of(const E& operand) {
  using Sum = typename SumOf<T>::Type;
  if constexpr (std::is_arithmetic_v<ValueOf<Sum>>) {
    return aggregate<std::optional<double>>(operand, Op::Average);
  } else {
    using Item = Scalar<ValueOf<Sum>>;
    Fragment out = fragment_of(operand);
    out.op(Op::AverageExact, static_cast<std::uint8_t>(Item::kind), static_cast<std::uint8_t>(Item::scale));
    return Aggregate<Sum>{std::move(out)};
  }
}

template <class T>
Aggregate<T> nullary(Op op) {
  Fragment out;
  out.op(op);
  return Aggregate<T>{std::move(out)};
}

}  // namespace detail

/// The number of rows.
inline Aggregate<std::int64_t> count() { return detail::nullary<std::int64_t>(Op::CountRows); }
/// The number of rows where the operand is not NULL.
template <Expression E>
Aggregate<std::int64_t> count(const E& operand) {
  return detail::aggregate<std::int64_t>(operand, Op::Count);
}
/// The number of different values, NULL not among them.
template <Expression E>
Aggregate<std::int64_t> count_distinct(const E& operand) {
  return detail::aggregate<std::int64_t>(operand, Op::CountDistinct);
}
/// The sum; NULL over no rows. Integers sum to int64, decimals to one of 18 digits; a sum beyond that is an
/// Overflow.
template <Expression E>
auto sum(const E& operand) {
  return detail::aggregate<typename detail::SumOf<typename E::Type>::Type>(operand, Op::Sum);
}
/// The sum of the different values: one that comes twice counts once.
template <Expression E>
auto sum_distinct(const E& operand) {
  return detail::aggregate<typename detail::SumOf<typename E::Type>::Type>(operand, Op::SumDistinct);
}
/// The average; NULL over no rows. Of decimals and durations it is exact, then rounded half away from zero to
/// as many digits as they have; of other numbers it is a float.
template <Expression E>
auto average(const E& operand) {
  return detail::average_of<typename E::Type>(operand);
}
/// The least and the greatest value; NULL over no rows. Text compares by its bytes, so "Z" is before "a".
template <Expression E>
auto min(const E& operand) {
  detail::order_of<typename E::Type>();
  return detail::aggregate<std::optional<ValueOf<typename E::Type>>>(operand, Op::Min);
}
template <Expression E>
auto max(const E& operand) {
  detail::order_of<typename E::Type>();
  return detail::aggregate<std::optional<ValueOf<typename E::Type>>>(operand, Op::Max);
}

// Window functions: each needs over(). Their order is that of the window.
/// 1, 2, 3 and so on; equal rows in any order.
inline Aggregate<std::int64_t> row_number() { return detail::nullary<std::int64_t>(Op::RowNumber); }
/// Equal rows have one rank, and the next one is as far on as there were of them: 1, 1, 3.
inline Aggregate<std::int64_t> rank() { return detail::nullary<std::int64_t>(Op::Rank); }
/// Equal rows have one rank, and the next one is one on: 1, 1, 2.
inline Aggregate<std::int64_t> dense_rank() { return detail::nullary<std::int64_t>(Op::DenseRank); }
/// The number of the part, from 1 on, when the rows are cut into `parts` of almost equal size; the first ones
/// are larger by a row where it does not come out even. Throws ValidationFailed for less than one part.
inline Aggregate<std::int64_t> ntile(std::int64_t parts) {
  Aggregate<std::int64_t> out;
  detail::put_rows(out, parts, 1, Op::Ntile);
  return out;
}
/// The operand in the row `distance` rows before this one, with lead() behind it; NULL where there is none.
/// Throws ValidationFailed for a negative distance.
template <Expression E>
auto lag(const E& operand, std::int64_t distance = 1) {
  Aggregate<std::optional<ValueOf<typename E::Type>>> out{detail::fragment_of(operand)};
  detail::put_rows(out, distance, 0, Op::Lag);
  return out;
}
template <Expression E>
auto lead(const E& operand, std::int64_t distance = 1) {
  Aggregate<std::optional<ValueOf<typename E::Type>>> out{detail::fragment_of(operand)};
  detail::put_rows(out, distance, 0, Op::Lead);
  return out;
}
/// The operand in the first and the last row of the frame; NULL when that has no rows.
template <Expression E>
auto first_value(const E& operand) {
  return detail::aggregate<std::optional<ValueOf<typename E::Type>>>(operand, Op::FirstValue);
}
template <Expression E>
auto last_value(const E& operand) {
  return detail::aggregate<std::optional<ValueOf<typename E::Type>>>(operand, Op::LastValue);
}

}  // namespace ochre
