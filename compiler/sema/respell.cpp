#include "sema/respell.hpp"

#include "sema/expression_types.hpp"
#include "sema/literals.hpp"

namespace ochrec::sema {
namespace {

using model::Scalar;

std::string_view literal_word(Scalar scalar) {
  switch (scalar) {
    case Scalar::Date: return "date";
    case Scalar::Time: return "time";
    case Scalar::Timestamp: return "timestamp";
    case Scalar::Datetime: return "datetime";
    case Scalar::Duration: return "duration";
    case Scalar::Uuid: return "uuid";
    default: return {};
  }
}

bool is_number(const std::string& text) {
  return !text.empty() && text.size() < 20 && text.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<std::string> from_text(const model::Schema& schema, const std::string& text,
                                     const model::Type& wanted) {
  if (wanted.kind == model::TypeKind::Enum) {
    for (const model::Enumerator& value : schema.enumeration(wanted.enumeration).values)
      if (value.name == text || value.stored == text) return value.name;
    return std::nullopt;
  }
  if (wanted.is(Scalar::Bool)) return text == "true" || text == "false" ? std::optional(text) : std::nullopt;
  if (is_numeric(wanted)) return is_number(text) ? std::optional(text) : std::nullopt;
  const std::string_view word = literal_word(wanted.scalar);
  const bool plain = text.find_first_of("\"\\\n\t") == std::string::npos;
  if (word.empty() || !plain) return std::nullopt;
  return std::string(word) + "(\"" + text + "\")";
}

}  // namespace

std::optional<std::string> respelled(const model::Schema& schema, const ast::Expression& written,
                                     const model::Type& wanted) {
  if (wanted.array || wanted.kind == model::TypeKind::Struct) return std::nullopt;
  if (const auto* text = std::get_if<ast::StringLiteral>(&written.node))
    return from_text(schema, text->value, wanted);
  const auto number = as_number(written);
  if (!number || number->negative || std::holds_alternative<ast::TypedLiteral>(written.node))
    return std::nullopt;
  if (wanted.is(Scalar::Bool) && (number->digits == "0" || number->digits == "1"))
    return number->digits == "1" ? "true" : "false";
  if (wanted.is(Scalar::String)) return '"' + std::string(number->digits) + '"';
  return std::nullopt;
}

}  // namespace ochrec::sema
