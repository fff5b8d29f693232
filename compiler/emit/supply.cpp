#include "emit/supply.hpp"

#include "emit/check_expression.hpp"
#include "emit/limits.hpp"
#include "emit/literal.hpp"
#include "emit/names.hpp"
#include "emit/types.hpp"

namespace ochrec::emit {
namespace {

using model::Scalar;

std::string uuid_literal(const model::UuidBytes& bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "::ochre::Uuid{{";
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = std::to_integer<unsigned>(bytes[at]);
    if (at > 0) out += ", ";
    out += "0x";
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out + "}}";
}

// Digits scaled by 10^scale, in words: `::ochre::Decimal<10, 2>("12.50")`.
std::string decimal_constant(const Context& context, const model::Type& type, const model::Value& value) {
  return value_type_name(context, type) + "(" + string_literal(spelled(type, value)) + ")";
}

std::string integer_constant(const Context& context, const model::Type& type, std::int64_t value) {
  if (type.kind == model::TypeKind::Enum) {
    const model::Enum& found = context.schema().enumeration(type.enumeration);
    return context.qualified(context.enumeration(type.enumeration)) +
           "::" + enumerator_name(found.values.at(static_cast<std::size_t>(value)).name);
  }
  const std::string number = integer_literal(value);
  switch (type.scalar) {
    case Scalar::Date: return "::ochre::Date(std::chrono::days(" + number + "))";
    case Scalar::Time: return "::ochre::TimeOfDay{" + number + "}";
    case Scalar::Timestamp: return "::ochre::Timestamp(::ochre::Duration(" + number + "))";
    case Scalar::Datetime: return "::ochre::DateTime(::ochre::Duration(" + number + "))";
    case Scalar::Duration: return "::ochre::Duration(" + number + ")";
    case Scalar::Float32: return float_literal(static_cast<float>(value));
    case Scalar::Float64: return float_literal(static_cast<double>(value));
    default: return number;
  }
}

std::string text_constant(const model::Type& type, const std::string& text) {
  if (type.is(Scalar::Json)) return "::ochre::Json{" + string_literal(text) + "}";
  return string_literal(text);
}

}  // namespace

std::string constant(const Context& context, const model::Type& type, const model::Value& value) {
  const bool absent = std::holds_alternative<std::monostate>(value);
  if (type.is(Scalar::Decimal) && !absent) return decimal_constant(context, type, value);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&value)) return integer_constant(context, type, *number);
  if (const auto* number = std::get_if<double>(&value))
    return type.is(Scalar::Float32) ? float_literal(static_cast<float>(*number)) : float_literal(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return text_constant(type, *text);
  if (const auto* bytes = std::get_if<model::UuidBytes>(&value)) return uuid_literal(*bytes);
  if (std::holds_alternative<model::EmptyArray>(value)) return value_type_name(context, type) + "{}";
  return "std::nullopt";
}

std::string moment_as(const model::Type& type) {
  switch (type.scalar) {
    case Scalar::Date: return "::ochre::date(moment)";
    case Scalar::Time: return "::ochre::TimeOfDay{moment.microseconds % 86'400'000'000}";
    case Scalar::Datetime: return "::ochre::DateTime(::ochre::Duration(moment.microseconds))";
    default: return "::ochre::timestamp(moment)";
  }
}

bool is_expression_default(const model::Field& field) {
  if (!field.default_value) return false;
  switch (field.default_value->op) {
    case model::Op::Literal:
    case model::Op::Now:
    case model::Op::Uuid:
    case model::Op::Uuid7: return false;
    default: return true;
  }
}

std::string default_function(const model::Field& field) { return "default_of_" + member_name(field.name); }

Fallback fallback_of(const Context& context, const model::Field& field) {
  const model::Expr& value = *field.default_value;
  switch (value.op) {
    case model::Op::Literal: return {constant(context, field.type, value.value)};
    case model::Op::Now: return {moment_as(field.type), false, true};
    case model::Op::Uuid: return {"::ochre::uuid()", true, false};
    case model::Op::Uuid7: return {"::ochre::uuid7(moment)", true, true};
    default: break;
  }
  const bool moment = reads_moment(value);
  return {default_function(field) + (moment ? "(moment)" : "()"), true, moment};
}

}  // namespace ochrec::emit
