// What typed expressions hand over: operands and operators become fragments.
#include "ochre/operand.hpp"

#include <cstring>
#include <string>

#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/expression.hpp"
#include "ochre/functions.hpp"
#include "ochre/time_expression.hpp"

namespace ochre {
namespace detail {
namespace {

template <class Out, class Left, class Right>
Out combined(const Left& left, const Right& right, Op op) {
  Out out;
  put(out, left);
  put(out, right);
  out.op(op);
  return out;
}

/// Equality with NULL is a question of its own in SQL.
bool asks_null(const Value& value, Op op) {
  return value.is_null() && (op == Op::Equal || op == Op::NotEqual);
}
Op null_question(Op op) { return op == Op::Equal ? Op::IsNull : Op::IsNotNull; }

template <class Operand>
Fragment matching_text(const Operand& operand, std::string_view text, Op op) {
  return combined<Fragment>(operand, Value::of_text(Kind::Text, text), op);
}

}  // namespace

void put(Fragment& out, const ColumnRef& column) { out.column(column); }
void put(Fragment& out, const Fragment& fragment) { out.append(fragment); }
void put(Fragment& out, Value value) { out.bind(value); }

Fragment binary(const ColumnRef& left, const ColumnRef& right, Op op) {
  return combined<Fragment>(left, right, op);
}
Fragment binary(const ColumnRef& left, const Fragment& right, Op op) {
  return combined<Fragment>(left, right, op);
}
Fragment binary(const ColumnRef& left, Value right, Op op) { return combined<Fragment>(left, right, op); }
Fragment binary(const Fragment& left, const ColumnRef& right, Op op) {
  return combined<Fragment>(left, right, op);
}
Fragment binary(const Fragment& left, const Fragment& right, Op op) {
  return combined<Fragment>(left, right, op);
}
Fragment binary(const Fragment& left, Value right, Op op) { return combined<Fragment>(left, right, op); }

Expr<bool> compare(const ColumnRef& left, const ColumnRef& right, Op op) {
  return combined<Expr<bool>>(left, right, op);
}
Expr<bool> compare(const ColumnRef& left, const Fragment& right, Op op) {
  return combined<Expr<bool>>(left, right, op);
}
Expr<bool> compare(const ColumnRef& left, Value right, Op op) {
  if (asks_null(right, op)) return Expr<bool>{unary(left, null_question(op))};
  Expr<bool> out;
  out.comparison(left, right, op);
  return out;
}
Expr<bool> compare(const Fragment& left, const ColumnRef& right, Op op) {
  return combined<Expr<bool>>(left, right, op);
}
Expr<bool> compare(const Fragment& left, const Fragment& right, Op op) {
  return combined<Expr<bool>>(left, right, op);
}
Expr<bool> compare(const Fragment& left, Value right, Op op) {
  if (asks_null(right, op)) return Expr<bool>{unary(left, null_question(op))};
  return combined<Expr<bool>>(left, right, op);
}

Fragment unary(const ColumnRef& operand, Op op) {
  Fragment out;
  out.column(operand);
  out.op(op);
  return out;
}
Fragment unary(const Fragment& operand, Op op) {
  Fragment out = operand;
  out.op(op);
  return out;
}

Fragment matching(const ColumnRef& operand, std::string_view text, Op op) {
  return matching_text(operand, text, op);
}
Fragment matching(const Fragment& operand, std::string_view text, Op op) {
  return matching_text(operand, text, op);
}

void put_clause(Fragment& out, const ColumnRef& operand, Op clause) {
  out.column(operand);
  out.op(clause);
}
void put_clause(Fragment& out, const Fragment& operand, Op clause) {
  out.append(operand);
  out.op(clause);
}

void put_order(Fragment& out, const Order<ColumnRef>& order, Op clause) {
  out.column(order.source());
  out.op(clause, order.direction());
}
void put_order(Fragment& out, const Order<Fragment>& order, Op clause) {
  out.append(order.source());
  out.op(clause, order.direction());
}
void put_order(Fragment& out, const ColumnRef& column, Op clause) {
  out.column(column);
  out.op(clause, 0);
}
void put_order(Fragment& out, const Fragment& expression, Op clause) {
  out.append(expression);
  out.op(clause, 0);
}

void put_rows(Fragment& out, std::int64_t count, std::int64_t least, Op function) {
  if (count < least || count > INT32_MAX)
    throw ValidationFailed("A window function counts from " + std::to_string(least) + " to 2147483647 rows.");
  out.bind(Value::of_integer(Kind::Int64, count));
  out.op(function);
}

void put_frame(Fragment& out, const FrameBound& start, const FrameBound& end, bool range) {
  using enum FrameBound::Kind;
  const auto counts = [](const FrameBound& bound) {
    return bound.kind == Preceding || bound.kind == Following;
  };
  if (start.kind > end.kind || start.kind == UnboundedFollowing || end.kind == UnboundedPreceding)
    throw ValidationFailed("A window's frame ends before it begins.");
  if (start.count < 0 || end.count < 0)
    throw ValidationFailed(
        "A window's frame counts less than no rows; preceding() and following() say where.");
  if (range && (counts(start) || counts(end)))
    throw ValidationFailed("range_between() takes whole sets of equal rows; count rows with rows_between().");
  for (const FrameBound& bound : {start, end}) {
    counts(bound) ? out.bind(Value::of_integer(Kind::Int64, bound.count)) : out.op(Op::Null);
  }
  out.op(Op::Frame,
         static_cast<std::uint8_t>(static_cast<std::uint8_t>(start.kind) | (range ? frame_of_range : 0)),
         static_cast<std::uint8_t>(end.kind));
}

void put_round(Fragment& out, int scale, int digits) {
  if (digits < 0 || digits > scale)
    throw ValidationFailed("round() keeps from 0 to " + std::to_string(scale) + " digits of this decimal.");
  out.op(Op::Round, static_cast<std::uint8_t>(scale), static_cast<std::uint8_t>(digits));
}

void put_count(Fragment& out, std::int64_t count, Op clause) {
  if (count < 0) throw ValidationFailed("A limit or offset cannot be negative.");
  out.bind(Value::of_integer(Kind::Int64, count));
  out.op(clause);
}

Value text_value(const std::string& text) { return Value::of_text(Kind::Text, text); }
Value text_value(std::string_view text, Kind kind) { return Value::of_text(kind, text); }
Value text_value(const char* text) { return Value::of_text(Kind::Text, {text, std::strlen(text)}); }

Value integer_value(std::int64_t value, Kind kind) { return Value::of_integer(kind, value); }
Value integer_value(std::uint64_t value, Kind kind) {
  if (value > static_cast<std::uint64_t>(INT64_MAX)) {
    throw ValidationFailed("An unsigned value beyond 2^63 - 1 cannot be stored or compared.");
  }
  return Value::of_integer(kind, static_cast<std::int64_t>(value));
}
Value real_value(double value, Kind kind) { return Value::of_real(kind, value); }

}  // namespace detail

Expr<Timestamp> now() {
  Expr<Timestamp> out;
  out.bind(Value::of_integer(Kind::Timestamp, Moment::now().microseconds));
  return out;
}

template <class Source>
Expr<bool> Operand<Source>::is_null() const {
  return Expr<bool>{detail::unary(static_cast<const Source&>(*this), Op::IsNull)};
}
template <class Source>
Expr<bool> Operand<Source>::is_not_null() const {
  return Expr<bool>{detail::unary(static_cast<const Source&>(*this), Op::IsNotNull)};
}

template <class Source>
BoolOperand<Source>::operator Expr<bool>() const {
  Expr<bool> out;
  detail::put(out, static_cast<const Source&>(*this));
  return out;
}

template <class Source>
Expr<bool> TextOperand<Source>::like(std::string_view pattern) const {
  return Expr<bool>{detail::matching(static_cast<const Source&>(*this), pattern, Op::Like)};
}
template <class Source>
Expr<bool> TextOperand<Source>::like_fold(std::string_view pattern) const {
  return Expr<bool>{detail::matching(static_cast<const Source&>(*this), pattern, Op::LikeFold)};
}
template <class Source>
Expr<bool> TextOperand<Source>::contains(std::string_view text) const {
  return Expr<bool>{detail::matching(static_cast<const Source&>(*this), text, Op::Contains)};
}
template <class Source>
Expr<bool> TextOperand<Source>::contains_fold(std::string_view text) const {
  return Expr<bool>{detail::matching(static_cast<const Source&>(*this), text, Op::ContainsFold)};
}
template <class Source>
Expr<bool> TextOperand<Source>::starts_with(std::string_view text) const {
  return Expr<bool>{detail::matching(static_cast<const Source&>(*this), text, Op::StartsWith)};
}
template <class Source>
Expr<bool> TextOperand<Source>::starts_with_fold(std::string_view text) const {
  return Expr<bool>{detail::matching(static_cast<const Source&>(*this), text, Op::StartsWithFold)};
}
template <class Source>
Expr<bool> TextOperand<Source>::ends_with(std::string_view text) const {
  return Expr<bool>{detail::matching(static_cast<const Source&>(*this), text, Op::EndsWith)};
}
template <class Source>
Expr<bool> TextOperand<Source>::ends_with_fold(std::string_view text) const {
  return Expr<bool>{detail::matching(static_cast<const Source&>(*this), text, Op::EndsWithFold)};
}

template struct Operand<ColumnRef>;
template struct Operand<Fragment>;
template struct BoolOperand<ColumnRef>;
template struct BoolOperand<Fragment>;
template struct TextOperand<ColumnRef>;
template struct TextOperand<Fragment>;

Expr<bool> operator&&(Expr<bool>&& left, const Expr<bool>& right) {
  left.append(right);
  left.op(Op::And);
  return static_cast<Expr<bool>&&>(left);
}
Expr<bool> operator&&(const Expr<bool>& left, const Expr<bool>& right) { return Expr<bool>(left) && right; }
Expr<bool> operator||(Expr<bool>&& left, const Expr<bool>& right) {
  left.append(right);
  left.op(Op::Or);
  return static_cast<Expr<bool>&&>(left);
}
Expr<bool> operator||(const Expr<bool>& left, const Expr<bool>& right) { return Expr<bool>(left) || right; }
Expr<bool> operator!(const Expr<bool>& condition) {
  return Expr<bool>{detail::unary(static_cast<const Fragment&>(condition), Op::Not)};
}

}  // namespace ochre
