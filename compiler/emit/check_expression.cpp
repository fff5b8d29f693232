#include "emit/check_expression.hpp"

#include <algorithm>
#include <stdexcept>

#include "emit/layout.hpp"
#include "emit/limits.hpp"
#include "emit/literal.hpp"
#include "emit/names.hpp"
#include "emit/supply.hpp"
#include "emit/types.hpp"

namespace ochrec::emit {
namespace {

using model::Expr;
using model::Op;
using model::Scalar;
using model::Type;

const Expr* computed_by(const model::Model& model, const Expr& expr) {
  if (expr.op != Op::Column && expr.op != Op::Virtual) return nullptr;
  const std::uint32_t field = expr.op == Op::Virtual ? expr.column : model.columns.at(expr.column).field;
  const auto& computed = model.fields.at(field).computed;
  return computed ? &computed->value : nullptr;
}

void add_fields(const model::Model& model, const Expr& expr, std::set<std::uint32_t>& out) {
  if (const Expr* made = computed_by(model, expr)) return add_fields(model, *made, out);
  if (expr.op == Op::Column) out.insert(model.columns.at(expr.column).field);
  for (const Expr& arg : expr.args) add_fields(model, arg, out);
}

bool is_arithmetic(Op op) {
  switch (op) {
    case Op::Negate:
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Modulo:
    case Op::Abs:
    case Op::Round: return true;
    default: return false;
  }
}

// Operations that are one call with their operands.
const char* function_name(Op op) {
  switch (op) {
    case Op::And: return "both";
    case Op::Or: return "either";
    case Op::Not: return "negated";
    case Op::Equal: return "equal";
    case Op::NotEqual: return "not_equal";
    case Op::Less: return "less";
    case Op::LessEqual: return "less_equal";
    case Op::Greater: return "greater";
    case Op::GreaterEqual: return "greater_equal";
    case Op::In: return "in";
    case Op::Like: return "like";
    case Op::IsNull: return "is_null";
    case Op::IsNotNull: return "is_present";
    case Op::Length: return "length";
    case Op::Lower: return "lower";
    case Op::Upper: return "upper";
    case Op::Trim: return "trim";
    case Op::Coalesce: return "coalesce";
    case Op::NullIf: return "nullif";
    case Op::Year: return "year";
    case Op::Month: return "month";
    case Op::Day: return "day";
    default: return "";
  }
}

const char* arithmetic_name(Op op) {
  switch (op) {
    case Op::Negate: return "negate";
    case Op::Add: return "add";
    case Op::Subtract: return "subtract";
    case Op::Multiply: return "multiply";
    case Op::Divide: return "divide";
    case Op::Modulo: return "modulo";
    case Op::Abs: return "abs";
    default: return "";
  }
}

class Spelling {
 public:
  Spelling(const Context& context, model::ModelId id)
      : context_(context), id_(id), model_(context.schema().model(id)) {}

  CallTree expression(const Expr& expr) const;

 private:
  CallTree call(const Expr& expr) const;
  CallTree arithmetic(const Expr& expr) const;
  std::string literal(const Expr& expr) const;
  std::string column(std::uint32_t index) const;
  std::string stored_type(const Type& type) const;
  std::vector<CallTree> operands(const Expr& expr) const;

