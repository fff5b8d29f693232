// Typed expressions: what columns and computed values can be compared with and asked. Everything here checks
// types and hands over to the library (operand.hpp), so that a program that makes many queries compiles
// little. Functions such as lower() and count() are in functions.hpp and aggregate.hpp, arithmetic and logic
// in operators.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "ochre/operand.hpp"
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
inline constexpr bool is_integer = std::is_integral_v<T>;
template <>
inline constexpr bool is_integer<bool> = false;

template <class T>
concept Integer = is_integer<T>;

}  // namespace detail

/// A type without std::optional around it.
template <class T>
using ValueOf = typename detail::Strip<T>::Type;

/// A type that can be NULL in a result.
template <class T>
inline constexpr bool is_nullable = !std::is_same_v<T, ValueOf<T>>;

/// A column or an expression.
template <class E>
concept Expression = requires {
  typename std::remove_cvref_t<E>::TypedSource;
};

namespace detail {

template <class U>
concept LikeText = std::is_same_v<U, std::string> || std::is_convertible_v<const U&, std::string_view>;

/// What headers of other types add to the two concepts below; a value that stands beside a T of another type
/// is bound by Scalar<T>::beside().
template <class T, class U>
inline constexpr bool stands_beside = false;
template <class T, class U>
inline constexpr bool is_alike = false;

/// U is a C++ value that can stand beside an expression of T: the same type, a wider or narrower integer, any
/// number beside a float, anything like a string beside text.
template <class T, class U>
concept Literal = std::is_same_v<U, T> ||(is_integer<T>&& is_integer<U>) ||
                  (std::is_floating_point_v<T> && std::is_arithmetic_v<U> && !std::is_same_v<U, bool>) ||
                  (std::is_same_v<T, std::string> && LikeText<U>) || stands_beside<T, U>;

template <class T, class U>
concept SameFamily = std::is_same_v<T, U> ||(std::is_arithmetic_v<T>&& std::is_arithmetic_v<U> &&
                                             !std::is_same_v<T, bool> && !std::is_same_v<U, bool>) ||
                     is_alike<T, U>;

/// R can be compared with an expression of T, with == at least; operators.hpp asks for more where it needs
/// it.
template <class T, class R>
constexpr bool is_comparable() {
  if constexpr (Expression<R>) {
    return SameFamily<ValueOf<T>, ValueOf<typename R::Type>>;
  } else {
    return Literal<ValueOf<T>, ValueOf<R>>;
  }
}
template <class T, class R>
concept Comparable = is_comparable<T, R>();

template <class T>
inline constexpr bool is_text = std::is_same_v<ValueOf<T>, std::string>;

/// Whether < and its kin, between(), min() and max() mean something.
template <class T>
inline constexpr bool has_order = is_ordered<ValueOf<T>>;

/// Whether rows can be ordered by it: enums order by their declaration.
template <class T>
inline constexpr bool can_sort = is_ordered<ValueOf<T>> || std::is_enum_v<ValueOf<T>>;

// Values beside an expression; text stays borrowed. Overloads in the library: each is cheaper to compile than
// a template that converts.
Value text_value(const std::string& text);
Value text_value(std::string_view text, Kind kind = Kind::Text);
Value text_value(const char* text);
Value integer_value(std::int64_t value, Kind kind);
Value integer_value(std::uint64_t value, Kind kind);
Value real_value(double value, Kind kind);

// What only hands over, here and in the headers around this one, is always inlined: of anything else g++
// makes a function for each type when it does not optimise, which takes longer than all the rest of such a
// call.

/// The neutral form of a C++ value beside an expression of T. Text and bytes stay borrowed.
template <class T, class U>
[[gnu::always_inline]] inline Value literal(const U& value) {
  constexpr Kind kind = Scalar<T>::kind;
  if constexpr (is_nullable<U>) {
    return value ? literal<T>(*value) : Value::null(kind);
  } else if constexpr (kind == Kind::Text) {
    return text_value(value);
  } else if constexpr (kind == Kind::Enum) {
    return text_value(to_string(value), kind);
  } else if constexpr (kind <= Kind::Int64) {
    return integer_value(
        static_cast<std::conditional_t<std::is_unsigned_v<U>, std::uint64_t, std::int64_t>>(value), kind);
  } else if constexpr (std::is_floating_point_v<T>) {
    return real_value(static_cast<double>(value), kind);
  } else if constexpr (stands_beside<T, U>) {
    return Scalar<T>::beside(value);
  } else {
    return to_value(value);
  }
}

// Each is instantiated only for its mistake, so that the compiler names both types in its one error.
template <class ColumnType, class OtherType>
constexpr void comparison_of() {
  static_assert(
      is_comparable<ColumnType, OtherType>(),
      "These types do not compare. Integers compare with integers, floats with numbers, text with text, "
      "decimals with decimals and whole numbers, everything else with its own type; std::nullopt only with "
      "== "
      "and !=.");
}
/// JSON documents are kept as they were written, and databases disagree which of them are equal.
template <class T, class R>
[[gnu::always_inline]] constexpr void equality_of() {
  static_assert(!std::is_same_v<ValueOf<T>, Json> || std::is_same_v<R, std::nullopt_t>,
                "JSON documents have no equality; compare parts of them, with json_text() and its kin.");
}
template <class ColumnType>
constexpr void order_of() {
  static_assert(
      has_order<ColumnType>,
      "Enums have no order to compare by; use ==, in() or order_by(). JSON and decimals of more than 18 "
      "digits, which are stored as text, have none at all.");
}

/// What stands beside an expression of T: a column, a fragment, or a value to bind.
template <class T, class R>
[[gnu::always_inline]] inline decltype(auto) beside(const R& operand) {
  if constexpr (!is_comparable<T, R>()) {
    comparison_of<T, R>();
    return Value();
  } else if constexpr (Expression<R>) {
    return static_cast<const typename R::TypedSource&>(operand);
  } else {
    return literal<ValueOf<T>>(operand);
  }
}
template <class T>
Value beside(std::nullopt_t) {
  if constexpr (ScalarType<ValueOf<T>>) {
    return Value::null(Scalar<ValueOf<T>>::kind);
  } else {
    return Value::null(Kind::Json);
  }
}

/// Adds an operand beside an expression of T.
template <class T, class R>
void put_operand(Fragment& out, const R& operand) {
  put(out, beside<T>(operand));
}

template <class E>
Fragment fragment_of(const E& expression) {
  Fragment fragment;
  put(fragment, static_cast<const typename E::TypedSource&>(expression));
  return fragment;
}

/// One list from an array of values beside an expression of T.
template <class T, class U>
void put_list(Fragment& out, const U* first, std::size_t count) {
  out.open_list(Scalar<T>::kind);
  for (const U* end = first + count; first != end; ++first) out.list_item(literal<T>(*first));
}

template <class Q>
concept AnyQueryOf = requires {
  typename Q::Result;
};

/// A list of values, or a query that selects them, beside an expression of T.
template <class T, class L>
void put_choices(Fragment& out, const L& choices, Op list, Op query) {
  if constexpr (AnyQueryOf<L>) {
    static_assert(SameFamily<ValueOf<typename L::Result>, T>,
                  "The query does not select one value of the type it is compared with.");
    put_query(out, choices.fragment(), query);
  } else {
    using Item = std::remove_cvref_t<decltype(*choices.data())>;
    constexpr bool fits =
        Literal<T, Item> && ScalarType<T>;  // by name, for clang to keep its reasons to itself
    static_assert(fits, "in() takes values of the type it is compared with.");
    if constexpr (fits) {
      put_list<T>(out, choices.data(), choices.size());
      out.op(list);
    }
  }
}

/// Whether K can stand in order_by(): a column or expression, or .asc() and .desc() of one.
template <class K>
inline constexpr bool is_order = false;
template <Expression K>
inline constexpr bool is_order<K> = can_sort<typename K::Type>;
template <class Source>
inline constexpr bool is_order<Order<Source>> = true;

template <class... Keys>
[[gnu::always_inline]] inline void put_orders(Fragment& out, const Keys&... keys) {
  static_assert(
      (is_order<Keys> && ...),
      "order_by() takes columns and expressions that have an order, or .asc() and .desc() of them.");
  if constexpr ((is_order<Keys> && ...)) (put_order(out, keys), ...);
}

template <class T, class Source>
using OperandOf = std::conditional_t<
    is_text<T>, TextOperand<Source>,
    std::conditional_t<std::is_same_v<ValueOf<T>, bool>, BoolOperand<Source>, Operand<Source>>>;

}  // namespace detail

