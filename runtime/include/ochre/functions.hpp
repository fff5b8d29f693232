// Functions over expressions: text, numbers, dates, choices, JSON and raw SQL. Aggregates are in
// aggregate.hpp. They mean the same on every database; where a database has no such function, its rendering
// makes up for it. All of them give NULL for NULL, unless they say otherwise. Text they are given is copied
// into the query as a bound value, never into the SQL.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "ochre/expression.hpp"

namespace ochre {

namespace detail {

template <class T, class E>
Expr<T> applied(const E& operand, Op op) {
  Fragment out = fragment_of(operand);
  out.op(op);
  return Expr<T>{std::move(out)};
}

/// T, optional when `From` is.
template <class From, class T>
using NullableAs = std::conditional_t<is_nullable<From>, std::optional<T>, T>;

/// One line for each mistake; instantiated for all, so it is next to nothing.
template <class T>
constexpr void text_of() {
  static_assert(is_text<T>, "This function takes text.");
}
template <class T>
constexpr void moment_of() {
  constexpr Kind kind = Scalar<ValueOf<T>>::kind;
  static_assert(kind == Kind::Date || kind == Kind::Timestamp || kind == Kind::DateTime,
                "year(), month() and day() take dates, timestamps and datetimes.");
}

template <class R>
struct TypeOf {
  using Type = R;
};
template <Expression R>
struct TypeOf<R> {
  using Type = typename R::Type;
};

template <class E>
auto date_part(const E& date, Op op) {
  Fragment out = fragment_of(date);
  out.op(op, static_cast<std::uint8_t>(Scalar<ValueOf<typename E::Type>>::kind));
  return Expr<NullableAs<typename E::Type, std::int32_t>>{std::move(out)};
}

template <class T>
inline constexpr bool is_decimal_type = requires {
  Scalar<T>::scale;
  requires Scalar<T>::kind == Kind::Decimal;
};
void put_round(Fragment& out, int scale, int digits);

template <class T, class E>
Expr<std::optional<T>> json_part(const E& document, std::string_view path, Op op) {
  Fragment out = fragment_of(document);
  out.bind(Value::of_text(Kind::Text, path));
  out.op(op);
  return Expr<std::optional<T>>{std::move(out)};
}

}  // namespace detail

/// ASCII letters in lower case; other letters stay as they are.
template <Expression E>
auto lower(const E& text) {
  detail::text_of<typename E::Type>();
  return detail::applied<typename E::Type>(text, Op::Lower);
}
/// ASCII letters in upper case; other letters stay as they are.
template <Expression E>
auto upper(const E& text) {
  detail::text_of<typename E::Type>();
  return detail::applied<typename E::Type>(text, Op::Upper);
}
/// Without ASCII white space at both ends.
template <Expression E>
auto trim(const E& text) {
  detail::text_of<typename E::Type>();
  return detail::applied<typename E::Type>(text, Op::Trim);
}
/// The number of a text's code points, which are not what a reader counts as letters, or of bytes.
template <Expression E>
auto length(const E& text) {
  using T = typename E::Type;
  constexpr bool bytes = std::is_same_v<ValueOf<T>, std::vector<std::byte>>;
  static_assert(bytes || detail::is_text<T>, "length() takes text or bytes.");
  return detail::applied<detail::NullableAs<T, std::int32_t>>(text, bytes ? Op::ByteLength : Op::Length);
}
/// `count` code points from the `start`th on, counting from 1; fewer where the text ends.
template <Expression E>
auto substring(const E& text, std::int64_t start, std::int64_t count) {
  detail::text_of<typename E::Type>();
  Fragment out = detail::fragment_of(text);
  out.bind(Value::of_integer(Kind::Int64, start));
  out.bind(Value::of_integer(Kind::Int64, count));
  out.op(Op::Substring);
  return Expr<typename E::Type>{std::move(out)};
}
/// Every `from` replaced with `to`, from left to right; letters of another case are other letters.
template <Expression E>
auto replace(const E& text, std::string_view from, std::string_view to) {
  detail::text_of<typename E::Type>();
  Fragment out = detail::fragment_of(text);
  out.bind(Value::of_text(Kind::Text, from));
  out.bind(Value::of_text(Kind::Text, to));
  out.op(Op::Replace);
  return Expr<typename E::Type>{std::move(out)};
}

/// The absolute value. Overflow for the least int64, which has none.
template <Expression E>
auto abs(const E& number) {
  static_assert(detail::Quantity<typename E::Type>, "abs() takes numbers, decimals and durations.");
  return detail::applied<typename E::Type>(number, Op::Abs);
}

/// A decimal rounded half away from zero to some digits after the point, as many as it has at most; its scale
/// stays. Throws ValidationFailed for other numbers of digits.
template <Expression E>
auto round(const E& number, int digits = 0) {
  using T = typename E::Type;
  if constexpr (detail::is_decimal_type<ValueOf<T>>) {
    using Item = Scalar<ValueOf<T>>;
    Fragment out = detail::fragment_of(number);
    detail::put_round(out, Item::scale, digits);
    return Expr<detail::NullableAs<T, typename Item::Sum>>{std::move(out)};
  } else {
    static_assert(
        detail::is_decimal_type<ValueOf<T>>,
        "round() takes decimals of at most 18 digits: databases disagree about the rounding of floats.");
    return Expr<T>{};
  }
}

/// The year, month (1 to 12) or day (1 to 31) of a date or time, in UTC for timestamps and as it stands for
/// datetimes. No index serves a comparison with it: for "in 2026" compare the column with both ends.
template <Expression E>
auto year(const E& date) {
  detail::moment_of<typename E::Type>();
  return detail::date_part(date, Op::Year);
}
template <Expression E>
auto month(const E& date) {
  detail::moment_of<typename E::Type>();
  return detail::date_part(date, Op::Month);
}
template <Expression E>
auto day(const E& date) {
  detail::moment_of<typename E::Type>();
  return detail::date_part(date, Op::Day);
}

namespace detail {

/// What the values of a choice have in common, one being of type T: `Type`, and how another is put as a T.
/// Headers of other types specialise it.
template <class T, class R>
struct Joint {
  // There is such a type. Arrays and structs in C++ cannot be put beside a column of them.
  static constexpr bool fits = Comparable<T, R> && (ScalarType<T> || Expression<R>);
  static constexpr bool can_follow = fits;  // an R can be put where values were put as T
  using Type = ValueOf<typename Arithmetic<T, R>::Type>;
  static void put(Fragment& out, const R& value) { put_operand<T>(out, value); }
};

/// The same of many values.
template <class T, class... Rest>
struct JointOf {
  static constexpr bool fits = true;
  using Type = T;
};
template <class T, class R, class... Rest>
struct JointOf<T, R, Rest...> {
  using Next = JointOf<typename Joint<T, R>::Type, Rest...>;
  static constexpr bool fits = Joint<T, R>::fits && Next::fits;
  using Type = typename Next::Type;
};

template <bool Fits>
constexpr void choice_of() {
  static_assert(
      Fits,
      "The values of coalesce(), nullif() and case_when() do not go together: numbers go with "
      "numbers, decimals with decimals and whole numbers in C++, everything else with its own type.");
}

}  // namespace detail

/// The first operand that is not NULL. Not optional when the last one is not. Numbers have the widest type
/// among the operands, decimals the most digits after the point.
template <Expression First, class Second, class... Rest>
auto coalesce(const First& first, const Second& second, const Rest&... rest) {
  using T = ValueOf<typename First::Type>;
  using All = detail::JointOf<T, Second, Rest...>;
  detail::choice_of<All::fits>();
  if constexpr (All::fits) {
    using Common = typename All::Type;
    Fragment out;
    detail::Joint<Common, First>::put(out, first);
    detail::Joint<Common, Second>::put(out, second);
    (detail::Joint<Common, Rest>::put(out, rest), ...);
    out.op_of_many(Op::Coalesce, 2 + sizeof...(Rest));
    constexpr bool can_be_null = is_nullable<typename detail::TypeOf<Second>::Type> &&
                                 (is_nullable<typename detail::TypeOf<Rest>::Type> && ...);
    return Expr<std::conditional_t<can_be_null, std::optional<Common>, Common>>{std::move(out)};
  } else {
    return Expr<T>{};
  }
}

/// NULL when both are equal, else the first: total / nullif(count, 0).
template <Expression E, class R>
auto nullif(const E& value, const R& other) {
  using T = ValueOf<typename E::Type>;
  using Both = detail::Joint<T, R>;
  detail::choice_of<Both::fits>();
  detail::equality_of<T, R>();
  if constexpr (Both::fits) {
    using Common = typename Both::Type;
    Fragment out;
    detail::Joint<Common, E>::put(out, value);
    detail::Joint<Common, R>::put(out, other);
    out.op(Op::NullIf);
    return Expr<std::optional<std::conditional_t<std::is_arithmetic_v<T>, T, Common>>>{std::move(out)};
  } else {
    return Expr<std::optional<T>>{};
  }
}

/// The same expression with an optional type, for columns an outer join or a path may leave without a row.
/// The SQL is the same.
template <Expression E>
auto nullable(const E& expression) {
  return Expr<std::optional<ValueOf<typename E::Type>>>{detail::fragment_of(expression)};
}

/// The negation of a column or condition; NULL stays NULL.
inline Expr<bool> not_(const Expr<bool>& condition) { return !condition; }

/// A choice that grows: case_when(condition, value).when(condition, value).otherwise(value). The first
/// condition that is true decides; one that is NULL is not true. The type takes in that of each value:
/// numbers become as wide as the widest, and optional when one of them is.
template <class T>
class CaseOf {
  using Plain = ValueOf<T>;
  template <class R>
  static constexpr bool can_be_null = is_nullable<T> || is_nullable<typename detail::TypeOf<R>::Type>;
  template <class R, class Both = typename detail::Joint<Plain, R>::Type>
  using With = std::conditional_t<can_be_null<R>, std::optional<Both>, Both>;

