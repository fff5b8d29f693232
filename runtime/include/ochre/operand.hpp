// What any expression can be asked, whatever its C++ type: NULL, patterns of text, a place in an order.
// Nothing here depends on the type, so two instantiations serve all columns and all computed expressions, and
// the work is in the library.
#pragma once

#include <cstdint>
#include <string_view>

#include "ochre/fragment.hpp"
#include "ochre/path.hpp"

namespace ochre {

/// An expression of C++ type T; see expression.hpp. Source is ColumnRef or Fragment.
template <class T, class Source>
struct Typed;

/// An expression of C++ type T, which is optional when the expression can be NULL.
template <class T>
using Expr = Typed<T, Fragment>;

namespace detail {

// What compositions of expressions do. Each operand is a column, a fragment or a value to bind.
void put(Fragment& out, const ColumnRef& column);
void put(Fragment& out, const Fragment& fragment);
void put(Fragment& out, Value value);
/// Both operands, then the operator.
Fragment binary(const ColumnRef& left, const ColumnRef& right, Op op);
Fragment binary(const ColumnRef& left, const Fragment& right, Op op);
Fragment binary(const ColumnRef& left, Value right, Op op);
Fragment binary(const Fragment& left, const ColumnRef& right, Op op);
Fragment binary(const Fragment& left, const Fragment& right, Op op);
Fragment binary(const Fragment& left, Value right, Op op);
// The same for conditions, made in place. `==` and `!=` with a NULL value ask for NULL.
Expr<bool> compare(const ColumnRef& left, const ColumnRef& right, Op op);
Expr<bool> compare(const ColumnRef& left, const Fragment& right, Op op);
Expr<bool> compare(const ColumnRef& left, Value right, Op op);
Expr<bool> compare(const Fragment& left, const ColumnRef& right, Op op);
Expr<bool> compare(const Fragment& left, const Fragment& right, Op op);
Expr<bool> compare(const Fragment& left, Value right, Op op);
/// The operand, then the operator.
Fragment unary(const ColumnRef& operand, Op op);
Fragment unary(const Fragment& operand, Op op);
/// The operand, a text, then the operator.
Fragment matching(const ColumnRef& operand, std::string_view text, Op op);
Fragment matching(const Fragment& operand, std::string_view text, Op op);

/// The operand, then a clause that takes it.
void put_clause(Fragment& out, const ColumnRef& operand, Op clause);
void put_clause(Fragment& out, const Fragment& operand, Op clause);
/// A whole query as the operand of a clause or operator.
void put_query(Fragment& out, const Fragment& query, Op clause);
/// A row count and the clause that takes it. Throws ValidationFailed when it is negative.
void put_count(Fragment& out, std::int64_t count, Op clause);

}  // namespace detail

/// One key of an order: a column or expression, a direction and where NULLs go.
template <class Source>
class Order {
 public:
  [[gnu::always_inline]] constexpr Order(const Source& expression, std::uint8_t direction)
      : source_(expression), direction_(direction) {}

  constexpr Order nulls_first() const {
    return {source_, static_cast<std::uint8_t>(direction_ | order_nulls_first)};
  }
  constexpr Order nulls_last() const {
    return {source_, static_cast<std::uint8_t>(direction_ & ~order_nulls_first)};
  }

  const Source& source() const { return source_; }
  std::uint8_t direction() const { return direction_; }

 private:
  Source source_;
  std::uint8_t direction_;
};

namespace detail {

// An expression alone is an ascending order.
void put_order(Fragment& out, const Order<ColumnRef>& order, Op clause = Op::OrderBy);
void put_order(Fragment& out, const Order<Fragment>& order, Op clause = Op::OrderBy);
void put_order(Fragment& out, const ColumnRef& column, Op clause = Op::OrderBy);
void put_order(Fragment& out, const Fragment& expression, Op clause = Op::OrderBy);

}  // namespace detail

/// What can be asked of every expression.
template <class Source>
struct Operand : Source {
  using TypedSource = Source;

  Expr<bool> is_null() const;
  Expr<bool> is_not_null() const;
};

/// What a condition can be asked: nothing more, but a column of bool is a condition as it stands.
template <class Source>
struct BoolOperand : Operand<Source> {
  operator Expr<bool>() const;  // NOLINT(google-explicit-constructor)
};

/// What can be asked of text. In a pattern of `like`, `%` is any text, `_` one character and `\` takes the
/// next one literally; the others look for the text as it is, also for that of a column or expression. The
/// _fold forms take ASCII letters of either case as equal.
template <class Source>
struct TextOperand : Operand<Source> {
  Expr<bool> like(std::string_view pattern) const;
  Expr<bool> like_fold(std::string_view pattern) const;
  Expr<bool> contains(std::string_view text) const;
  Expr<bool> contains(const TextOperand<ColumnRef>& text) const;
  Expr<bool> contains(const TextOperand<Fragment>& text) const;
  Expr<bool> contains_fold(std::string_view text) const;
  Expr<bool> contains_fold(const TextOperand<ColumnRef>& text) const;
  Expr<bool> contains_fold(const TextOperand<Fragment>& text) const;
  Expr<bool> starts_with(std::string_view text) const;
  Expr<bool> starts_with(const TextOperand<ColumnRef>& text) const;
  Expr<bool> starts_with(const TextOperand<Fragment>& text) const;
  Expr<bool> starts_with_fold(std::string_view text) const;
  Expr<bool> starts_with_fold(const TextOperand<ColumnRef>& text) const;
  Expr<bool> starts_with_fold(const TextOperand<Fragment>& text) const;
  Expr<bool> ends_with(std::string_view text) const;
  Expr<bool> ends_with(const TextOperand<ColumnRef>& text) const;
  Expr<bool> ends_with(const TextOperand<Fragment>& text) const;
  Expr<bool> ends_with_fold(std::string_view text) const;
  Expr<bool> ends_with_fold(const TextOperand<ColumnRef>& text) const;
  Expr<bool> ends_with_fold(const TextOperand<Fragment>& text) const;
};

}  // namespace ochre
