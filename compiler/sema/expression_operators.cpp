#include <algorithm>
#include <utility>

#include "sema/codes.hpp"
#include "sema/expression_types.hpp"
#include "sema/expressions.hpp"
#include "sema/literals.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using ast::BinaryOperator;
using model::Op;
using model::Scalar;

bool is_comparison(BinaryOperator op) {
  return op >= BinaryOperator::Equal && op <= BinaryOperator::GreaterEqual;
}

bool is_null(const ast::Expression& written) {
  return std::holds_alternative<ast::NullLiteral>(written.node);
}

Op comparison_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Equal: return Op::Equal;
    case BinaryOperator::NotEqual: return Op::NotEqual;
    case BinaryOperator::Less: return Op::Less;
    case BinaryOperator::LessEqual: return Op::LessEqual;
    case BinaryOperator::Greater: return Op::Greater;
    default: return Op::GreaterEqual;
  }
}

Op arithmetic_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Add: return Op::Add;
    case BinaryOperator::Subtract: return Op::Subtract;
    case BinaryOperator::Multiply: return Op::Multiply;
    case BinaryOperator::Divide: return Op::Divide;
    default: return Op::Modulo;
  }
}

bool is_zero(const model::Expr& expr) {
  if (expr.op != Op::Literal) return false;
  if (const auto* number = std::get_if<std::int64_t>(&expr.value)) return *number == 0;
  const auto* number = std::get_if<double>(&expr.value);
  return number != nullptr && *number == 0;
}

bool is_small_decimal(const model::Type& type) { return type.is(Scalar::Decimal) && has_order(type); }

/// The type of a sum, product or quotient; nothing when these types have none.
std::optional<model::Type> result_type(Op op, const model::Type& left, const model::Type& right) {
  const bool additive = op == Op::Add || op == Op::Subtract;
  if (left.is(Scalar::Duration) && right.is(Scalar::Duration))
    return additive ? std::optional(left) : std::nullopt;
  if (op == Op::Multiply && is_small_decimal(left) && right.is_integer()) return left;
  if (op == Op::Multiply && is_small_decimal(right) && left.is_integer()) return right;
  if (!is_numeric(left) || !is_numeric(right)) return std::nullopt;
  const auto common = common_type(left, right);
  if (!common || (op == Op::Modulo && !common->is_integer())) return std::nullopt;
  if (common->is(Scalar::Decimal) && (!additive || !has_order(*common))) return std::nullopt;
  return common;
}

bool is_moment(const model::Type& type) {
  return type.is(Scalar::Timestamp) || type.is(Scalar::Datetime) || type.is(Scalar::Date) ||
         type.is(Scalar::Time);
}

base::Span both(const ast::Expression& left, const ast::Expression& right) {
  return base::cover(left.span, right.span);
}

}  // namespace

bool Typing::is_boolean(const model::Expr& operand) {
  if (operand.type.is(Scalar::Bool)) return true;
  analysis_.report(
      codes::not_boolean, operand.span,
      "a condition is true or false, but this is of type " + quoted(spelled(analysis_, operand.type)));
  return false;
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::Unary& node, const model::Type* wanted) {
  if (node.op == ast::UnaryOperator::Not) {
    Typed operand = type(*node.operand);
    if (!operand || !is_boolean(*operand)) return std::nullopt;
    return operation(Op::Not, scalar_of(Scalar::Bool), {std::move(*operand)}, at.span);
  }
  if (as_number(at)) return number(at, wanted);
  Typed operand = type(*node.operand, wanted);
  if (!operand) return std::nullopt;
  const model::Type type = operand->type;
  if ((is_numeric(type) && (!type.is(Scalar::Decimal) || has_order(type))) || type.is(Scalar::Duration))
    return operation(Op::Negate, type, {std::move(*operand)}, at.span);
  analysis_.report(codes::arithmetic_types, at.span,
                   "there is no negative of type " + quoted(spelled(analysis_, type)));
  return std::nullopt;
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::Binary& node, const model::Type* wanted) {
  if (node.op == BinaryOperator::And || node.op == BinaryOperator::Or) return logic(at, node);
  if (is_comparison(node.op)) return comparison(at, node);
  return arithmetic(at, node, wanted);
}