 public:
  explicit CaseOf(Fragment pairs, std::size_t count = 1) : pairs_(std::move(pairs)), count_(count) {}

  template <class R>
  auto when(const Expr<bool>& condition, const R& value) && {
    detail::put(pairs_, condition);
    put(value);
    return CaseOf<With<R>>(std::move(pairs_), count_ + 1);
  }
  template <class R>
  auto otherwise(const R& value) && {
    put(value);
    pairs_.op_of_many(Op::Case, count_);
    return Expr<With<R>>{std::move(pairs_)};
  }
  /// NULL when no condition holds.
  Expr<std::optional<Plain>> otherwise_null() && {
    pairs_.op(Op::Null);
    pairs_.op_of_many(Op::Case, count_);
    return Expr<std::optional<Plain>>{std::move(pairs_)};
  }

 private:
  template <class R>
  void put(const R& value) {
    using Both = detail::Joint<Plain, R>;
    detail::choice_of<Both::fits>();
    static_assert(Both::can_follow || !Both::fits,
                  "Values of case_when() have no more digits after the point than the first one; give the "
                  "first one more with rescale<digits>().");
    if constexpr (Both::can_follow) Both::put(pairs_, value);
  }

  Fragment pairs_;
  std::size_t count_;
};

namespace detail {

template <class R>
struct CaseType {
  using Type = R;
};
template <class R>
requires(!Expression<R> && std::convertible_to<const R&, std::string_view>) struct CaseType<R> {
  using Type = std::string;
};
template <Integer R>
struct CaseType<R> {
  using Type = std::int64_t;
};
template <Expression R>
struct CaseType<R> {
  using Type = typename R::Type;
};

}  // namespace detail

/// Begins a choice. Its type is that of the first value, which the others must have too: int64 for integers,
/// std::string for text, optional when it is an expression that can be NULL.
template <class R>
auto case_when(const Expr<bool>& condition, const R& value) {
  using T = typename detail::CaseType<R>::Type;
  Fragment out = condition;
  detail::put_operand<T>(out, value);
  return CaseOf<T>(std::move(out));
}

/// The value at a path of a JSON document, such as "$.address.city" or "$.lines[0]"; NULL where there is
/// none. The path is bound, never pasted into the SQL; the database refuses one that is no path with
/// StatementFailed: https://www.sqlite.org/json1.html#path_arguments.
template <Expression E>
auto json_text(const E& document, std::string_view path) {
  return detail::json_part<std::string>(document, path, Op::JsonText);
}
template <Expression E>
auto json_integer(const E& document, std::string_view path) {
  return detail::json_part<std::int64_t>(document, path, Op::JsonInteger);
}
template <Expression E>
auto json_real(const E& document, std::string_view path) {
  return detail::json_part<double>(document, path, Op::JsonReal);
}

/// A piece of SQL with a `{}` for each operand: raw<std::int64_t>("unicode({})", users.name). Operands that
/// are no expressions are bound. The text goes into the statement as it is: never build it from input. T is
/// taken at its word: std::optional where the SQL may give NULL. It is the one part of a query that differs
/// between databases, and to_json() refuses it.
template <class T, class... Operands>
Expr<T> raw(std::string_view text, const Operands&... operands) {
  Fragment out;
  out.text(text);
  [[maybe_unused]] const auto add = [&]<class O>(const O& operand) {
    if constexpr (Expression<O>) {
      detail::put(out, static_cast<const typename O::TypedSource&>(operand));
    } else {
      out.bind(detail::literal<ValueOf<typename detail::CaseType<O>::Type>>(operand));
    }
  };
  (add(operands), ...);
  out.op_of_many(Op::Raw, sizeof...(Operands));
  return Expr<T>{std::move(out)};
}

}  // namespace ochre
