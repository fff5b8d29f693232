// Typed expressions: what columns and computed values can be compared with, combined with and asked.
// Everything here builds fragments and compiles to a few calls; functions such as lower() and count() are in
// functions.hpp, and rendering to SQL is in the library.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ochre/fragment.hpp"
#include "ochre/path.hpp"
#include "ochre/scalar.hpp"

namespace ochre {

namespace detail {

template <class T>
struct Strip {
  using Type = T;
};
template <class T>
struct Strip<std::optional<T>> {
  using Type = T;
};

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool>;

}  // namespace detail

/// A type without std::optional around it.
template <class T>
using ValueOf = typename detail::Strip<T>::Type;

/// A type that can be NULL in a result.
template <class T>
inline constexpr bool is_nullable = !std::is_same_v<T, ValueOf<T>>;

template <class T, class Source>
class Typed;

/// An expression of C++ type T, which is optional when the expression can be NULL.
template <class T>
using Expr = Typed<T, Fragment>;

/// A column or an expression.
template <class E>
concept Expression = requires {
  typename std::remove_cvref_t<E>::TypedSource;
};

/// A condition: a boolean column or expression.
template <class E>
concept Condition = Expression<E> && std::same_as < ValueOf<typename std::remove_cvref_t<E>::Type>,
bool > ;

namespace detail {

/// U is a C++ value that can stand beside an expression of T: the same type, a wider or narrower integer, any
/// number beside a float, anything like a string beside text.
template <class T, class U>
concept Literal =
    !Expression<U> &&
    (std::same_as<ValueOf<U>, T> || (Integer<T> && Integer<ValueOf<U>>) ||
     (std::floating_point<T> && std::is_arithmetic_v<ValueOf<U>> && !std::same_as<ValueOf<U>, bool>) ||
     (std::same_as<T, std::string> && std::convertible_to<const U&, std::string_view>));

template <class T, class U>
concept SameFamily = std::same_as<T, U> ||
    (std::is_arithmetic_v<T>&& std::is_arithmetic_v<U> && !std::same_as<T, bool> && !std::same_as<U, bool>);

template <class R>
struct TypeOf {
  using Type = R;
};
template <Expression R>
struct TypeOf<R> {
  using Type = typename R::Type;
};

/// R can be compared with an expression of T.
template <class T, class R>
concept Comparable = Literal<ValueOf<T>, R> ||
    (Expression<R>&& SameFamily<ValueOf<T>, ValueOf<typename TypeOf<R>::Type>>);

template <class T, class R>
concept ComparableOrNull = Comparable<T, R> || std::same_as<R, std::nullopt_t>;

/// A query whose rows are single values that compare with T.
template <class Q, class T>
concept QueryOf = requires(const Q& query) {
  typename Q::Result;
  query.fragment();
}
&&SameFamily<ValueOf<typename Q::Result>, ValueOf<T>>;

template <class T>
concept Textual = std::same_as<ValueOf<T>, std::string>;

[[noreturn]] void integer_too_large();

template <Integer U>
constexpr std::int64_t integer_of(U value) {
  if constexpr (std::is_unsigned_v<U> && sizeof(U) == sizeof(std::int64_t)) {
    if (value > static_cast<U>(INT64_MAX)) integer_too_large();
  }
  return static_cast<std::int64_t>(value);
}

/// The neutral form of a C++ value beside an expression of T. Text and bytes stay borrowed.
template <class T, class U>
Value literal(const U& value) {
  if constexpr (is_nullable<U>) {
    return value ? literal<T>(*value) : Value::null(Scalar<T>::kind);
  } else if constexpr (std::same_as<T, std::string>) {
    return Value::of_text(Scalar<T>::kind, std::string_view(value));
  } else if constexpr (Integer<T>) {
    return Value::of_integer(Scalar<T>::kind, integer_of(value));
  } else if constexpr (std::floating_point<T>) {
    return Value::of_real(Scalar<T>::kind, static_cast<double>(value));
  } else {
    return to_value(value);
  }
}

inline void put(Fragment& out, const ColumnRef& column) { out.column(column); }
inline void put(Fragment& out, const Fragment& fragment) { out.append(fragment); }

/// Adds an operand beside an expression of T: a column, an expression, or a value to bind.
template <class T, class R>
void put_operand(Fragment& out, const R& operand) {
  if constexpr (Expression<R>) {
    put(out, static_cast<const typename R::TypedSource&>(operand));
  } else {
    out.bind(literal<ValueOf<T>>(operand));
  }
}

template <class E>
Fragment fragment_of(E&& expression) {
  using Source = typename std::remove_cvref_t<E>::TypedSource;
  if constexpr (std::same_as<Source, Fragment> && !std::is_lvalue_reference_v<E>) {
    return static_cast<Fragment&&>(expression);
  } else {
    Fragment fragment;
    put(fragment, static_cast<const Source&>(expression));
    return fragment;
  }
}

/// Puts the first operand into an empty fragment; a temporary one is moved.
template <class E>
void put_first(Fragment& out, E&& expression) {
  using Source = typename std::remove_cvref_t<E>::TypedSource;
  if constexpr (std::same_as<Source, Fragment> && !std::is_lvalue_reference_v<E>) {
    out = static_cast<Fragment&&>(expression);
  } else {
    put(out, static_cast<const Source&>(expression));
  }
}

template <class T, class L, class R>
Expr<T> binary(L&& left, const R& right, Op op) {
  Expr<T> out;
  put_first(out, std::forward<L>(left));
  put_operand<typename std::remove_cvref_t<L>::Type>(out, right);
  out.op(op);
  return out;
}

template <class R>
bool null_operand(const R& operand) {
  if constexpr (std::same_as<R, std::nullopt_t>) return true;
  if constexpr (is_nullable<R> && !Expression<R>) return !operand.has_value();
  return false;
}

}  // namespace detail

namespace detail {

/// A condition or another expression, then the clause that takes it.
template <class E>
void put_clause(Fragment& out, E&& expression, Op clause) {
  if (out.empty()) {
    out = fragment_of(std::forward<E>(expression));
  } else {
    put(out, static_cast<const typename std::remove_cvref_t<E>::TypedSource&>(expression));
  }
  out.op(clause);
}
template <class E>
Fragment clause(E&& expression, Op op) {
  Fragment out = fragment_of(std::forward<E>(expression));
  out.op(op);
  return out;
}

/// A row count and the clause that takes it. Throws ValidationFailed when it is negative.
void put_count(Fragment& out, std::int64_t count, Op clause);

}  // namespace detail

/// One key of an order: a column or expression, a direction and where NULLs go.
template <class Source>
class Order {
 public:
  constexpr Order(Source expression, std::uint8_t direction)
      : source_(std::move(expression)), direction_(direction) {}