// Both sides are typed even when one is wrong: each holds mistakes of its own.
Typing::Typed Typing::logic(const ast::Expression& at, const ast::Binary& node) {
  Typed left = type(*node.left);
  Typed right = type(*node.right);
  const bool left_fits = left && is_boolean(*left);
  const bool right_fits = right && is_boolean(*right);
  if (!left_fits || !right_fits) return std::nullopt;
  const Op op = node.op == BinaryOperator::And ? Op::And : Op::Or;
  return operation(op, scalar_of(Scalar::Bool), {std::move(*left), std::move(*right)}, at.span);
}

Typing::Pair Typing::operands(const ast::Expression& left, const ast::Expression& right,
                              const model::Type* wanted) {
  Typed one;
  Typed other;
  if (is_flexible(left) && !is_flexible(right)) {
    other = type(right, wanted);
    if (other) one = type(left, &other->type);
  } else if (is_flexible(right)) {
    one = type(left, wanted);
    if (one) other = type(right, &one->type);
  } else {
    one = type(left, peek(right));
    other = type(right, peek(left));
  }
  if (!one || !other) return std::nullopt;
  return std::pair(std::move(*one), std::move(*other));
}

Typing::Typed Typing::comparison(const ast::Expression& at, const ast::Binary& node) {
  const bool equality = node.op == BinaryOperator::Equal || node.op == BinaryOperator::NotEqual;
  if (is_null(*node.left) || is_null(*node.right)) {
    const char* test = node.op == BinaryOperator::NotEqual ? "is not null" : "is null";
    base::Diagnostic& finding = analysis_.report(codes::compared_with_null, at.span,
                                                 "nothing is equal to `null`, and nothing differs from it");
    finding.with_help("write " + quoted(test));
    if (equality && is_null(*node.right)) finding.with_fix(base::cover(node.op_span, node.right->span), test);
    if (equality && !is_null(*node.right))
      finding.with_fix(base::cover(node.left->span, node.op_span), "")
          .with_fix({at.span.file, node.right->span.end, node.right->span.end}, std::string(" ") + test);
    return std::nullopt;
  }
  Pair pair = operands(*node.left, *node.right, nullptr);
  if (!pair) return std::nullopt;
  auto& [left, right] = *pair;
  const auto common = common_type(left.type, right.type);
  if (!common) {
    base::Diagnostic& finding =
        analysis_.report(codes::compared_types, both(*node.left, *node.right),
                         "a value of type " + quoted(spelled(analysis_, left.type)) +
                             " is compared with one of type " + quoted(spelled(analysis_, right.type)));
    finding.with_help(mismatch_help(left.type, right.type));
    // `title < 80` was hardly meant to compare with the text "80".
    if (!left.type.is(Scalar::String)) suggest_literal(finding, *node.right, left.type);
    if (finding.fixes.empty() && !right.type.is(Scalar::String))
      suggest_literal(finding, *node.left, right.type);
    return std::nullopt;
  }
  if (equality ? has_equality(*common) : has_order(*common)) {
    const Op op = comparison_of(node.op);
    return operation(op, scalar_of(Scalar::Bool), {std::move(left), std::move(right)}, at.span);
  }
  base::Diagnostic& finding = analysis_.report(codes::no_order, both(*node.left, *node.right),
                                               "values of type " + quoted(spelled(analysis_, *common)) +
                                                   (equality ? " have no equality that all databases share"
                                                             : " have no order that all databases share"));
  if (common->kind == model::TypeKind::Enum)
    finding.with_help("list the values that are meant: `role in [author, admin]`");
  return std::nullopt;
}

// Beside a decimal a literal becomes one, but decimals are multiplied by integers: `price * 2`.
bool Typing::keep_factor_whole(const ast::Expression& written, model::Expr& factor,
                               const model::Expr& other) {
  const auto literal = as_number(written);
  if (!literal || literal->has_point || !other.type.is(Scalar::Decimal)) return true;
  Typed whole = number(written, nullptr);
  if (whole) factor = std::move(*whole);
  return whole.has_value();
}