/// Something with a value of type T in every row: a column (Source is ColumnRef) or an expression (Fragment).
/// T is std::optional where it can be NULL; comparing with NULL gives NULL, which no where() keeps: ask
/// is_null(). Expressions are values: they copy what they are given, text included, and may outlive it.
template <class T, class Source>
struct Typed : detail::OperandOf<T, Source> {
  using Type = T;

  /// A key for order_by(): the least value first, or the greatest. NULLs come last in both, on every
  /// database, unless .nulls_first() follows.
  [[gnu::always_inline]] constexpr Order<Source> asc() const {
    static_assert(detail::can_sort<T>,
                  "JSON, arrays and decimals of more than 18 digits have no order in a database.");
    return {*this, 0};
  }
  [[gnu::always_inline]] constexpr Order<Source> desc() const {
    static_assert(detail::can_sort<T>,
                  "JSON, arrays and decimals of more than 18 digits have no order in a database.");
    return {*this, order_descending};
  }

  /// Both ends included. Empty when `low` is greater than `high`.
  template <class Low, class High>
  Expr<bool> between(const Low& low, const High& high) const {
    detail::order_of<T>();
    Expr<bool> out;
    detail::put(out, static_cast<const Source&>(*this));
    detail::put_operand<T>(out, low);
    detail::put_operand<T>(out, high);
    out.op(Op::Between);
    return out;
  }