  constexpr Order nulls_first() && {
    direction_ |= order_nulls_first;
    return std::move(*this);
  }
  constexpr Order nulls_last() && { return std::move(*this); }

  const Source& source() const { return source_; }
  std::uint8_t direction() const { return direction_; }

 private:
  Source source_;
  std::uint8_t direction_;
};

namespace detail {

template <class Source>
void put_order(Fragment& out, const Order<Source>& order, Op clause = Op::OrderBy) {
  put(out, order.source());
  out.op(clause, order.direction());
}

/// An expression alone is an ascending order.
template <Expression E>
void put_order(Fragment& out, const E& expression, Op clause = Op::OrderBy) {
  put(out, static_cast<const typename E::TypedSource&>(expression));
  out.op(clause, 0);
}

}  // namespace detail

/// Something with a value of type T in every row: a column (Source is ColumnRef) or an expression (Fragment).
template <class T, class Source>
class Typed : public Source {
 public:
  using Type = T;
  using TypedSource = Source;
  using Typed_ = Typed;

  Typed() requires std::same_as<Source, Fragment>
  = default;
  constexpr explicit Typed(Source source) : Source(std::move(source)) {}

  constexpr Order<Source> asc() const { return {*this, 0}; }
  constexpr Order<Source> desc() const { return {*this, order_descending}; }

  Expr<bool> is_null() const { return unary(Op::IsNull); }
  Expr<bool> is_not_null() const { return unary(Op::IsNotNull); }

