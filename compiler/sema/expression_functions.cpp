#include <algorithm>

#include "sema/codes.hpp"
#include "sema/expression_types.hpp"
#include "sema/expressions.hpp"
#include "sema/foreign.hpp"
#include "sema/literals.hpp"
#include "sema/numbers.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Op;
using model::Scalar;

struct Function {
  std::string_view name;
  Op op;
};
constexpr Function functions[] = {
    {"length", Op::Length}, {"lower", Op::Lower}, {"upper", Op::Upper},       {"trim", Op::Trim},
    {"abs", Op::Abs},       {"round", Op::Round}, {"coalesce", Op::Coalesce}, {"nullif", Op::NullIf},
    {"now", Op::Now},       {"uuid", Op::Uuid},   {"uuid7", Op::Uuid7},       {"year", Op::Year},
    {"month", Op::Month},   {"day", Op::Day},
};

const Function* function_named(std::string_view name) {
  const auto* found = std::find_if(std::begin(functions), std::end(functions),
                                   [&](const Function& function) { return function.name == name; });
  return found == std::end(functions) ? nullptr : found;
}

}  // namespace

Typing::Typed Typing::node(const ast::Expression& at, const ast::Call& node, const model::Type* wanted) {
  const Function* function = function_named(node.function.text);
  if (function == nullptr) {
    base::Diagnostic& finding = analysis_.report(codes::unknown_function, node.function.span,
                                                 "there is no function " + quoted(node.function.text + "()"));
    if (!explain_foreign(Foreign::Function, finding, node.function))
      suggest(analysis_, finding, node.function, [] {
        std::vector<std::string> names;
        for (const Function& known : functions) names.emplace_back(known.name);
        return names;
      });
    return std::nullopt;
  }
  switch (function->op) {
    case Op::Now: return clock(at, node);
    case Op::Uuid:
    case Op::Uuid7: return fresh_uuid(at, node);
    case Op::Length: return length(at, node);
    case Op::Year:
    case Op::Month:
    case Op::Day: return date_part(at, node, function->op);
    case Op::Abs: return absolute(at, node, wanted);
    case Op::Round: return round(at, node);
    case Op::Coalesce: return coalesce(at, node, wanted);
    case Op::NullIf: return null_if(at, node, wanted);
    default: return text_function(at, node, function->op);
  }
}

bool Typing::takes(const ast::Expression& at, const ast::Call& call, std::size_t low, std::size_t high,
                   std::string_view form) {
  if (call.arguments.size() >= low && call.arguments.size() <= high) return true;
  analysis_.report(codes::function_arguments, at.span,
                   quoted(call.function.text + "()") + " is written " + quoted(form));
  return false;
}

// SQLite accepts the clock in a check and fails at the first insert, and an index over it would go stale.
Typing::Typed Typing::clock(const ast::Expression& at, const ast::Call& call) {
  if (!takes(at, call, 0, 0, "now()")) return std::nullopt;
  if (where_ != Where::Default && where_ != Where::Backfill && where_ != Where::Policy) {
    analysis_
        .report(codes::now_misplaced, at.span,
                "`now()` changes while the row stays, so it has no meaning here")
        .with_help("`now()` stands in defaults, backfills and policies");
    return std::nullopt;
  }
  return operation(Op::Now, scalar_of(Scalar::Timestamp), {}, at.span);
}

Typing::Typed Typing::fresh_uuid(const ast::Expression& at, const ast::Call& call) {
  if (!takes(at, call, 0, 0, call.function.text + "()")) return std::nullopt;
  if (where_ != Where::Default && where_ != Where::Backfill) {
    analysis_
        .report(codes::uuid_misplaced, at.span,
                quoted(call.function.text + "()") + " makes a new value each time, so it has no meaning here")
        .with_help("it stands in defaults and backfills");
    return std::nullopt;
  }
  const Op op = call.function.text == "uuid" ? Op::Uuid : Op::Uuid7;
  return operation(op, scalar_of(Scalar::Uuid), {}, at.span);
}

Typing::Typed Typing::text_function(const ast::Expression& at, const ast::Call& call, Op op) {
  if (!takes(at, call, 1, 1, call.function.text + "(text)")) return std::nullopt;
  Typed text = type(call.arguments[0]);
  if (!text) return std::nullopt;
  if (text->type.is(Scalar::String))
    return operation(op, scalar_of(Scalar::String), {std::move(*text)}, at.span);
  analysis_.report(codes::function_arguments, text->span,
                   quoted(call.function.text + "()") + " takes text, but this is of type " +
                       quoted(spelled(analysis_, text->type)));
  return std::nullopt;
}

Typing::Typed Typing::length(const ast::Expression& at, const ast::Call& call) {
  if (!takes(at, call, 1, 1, "length(text)")) return std::nullopt;
  Typed text = type(call.arguments[0]);
  if (!text) return std::nullopt;
  if (text->type.is(Scalar::String) || text->type.is(Scalar::Bytes))
    return operation(Op::Length, scalar_of(Scalar::Int32), {std::move(*text)}, at.span);
  analysis_.report(
      codes::function_arguments, text->span,
      "`length()` takes text or bytes, but this is of type " + quoted(spelled(analysis_, text->type)));
  return std::nullopt;
}