Typing::Typed Typing::arithmetic(const ast::Expression& at, const ast::Binary& node,
                                 const model::Type* wanted) {
  Pair pair = operands(*node.left, *node.right, wanted);
  if (!pair) return std::nullopt;
  auto& [left, right] = *pair;
  const Op op = arithmetic_of(node.op);
  if (op == Op::Multiply && !keep_factor_whole(*node.left, left, right)) return std::nullopt;
  if (op == Op::Multiply && !keep_factor_whole(*node.right, right, left)) return std::nullopt;
  const auto common = result_type(op, left.type, right.type);
  if (!common) {
    base::Diagnostic& finding =
        analysis_.report(codes::arithmetic_types, both(*node.left, *node.right),
                         "this cannot be done with values of type " + quoted(spelled(analysis_, left.type)) +
                             " and " + quoted(spelled(analysis_, right.type)));
    if (left.type.is(Scalar::Decimal) || right.type.is(Scalar::Decimal))
      finding.with_help(
          "decimals are added to and subtracted from decimals with as many digits after the "
          "point, and multiplied by integers");
    if (is_moment(left.type) || is_moment(right.type))
      finding.with_help(
          "databases disagree on sums and differences of moments; compare fields with each other, and keep "
          "a moment that is computed from another as a field");
    return std::nullopt;
  }
  const bool divides = op == Op::Divide || op == Op::Modulo;
  if (divides && is_zero(right)) {
    analysis_.report(codes::division_by_zero, node.right->span, "this divides by zero");
    return std::nullopt;
  }
  const bool safe = !divides || right.op == Op::Literal;
  model::Expr out = operation(op, *common, {std::move(left), std::move(right)}, at.span);
  out.type.optional |= !safe;
  return out;
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::In& node, const model::Type*) {
  if (node.items.empty()) {
    analysis_.report(codes::in_list, at.span, "the list behind `in` is empty");
    return std::nullopt;
  }
  Typed operand = type(*node.operand);
  if (!operand) return std::nullopt;
  if (!has_equality(operand->type)) {
    analysis_.report(codes::in_list, node.operand->span,
                     "values of type " + quoted(spelled(analysis_, operand->type)) + " cannot be looked for");
    return std::nullopt;
  }
  std::vector<model::Expr> args;
  args.push_back(*operand);
  bool sound = true;
  for (const ast::Expression& item : node.items) {
    if (is_null(item)) {
      analysis_.report(codes::in_list, item.span, "`null` is not found by `in`")
          .with_help("test for it beside: `x is null or x in […]`");
      sound = false;
      continue;
    }
    Typed typed = type(item, &operand->type);
    if (typed && !common_type(operand->type, typed->type)) {
      analysis_.report(codes::in_list, item.span,
                       "this is of type " + quoted(spelled(analysis_, typed->type)) + ", but " +
                           quoted(spelled(analysis_, operand->type)) + " is looked for");
      typed.reset();
    }
    sound = sound && typed;
    if (sound) args.push_back(std::move(*typed));
  }
  if (!sound) return std::nullopt;
  return operation(Op::In, scalar_of(Scalar::Bool), std::move(args), at.span);
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::Like& node, const model::Type*) {
  Typed operand = type(*node.operand);
  if (!operand) return std::nullopt;
  if (!operand->type.is(Scalar::String)) {
    analysis_.report(
        codes::like_operand, node.operand->span,
        "`like` looks at text, but this is of type " + quoted(spelled(analysis_, operand->type)));
    return std::nullopt;
  }
  const std::string& pattern = node.pattern.value;
  for (std::size_t slash = pattern.find('\\'); slash != std::string::npos;
       slash = pattern.find('\\', slash + 2)) {
    constexpr std::string_view escaped = "%_\\";
    if (slash + 1 < pattern.size() && escaped.find(pattern[slash + 1]) != std::string_view::npos) continue;
    analysis_.report(codes::like_operand, node.pattern.span,
                     "a backslash in a pattern stands before `%`, `_` or another backslash");
    return std::nullopt;
  }
  model::Expr text;
  text.type = scalar_of(Scalar::String);
  text.value = pattern;
  text.span = node.pattern.span;
  return operation(Op::Like, scalar_of(Scalar::Bool), {std::move(*operand), std::move(text)}, at.span);
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::IsNull& node, const model::Type*) {
  auto columns = absence_columns(*node.operand);
  if (!columns) return std::nullopt;
  if (!(*columns)[0].type.optional)
    analysis_.report(codes::never_null, at.span,
                     node.negated ? "this is always true: the value is required, so it is never null"
                                  : "this is never true: the value is required, so it is never null");
  Typed out;
  for (model::Expr& column : *columns) {
    model::Expr test = operation(node.negated ? Op::IsNotNull : Op::IsNull, scalar_of(Scalar::Bool),
                                 {std::move(column)}, at.span);
    test.type.optional = false;
    out = out ? operation(node.negated ? Op::And : Op::Or, scalar_of(Scalar::Bool),
                          {std::move(*out), std::move(test)}, at.span)
              : std::move(test);
  }
  return out;
}

}  // namespace ochrec::sema
