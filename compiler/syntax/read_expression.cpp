#include <algorithm>
#include <string>
#include <utility>

#include "grammar/OchreParser.h"
#include "syntax/codes.hpp"
#include "syntax/precedence.hpp"
#include "syntax/quote.hpp"
#include "syntax/read.hpp"

namespace ochrec::syntax {
namespace {

using ast::BinaryOperator;
using ast::Expression;
using grammar::OchreParser;

BinaryOperator operator_of(const antlr4::Token& token) {
  switch (token.getType()) {
    case OchreParser::OR: return BinaryOperator::Or;
    case OchreParser::AND: return BinaryOperator::And;
    case OchreParser::EQUAL: return BinaryOperator::Equal;
    case OchreParser::NOT_EQUAL: return BinaryOperator::NotEqual;
    case OchreParser::LESS: return BinaryOperator::Less;
    case OchreParser::LESS_EQUAL: return BinaryOperator::LessEqual;
    case OchreParser::GREATER: return BinaryOperator::Greater;
    case OchreParser::GREATER_EQUAL: return BinaryOperator::GreaterEqual;
    case OchreParser::PLUS: return BinaryOperator::Add;
    case OchreParser::MINUS: return BinaryOperator::Subtract;
    case OchreParser::STAR: return BinaryOperator::Multiply;
    case OchreParser::SLASH: return BinaryOperator::Divide;
    default: return BinaryOperator::Remainder;
  }
}

bool is_typed_literal(std::string_view name) {
  constexpr std::string_view types[] = {"date",     "time", "timestamp", "datetime",
                                        "duration", "uuid", "decimal"};
  return std::find(std::begin(types), std::end(types), name) != std::end(types);
}

Expression read_literal(const OchreParser::PrimaryContext& primary, const Reading& reading) {
  const base::Span span = read_span(*primary.literal, reading);
  switch (primary.literal->getType()) {
    case OchreParser::TRUE_: return {ast::BoolLiteral{true}, span, false};
    case OchreParser::FALSE_: return {ast::BoolLiteral{false}, span, false};
    case OchreParser::NULL_: return {ast::NullLiteral{}, span, false};
    case OchreParser::DECIMAL: return {ast::DecimalLiteral{reading.text(span)}, span, false};
    default: break;
  }
  std::string digits = reading.text(span);
  const bool plain = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!plain) return {ast::Unreadable{}, span, false};  // a slip, reported with its token
  return {ast::IntegerLiteral{std::move(digits)}, span, false};
}

/// The arguments of a function: expressions only. What attributes also allow is refused here.
std::vector<Expression> read_call_arguments(const OchreParser::CallContext& call, Reading& reading) {
  std::vector<Expression> arguments;
  for (const auto* written : call.arguments) {
    ast::Argument argument = read_argument(*written, reading);
    auto* expression = std::get_if<Expression>(&argument.value);
    if (argument.name || expression == nullptr) {
      reading.diagnostics.report(
          misplaced_argument, argument.span,
          "functions take plain values; ranges and named arguments belong to attributes");
      arguments.push_back({ast::Unreadable{}, argument.span, false});
    } else {
      arguments.push_back(std::move(*expression));
    }
  }
  return arguments;
}

Expression read_call(const OchreParser::CallContext& call, Reading& reading) {
  ast::Name name = read_name(*call.function, reading);
  const base::Span span = read_span(call, reading);
  std::vector<Expression> arguments = read_call_arguments(call, reading);
  if (arguments.size() == 1 && is_typed_literal(name.text)) {
    if (auto* text = std::get_if<ast::StringLiteral>(&arguments.front().node))
      return {ast::TypedLiteral{std::move(name), {std::move(text->value), arguments.front().span}}, span,
              false};
  }
  return {ast::Call{std::move(name), std::move(arguments)}, span, false};
}

Expression read_primary(const OchreParser::PrimaryContext& primary, Reading& reading) {
  const base::Span span = read_span(primary, reading);
  if (primary.literal != nullptr) return read_literal(primary, reading);
  if (primary.string != nullptr)
    return {ast::StringLiteral{read_text(*primary.string, reading).value}, span, false};
  if (primary.function != nullptr) return read_call(*primary.function, reading);
  if (primary.reference != nullptr)
    return {ast::Reference{read_path(*primary.reference, reading)}, span, false};
  if (primary.items != nullptr) return {ast::List{read_list(*primary.items, reading)}, span, false};
  if (primary.inner != nullptr) {
    Expression inner = read_expression(*primary.inner, reading);
    inner.span = span;
    inner.parenthesized = true;
    return inner;
  }
  ast::ActorReference actor;
  for (const auto* part : primary.parts) actor.parts.push_back(read_name(*part, reading));
  return {std::move(actor), span, false};
}

Operand read_operand(const OchreParser::OperandContext& operand, Reading& reading) {
  Operand result;
  for (const auto* prefix : operand.prefixes) {
    const bool negation = prefix->getType() == OchreParser::NOT;
    result.prefixes.push_back(
        {negation ? ast::UnaryOperator::Not : ast::UnaryOperator::Negate, read_span(*prefix, reading)});
  }
  result.value = read_primary(*operand.value, reading);
  return result;
}

Tail read_tail(const OchreParser::TailContext& tail, Reading& reading) {
  const base::Span span = read_span(tail, reading);
  if (tail.items != nullptr) return InTest{read_list(*tail.items, reading), span};
  if (tail.pattern != nullptr) return LikeTest{read_text(*tail.pattern, reading), span};
  if (tail.op == nullptr) return NullTest{tail.negated != nullptr, span};
  return Infix{operator_of(*tail.op), read_span(*tail.op, reading), read_operand(*tail.right, reading)};
}

/// The most levels that the operators of one flat expression can make.
std::size_t levels_of(const OchreParser::ExpressionContext& rule) {
  std::size_t levels = 1 + rule.rest.size() + rule.first->prefixes.size();
  for (const auto* tail : rule.rest) levels += tail->right != nullptr ? tail->right->prefixes.size() : 0;
  return levels;
}

}  // namespace

Expression read_expression(const Context& expression, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::ExpressionContext&>(expression);
  const std::size_t levels = levels_of(rule);
  if (reading.depth + levels > nesting_limit) {
    const base::Span span = read_span(expression, reading);
    reading.diagnostics
        .report(too_deep, {span.file, span.begin, span.begin + 1},
                "this expression is more than " + std::to_string(nesting_limit) + " operators deep")
        .with_help("a long list of alternatives is shorter as `field in [ … ]`");
    return {ast::Unreadable{}, span, false};
  }
  reading.depth += levels;
  Operand first = read_operand(*rule.first, reading);
  std::vector<Tail> tails;
  tails.reserve(rule.rest.size());
  for (const auto* tail : rule.rest) tails.push_back(read_tail(*tail, reading));
  reading.depth -= levels;
  return build_tree(std::move(first), std::move(tails), reading.diagnostics);
}

std::vector<Expression> read_list(const Context& list, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::ListContext&>(list);
  std::vector<Expression> items;
  items.reserve(rule.items.size());
  for (const auto* item : rule.items) items.push_back(read_expression(*item, reading));
  return items;
}

}  // namespace ochrec::syntax