Typing::Typed Typing::date_part(const ast::Expression& at, const ast::Call& call, Op op) {
  if (!takes(at, call, 1, 1, call.function.text + "(date)")) return std::nullopt;
  Typed when = type(call.arguments[0]);
  if (!when) return std::nullopt;
  const model::Type& type = when->type;
  if (type.is(Scalar::Date) || type.is(Scalar::Timestamp) || type.is(Scalar::Datetime))
    return operation(op, scalar_of(Scalar::Int32), {std::move(*when)}, at.span);
  analysis_.report(codes::function_arguments, when->span,
                   quoted(call.function.text + "()") +
                       " takes a date, a timestamp or a datetime, but this is of type " +
                       quoted(spelled(analysis_, type)));
  return std::nullopt;
}

Typing::Typed Typing::absolute(const ast::Expression& at, const ast::Call& call, const model::Type* wanted) {
  if (!takes(at, call, 1, 1, "abs(number)")) return std::nullopt;
  Typed number = type(call.arguments[0], wanted);
  if (!number) return std::nullopt;
  const model::Type type = number->type;
  const bool fine = is_numeric(type) && (!type.is(Scalar::Decimal) || has_order(type));
  if (fine || type.is(Scalar::Duration)) return operation(Op::Abs, type, {std::move(*number)}, at.span);
  analysis_.report(
      codes::function_arguments, number->span,
      "`abs()` takes a number or a duration, but this is of type " + quoted(spelled(analysis_, type)));
  return std::nullopt;
}

Typing::Typed Typing::round(const ast::Expression& at, const ast::Call& call) {
  if (!takes(at, call, 1, 2, "round(decimal, digits)")) return std::nullopt;
  Typed number = type(call.arguments[0]);
  if (!number) return std::nullopt;
  if (!number->type.is(Scalar::Decimal) || !has_order(number->type)) {
    base::Diagnostic& finding = analysis_.report(
        codes::function_arguments, number->span,
        "`round()` takes a decimal, but this is of type " + quoted(spelled(analysis_, number->type)));
    if (number->type.is_float())
      finding.with_help("databases disagree about the rounding of floating point numbers");
    return std::nullopt;
  }
  model::Expr digits;
  digits.type = scalar_of(Scalar::Int32);
  digits.value = std::int64_t{0};
  digits.span = at.span;
  if (call.arguments.size() == 2) {
    const auto written = as_number(call.arguments[1]);
    const auto count =
        written && !written->has_point ? parse_integer(written->digits, written->negative) : std::nullopt;
    if (!count || *count < 0 || *count > number->type.scale) {
      analysis_.report(codes::function_arguments, call.arguments[1].span,
                       "the digits to keep are a number from 0 to " + std::to_string(number->type.scale));
      return std::nullopt;
    }
    digits.value = *count;
  }
  const model::Type type = number->type;
  return operation(Op::Round, type, {std::move(*number), std::move(digits)}, at.span);
}

// Arguments of one type; literals take the type of the first argument that is none.
std::optional<std::vector<model::Expr>> Typing::alike(const ast::Call& call, const model::Type* wanted) {
  std::vector<Typed> typed(call.arguments.size());
  const model::Type* guide = wanted;
  bool sound = true;
  for (const bool flexible : {false, true})
    for (std::size_t index = 0; index < typed.size(); ++index) {
      if (is_flexible(call.arguments[index]) != flexible || (flexible && !sound)) continue;
      typed[index] = type(call.arguments[index], guide);
      sound = sound && typed[index];
      if (guide == wanted && typed[index]) guide = &typed[index]->type;
    }
  if (!sound) return std::nullopt;
  std::vector<model::Expr> out;
  std::optional<model::Type> common;
  for (Typed& argument : typed) {
    const auto next = common ? common_type(*common, argument->type) : argument->type;
    if (!next) {
      analysis_.report(codes::function_arguments, argument->span,
                       quoted(call.function.text + "()") + " takes values of one type, but this is of type " +
                           quoted(spelled(analysis_, argument->type)) +
                           " and what stands before it of type " + quoted(spelled(analysis_, *common)));
      return std::nullopt;
    }
    common = next;
    out.push_back(std::move(*argument));
  }
  return out;
}

Typing::Typed Typing::coalesce(const ast::Expression& at, const ast::Call& call, const model::Type* wanted) {
  constexpr std::size_t most = 100;
  if (!takes(at, call, 2, most, "coalesce(value, instead)")) return std::nullopt;
  auto args = alike(call, wanted);
  if (!args) return std::nullopt;
  model::Type type = (*args)[0].type;
  bool optional = true;
  for (const model::Expr& arg : *args) {
    type = *common_type(type, arg.type);
    optional = optional && arg.type.optional;
  }
  model::Expr out = operation(Op::Coalesce, type, std::move(*args), at.span);
  out.type.optional = optional;
  return out;
}

Typing::Typed Typing::null_if(const ast::Expression& at, const ast::Call& call, const model::Type* wanted) {
  if (!takes(at, call, 2, 2, "nullif(value, null_when)")) return std::nullopt;
  auto args = alike(call, wanted);
  if (!args) return std::nullopt;
  const model::Type type = (*args)[0].type;
  if (!has_equality(type)) {
    analysis_.report(
        codes::no_order, at.span,
        "values of type " + quoted(spelled(analysis_, type)) + " have no equality that all databases share");
    return std::nullopt;
  }
  model::Expr out = operation(Op::NullIf, type, std::move(*args), at.span);
  out.type.optional = true;
  return out;
}

}  // namespace ochrec::sema