  const Context& context_;
  model::ModelId id_;
  const model::Model& model_;
};

bool is_plain(const Type& type) {
  if (type.kind == model::TypeKind::Enum || type.array || type.is_integer() || type.is_float()) return true;
  switch (type.scalar) {
    case Scalar::Bool:
    case Scalar::String:
    case Scalar::Uuid:
    case Scalar::Bytes: return true;
    default: return false;
  }
}

// Kept as text, since 64 bits have no room for it.
bool is_wide_decimal(const Type& type) {
  constexpr unsigned narrow_digits = 18;
  return type.is(Scalar::Decimal) && type.precision > narrow_digits;
}

// The type of a value as checks compute with it.
std::string Spelling::stored_type(const Type& type) const {
  Type value = type;
  value.optional = false;
  if (value.is_float()) return "double";  // in which databases compute, whatever they store
  if (is_plain(value)) return type_name(context_, value);
  return is_wide_decimal(value) ? "std::string_view" : "std::int64_t";
}

std::string Spelling::column(std::uint32_t index) const {
  const Slot& slot = context_.slots(id_)[context_.slot(id_, index)];
  bool through_optional = false;
  for (std::size_t at = 0; at + 1 < slot.steps.size(); ++at) through_optional |= slot.steps[at].optional;
  const std::string& member = slot.steps.front().member;
  const std::string variable = context_.local(member);
  const std::string whole = variable + slot.member().substr(member.size());
  if (!through_optional) return is_plain(slot.type) ? whole : "logic::stored(" + whole + ")";
  std::vector<std::string> arguments = {variable};
  for (std::size_t at = 1; at < slot.steps.size(); ++at) {
    const model::Type& owner = slot.steps[at - 1].field->type;
    arguments.push_back("&" + context_.qualified(context_.structure(*owner.structure)) +
                        "::" + slot.steps[at].member);
  }
  return "logic::member(" + joined(arguments) + ")";
}

// Dates, times and decimals as their stored numbers.
std::string Spelling::literal(const Expr& expr) const {
  if (std::holds_alternative<std::monostate>(expr.value))
    return "std::optional<" + stored_type(expr.type) + ">()";
  if (is_wide_decimal(expr.type))
    return "std::string_view(" + string_literal(spelled(expr.type, expr.value)) + ")";
  if (const auto* text = std::get_if<std::string>(&expr.value))
    return "std::string_view(" + string_literal(*text) + ")";
  const auto* number = std::get_if<std::int64_t>(&expr.value);
  if (number != nullptr && !is_plain(expr.type)) return integer_literal(*number);
  Type plain = expr.type;
  plain.optional = false;
  return constant(context_, plain, expr.value);
}

std::vector<CallTree> Spelling::operands(const Expr& expr) const {
  std::vector<CallTree> out;
  for (const Expr& arg : expr.args) out.push_back(expression(arg));
  return out;
}

CallTree Spelling::arithmetic(const Expr& expr) const {
  if (expr.op == Op::Round) {
    std::int64_t unit = 1;
    const auto kept = std::get<std::int64_t>(expr.args.at(1).value);
    for (std::int64_t digit = kept; digit < expr.args.at(0).type.scale; ++digit) unit *= 10;
    return {"math_.round", {expression(expr.args.at(0)), {integer_literal(unit)}}, true};
  }
  CallTree out{"math_." + std::string(arithmetic_name(expr.op)) + "<" + stored_type(expr.type) + ">",
               operands(expr), true};
  // Two dates are days apart, a duration counts microseconds.
  const bool days =
      expr.op == Op::Subtract && expr.type.is(Scalar::Duration) && expr.args.at(0).type.is(Scalar::Date);
  if (!days) return out;
  return {"math_.multiply<std::int64_t>", {std::move(out), {"logic::day_in_microseconds"}}, true};
}

CallTree Spelling::call(const Expr& expr) const {
  CallTree out{"logic::" + std::string(function_name(expr.op)), operands(expr), true};
  switch (expr.op) {
    case Op::Like:
      out.arguments.back() = {string_literal(std::get<std::string>(expr.args.at(1).value))};
      break;
    case Op::Coalesce:
    case Op::NullIf: out.text += "<" + stored_type(expr.type) + ">"; break;
    case Op::Year:
    case Op::Month:
    case Op::Day:
      out.arguments.push_back(
          {expr.args.at(0).type.is(Scalar::Date) ? "logic::day_in_days" : "logic::day_in_microseconds"});
      break;
    default: break;
  }
  return out;
}

// The time of an insert, as the number that is stored.
std::string now_as(const Type& type) {
  switch (type.scalar) {
    case Scalar::Date: return "moment.microseconds / logic::day_in_microseconds";
    case Scalar::Time: return "moment.microseconds % logic::day_in_microseconds";
    default: return "moment.microseconds";
  }
}

CallTree Spelling::expression(const Expr& expr) const {
  if (const Expr* made = computed_by(model_, expr)) {
    const bool widened = expr.type.is_float() && made->type.is_integer();
    return widened ? CallTree{"logic::real", {expression(*made)}, true} : expression(*made);
  }
  if (expr.op == Op::Now) return {now_as(expr.type)};
  if (expr.op == Op::Uuid) return {"::ochre::uuid()"};
  if (expr.op == Op::Uuid7) return {"::ochre::uuid7(moment)"};
  if (expr.op == Op::Literal) return {literal(expr)};
  if (expr.op == Op::Column) return {column(expr.column)};
  if (is_arithmetic(expr.op)) return arithmetic(expr);
  if (*function_name(expr.op) == '\0')
    throw std::logic_error("an operation of policies reached C++ for one row");
  return call(expr);
}

}  // namespace

std::set<std::uint32_t> fields_of(const model::Model& model, const model::Expr& expr) {
  std::set<std::uint32_t> out;
  add_fields(model, expr, out);
  return out;
}

bool has_arithmetic(const model::Model& model, const model::Expr& expr) {
  if (const Expr* made = computed_by(model, expr)) return has_arithmetic(model, *made);
  if (is_arithmetic(expr.op)) return true;
  for (const Expr& arg : expr.args)
    if (has_arithmetic(model, arg)) return true;
  return false;
}

bool reads_moment(const model::Expr& expr) {
  if (expr.op == Op::Now || expr.op == Op::Uuid7) return true;
  return std::ranges::any_of(expr.args, reads_moment);
}

CallTree check_expression(const Context& context, model::ModelId id, const model::Expr& expr) {
  return Spelling(context, id).expression(expr);
}

}  // namespace ochrec::emit