  /// One of the values. An empty list is false; NULL is never in a list.
  template <detail::Literal<ValueOf<T>> U = ValueOf<T>>
  Expr<bool> in(std::span<const U> values) const {
    return listed(values, Op::In);
  }
  Expr<bool> in(std::initializer_list<ValueOf<T>> values) const {
    return listed(std::span(values.begin(), values.size()), Op::In);
  }
  Expr<bool> in(const std::vector<ValueOf<T>>& values) const { return listed(std::span(values), Op::In); }
  Expr<bool> not_in(std::initializer_list<ValueOf<T>> values) const {
    return listed(std::span(values.begin(), values.size()), Op::NotIn);
  }
  Expr<bool> not_in(const std::vector<ValueOf<T>>& values) const {
    return listed(std::span(values), Op::NotIn);
  }

  /// One of the values another query selects.
  template <detail::QueryOf<T> Q>
  Expr<bool> in(const Q& query) const {
    return in_query(query.fragment(), Op::InQuery);
  }
  template <detail::QueryOf<T> Q>
  Expr<bool> not_in(const Q& query) const {
    return in_query(query.fragment(), Op::NotInQuery);
  }

  /// Both ends included.
  template <class Low, class High>
  requires detail::Comparable<T, Low> && detail::Comparable<T, High> Expr<bool> between(const Low& low,
                                                                                        const High& high)
  const {
    Fragment out = fragment();
    detail::put_operand<T>(out, low);
    detail::put_operand<T>(out, high);
    out.op(Op::Between);
    return Expr<bool>(std::move(out));
  }

  // Of text. In a pattern of `like`, `%` is any text, `_` one character and `\` takes the next one literally;
  // the others look for the text as it is. The _fold forms take ASCII letters of either case as equal.
  Expr<bool> like(std::string_view pattern) const requires detail::Textual<T> {
    return matching(pattern, Op::Like);
  }
  Expr<bool> like_fold(std::string_view pattern) const requires detail::Textual<T> {
    return matching(pattern, Op::LikeFold);
  }
  Expr<bool> contains(std::string_view text) const requires detail::Textual<T> {
    return matching(text, Op::Contains);
  }
  Expr<bool> contains_fold(std::string_view text) const requires detail::Textual<T> {
    return matching(text, Op::ContainsFold);
  }
  Expr<bool> starts_with(std::string_view text) const requires detail::Textual<T> {
    return matching(text, Op::StartsWith);
  }
  Expr<bool> starts_with_fold(std::string_view text) const requires detail::Textual<T> {
    return matching(text, Op::StartsWithFold);
  }
  Expr<bool> ends_with(std::string_view text) const requires detail::Textual<T> {
    return matching(text, Op::EndsWith);
  }
  Expr<bool> ends_with_fold(std::string_view text) const requires detail::Textual<T> {
    return matching(text, Op::EndsWithFold);
  }

 protected:
  Fragment fragment() const {
    Fragment out;
    detail::put(out, static_cast<const Source&>(*this));
    return out;
  }
  Expr<bool> unary(Op op) const {
    Fragment out = fragment();
    out.op(op);
    return Expr<bool>(std::move(out));
  }

 private:
  template <class Span>
  Expr<bool> listed(Span values, Op op) const {
    SmallVector<Value, 8> items;
    for (const auto& value : values) items.push_back(detail::literal<ValueOf<T>>(value));
    Fragment out = fragment();
    out.bind_list(Scalar<ValueOf<T>>::kind, items.data(), items.size());
    out.op(op);
    return Expr<bool>(std::move(out));
  }
  Expr<bool> in_query(const Fragment& query, Op op) const {
    Fragment out = fragment();
    out.op(Op::Open);
    out.append(query);
    out.op(Op::Close);
    out.op(op);
    return Expr<bool>(std::move(out));
  }
  Expr<bool> matching(std::string_view text, Op op) const {
    Fragment out = fragment();
    out.bind(Value::of_text(Kind::Text, text));
    out.op(op);
    return Expr<bool>(std::move(out));
  }
};

}  // namespace ochre

#include "ochre/operators.hpp"
