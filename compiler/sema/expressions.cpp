#include "sema/expressions.hpp"

#include "sema/codes.hpp"
#include "sema/expression_types.hpp"
#include "sema/literals.hpp"
#include "sema/respell.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Scalar;

model::Expr literal(model::Type type, model::Value value, base::Span span) {
  model::Expr expr;
  expr.type = type;
  expr.type.optional = false;
  expr.value = std::move(value);
  expr.span = span;
  return expr;
}

}  // namespace

Typing::Typed Typing::type(const ast::Expression& written, const model::Type* wanted) {
  return std::visit([&](const auto& inner) { return node(written, inner, wanted); }, written.node);
}

Typing::Typed Typing::condition(const ast::Expression& written) {
  const model::Type wanted = scalar_of(Scalar::Bool);
  Typed typed = type(written, &wanted);
  if (typed && !is_boolean(*typed)) return std::nullopt;
  return typed;
}

Typing::Typed Typing::value(const ast::Expression& written, const model::Type& wanted, base::Code law,
                            std::string_view what) {
  if (std::holds_alternative<ast::NullLiteral>(written.node) && wanted.optional) {
    model::Expr null = literal(wanted, {}, written.span);
    null.type.optional = true;
    return null;
  }
  if (std::holds_alternative<ast::NullLiteral>(written.node)) {
    analysis_.report(law, written.span, std::string(what) + " is required, so it cannot be null")
        .with_help("a type that ends with `?` may be absent");
    return std::nullopt;
  }
  Typed typed = type(written, &wanted);
  if (!typed) return std::nullopt;
  if (!fits(typed->type, wanted)) {
    base::Diagnostic& finding =
        analysis_.report(law, written.span,
                         std::string(what) + " is of type " + quoted(spelled(analysis_, wanted)) +
                             ", but this is of type " + quoted(spelled(analysis_, typed->type)));
    finding.with_help(mismatch_help(wanted, typed->type));
    suggest_literal(finding, written, wanted);
    return std::nullopt;
  }
  if (typed->type.optional && !wanted.optional) {
    analysis_.report(law, written.span, std::string(what) + " is required, but this can be null")
        .with_help("give a value for that case, as in `coalesce(…, 0)`, or make the field optional");
    return std::nullopt;
  }
  return typed;
}

void Typing::suggest_literal(base::Diagnostic& finding, const ast::Expression& written,
                             const model::Type& wanted) {
  const auto right = respelled(analysis_.schema, written, wanted);
  if (!right) return;
  if (finding.help.empty()) finding.with_help("write " + quoted(*right));
  finding.with_fix(written.span, *right);
}

Typing::Typed Typing::node(const ast::Expression&, const ast::Unreadable&, const model::Type*) {
  return std::nullopt;
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::NullLiteral&, const model::Type*) {
  analysis_.report(codes::not_a_value, at.span, "`null` is not a value that expressions can work with")
      .with_help("test for it with `is null`, and replace it with `coalesce(…)`");
  return std::nullopt;
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::BoolLiteral& node, const model::Type*) {
  return literal(scalar_of(Scalar::Bool), node.value, at.span);
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::IntegerLiteral&, const model::Type* wanted) {
  return number(at, wanted);
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::DecimalLiteral&, const model::Type* wanted) {
  return number(at, wanted);
}

// A number takes the type that is wanted if it can; the caller says what does not fit.
Typing::Typed Typing::number(const ast::Expression& at, const model::Type* wanted) {
  const auto written = as_number(at);
  model::Type type = scalar_of(written->has_point ? Scalar::Float64 : Scalar::Int64);
  if (wanted != nullptr && is_numeric(*wanted) && !(wanted->is_integer() && written->has_point))
    type = *wanted;
  const auto value = number_as(analysis_, at.span, *written, type);
  return value ? Typed(literal(type, *value, at.span)) : std::nullopt;
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::StringLiteral& node, const model::Type*) {
  return literal(scalar_of(Scalar::String), node.value, at.span);
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::TypedLiteral& node,
                           const model::Type* wanted) {
  if (wanted != nullptr && wanted->is(Scalar::Decimal) && as_number(at)) return number(at, wanted);
  return typed_literal(analysis_, node, at.span);
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::List& node, const model::Type* wanted) {
  if (wanted != nullptr && wanted->array && node.items.empty())
    return literal(*wanted, model::EmptyArray{}, at.span);
  analysis_
      .report(codes::not_a_value, at.span,
              node.items.empty() ? "an empty list is the default of an array, and nothing else"
                                 : "a list stands behind `in`, and nowhere else")
      .with_help(
          "`status in [open, waiting]` looks for a value in a list; `@default([])` begins with an empty "
          "array");
  return std::nullopt;
}

}  // namespace ochrec::sema
