#include <utility>

#include "grammar/OchreParser.h"
#include "syntax/codes.hpp"
#include "syntax/read.hpp"

namespace ochrec::syntax {
namespace {

using ast::Expression;
using grammar::OchreParser;

using Value = std::variant<Expression, ast::Range, ast::NamedCall>;

bool is_number(const Expression& expression) {
  return std::holds_alternative<ast::IntegerLiteral>(expression.node) ||
         std::holds_alternative<ast::DecimalLiteral>(expression.node);
}

bool is_bound(const Expression& expression) {
  if (const auto* unary = std::get_if<ast::Unary>(&expression.node))
    return unary->op == ast::UnaryOperator::Negate && is_number(*unary->operand);
  return is_number(expression) || std::holds_alternative<ast::TypedLiteral>(expression.node) ||
         std::holds_alternative<ast::Unreadable>(expression.node);
}

std::optional<Expression> read_bound(const Context* bound, Reading& reading) {
  if (bound == nullptr) return std::nullopt;
  Expression expression = read_expression(*bound, reading);
  if (is_bound(expression)) return expression;
  reading.diagnostics.report(bad_range, expression.span, "the ends of a range are literals")
      .with_help("write a number, or a typed literal such as date(\"2026-01-01\")");
  return Expression{ast::Unreadable{}, expression.span, false};
}

ast::Range read_range(const OchreParser::ArgumentValueContext& rule, Reading& reading) {
  ast::Range range;
  range.span = read_span(rule, reading);
  range.low = read_bound(rule.low, reading);
  range.high = read_bound(rule.high, reading);
  range.low_exclusive = rule.lowExclusive != nullptr;
  range.high_exclusive = rule.highExclusive != nullptr;
  if (range.high_exclusive && !range.high)
    reading.diagnostics.report(bad_range, range.span, "this range excludes an end it does not have");
  return range;
}

/// `partial(last: 4)` and nothing around it.
const OchreParser::CallContext* named_call(const OchreParser::ArgumentValueContext& rule) {
  if (rule.dots != nullptr || !rule.low->rest.empty() || !rule.low->first->prefixes.empty()) return nullptr;
  const OchreParser::CallContext* call = rule.low->first->value->function;
  const bool named = call != nullptr && !call->arguments.empty() && call->arguments.front()->label != nullptr;
  return named ? call : nullptr;
}

Value read_value(const OchreParser::ArgumentValueContext& rule, Reading& reading) {
  if (rule.dots != nullptr) return read_range(rule, reading);
  const OchreParser::CallContext* call = named_call(rule);
  if (call == nullptr) return read_expression(*rule.low, reading);
  ast::NamedCall result;
  result.function = read_name(*call->function, reading);
  if (++reading.depth > nesting_limit) {
    reading.diagnostics.report(too_deep, result.function.span, "these calls nest too deep");
  } else {
    for (const auto* argument : call->arguments)
      result.arguments.push_back(read_argument(*argument, reading));
  }
  --reading.depth;
  return result;
}

}  // namespace

std::variant<Expression, ast::Range> read_argument_value(const Context& value, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::ArgumentValueContext&>(value);
  if (rule.dots != nullptr) return read_range(rule, reading);
  return read_expression(*rule.low, reading);
}

ast::Argument read_argument(const Context& argument, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::ArgumentContext&>(argument);
  std::optional<ast::Name> name;
  if (rule.label != nullptr) name = read_name(*rule.label, reading);
  return {std::move(name), read_value(*rule.value, reading), read_span(argument, reading)};
}

ast::Attribute read_attribute(const Context& attribute, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::AttributeContext&>(attribute);
  ast::Attribute result;
  result.name = read_name(*rule.label, reading);
  result.span = read_span(attribute, reading);
  for (const auto* argument : rule.arguments) result.arguments.push_back(read_argument(*argument, reading));
  return result;
}

}  // namespace ochrec::syntax