  /// One of the values of a vector, span or array, or one of those another query selects. An empty list is
  /// false; NULL is never in a list. Any number of values makes one prepared statement: they are bound as one
  /// list, so the 32766 parameters of a statement (https://www.sqlite.org/limits.html) do not limit them.
  template <class Choices>
  Expr<bool> in(const Choices& choices) const {
    return chosen(choices, Op::In, Op::InQuery);
  }
  Expr<bool> in(std::initializer_list<ValueOf<T>> values) const { return listed(values, Op::In); }
  /// None of them; an empty list is true, and beside any other NULL gives NULL.
  template <class Choices>
  Expr<bool> not_in(const Choices& choices) const {
    return chosen(choices, Op::NotIn, Op::NotInQuery);
  }
  Expr<bool> not_in(std::initializer_list<ValueOf<T>> values) const { return listed(values, Op::NotIn); }

  template <class Choices>
  Expr<bool> chosen(const Choices& choices, Op list, Op query) const {
    detail::equality_of<T, Choices>();
    Expr<bool> out;
    detail::put(out, static_cast<const Source&>(*this));
    detail::put_choices<ValueOf<T>>(out, choices, list, query);
    return out;
  }
  Expr<bool> listed(std::initializer_list<ValueOf<T>> values, Op op) const {
    detail::equality_of<T, ValueOf<T>>();
    static_assert(ScalarType<ValueOf<T>>, "in() takes single values; compare arrays and structs with ==.");
    Expr<bool> out;
    if constexpr (ScalarType<ValueOf<T>>) {
      detail::put(out, static_cast<const Source&>(*this));
      detail::put_list<ValueOf<T>>(out, values.begin(), values.size());
      out.op(op);
    }
    return out;
  }
};

}  // namespace ochre

#include "ochre/operators.hpp"
