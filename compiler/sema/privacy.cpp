#include "sema/privacy.hpp"

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/numbers.hpp"

namespace ochrec::sema {
namespace {

using model::MaskKind;

constexpr std::string_view mask_takes = "`omit`, `null`, `hash`, `redact(\"…\")` or `partial(last: 4)`";

std::optional<model::Mask> partial(const ast::NamedCall& call) {
  if (call.function.text != "partial" || call.arguments.size() != 1) return std::nullopt;
  const ast::Argument& last = call.arguments[0];
  const auto* value = std::get_if<ast::Expression>(&last.value);
  if (!last.name || last.name->text != "last" || value == nullptr) return std::nullopt;
  const auto* digits = std::get_if<ast::IntegerLiteral>(&value->node);
  const auto count = digits == nullptr ? std::nullopt : parse_integer(digits->digits, false);
  if (!count || *count < 1 || *count > 1000) return std::nullopt;
  return model::Mask{MaskKind::Partial, {}, static_cast<std::uint32_t>(*count)};
}

std::optional<model::Mask> redact(const ast::Call& call) {
  if (call.function.text != "redact" || call.arguments.size() != 1) return std::nullopt;
  const auto* text = std::get_if<ast::StringLiteral>(&call.arguments[0].node);
  if (text == nullptr) return std::nullopt;
  return model::Mask{MaskKind::Redact, text->value, 0};
}

std::optional<model::Mask> written_mask(const ast::Argument& argument) {
  if (const auto* call = std::get_if<ast::NamedCall>(&argument.value)) return partial(*call);
  const ast::Expression* expression = as_expression(argument);
  if (expression == nullptr) return std::nullopt;
  if (std::holds_alternative<ast::NullLiteral>(expression->node)) return model::Mask{MaskKind::Null, {}, 0};
  if (const auto* call = std::get_if<ast::Call>(&expression->node)) return redact(*call);
  const ast::Name* word = as_word(argument);
  if (word != nullptr && word->text == "omit") return model::Mask{MaskKind::Omit, {}, 0};
  if (word != nullptr && word->text == "hash") return model::Mask{MaskKind::Hash, {}, 0};
  return std::nullopt;
}

/// What a mask needs of the field; empty when it fits.
std::string_view mask_needs(MaskKind kind, const model::Type& type) {
  const bool text = type.is(model::Scalar::String);
  switch (kind) {
    case MaskKind::Null: return type.optional ? "" : "an optional field";
    case MaskKind::Redact:
    case MaskKind::Partial:
    case MaskKind::Hash: return text ? "" : "a string";
    case MaskKind::None:
    case MaskKind::Omit: return "";
  }
  return "";
}

void add_mask(Analysis& analysis, const ast::Attribute& attribute, model::Field& field) {
  const auto mask = attribute.arguments.size() == 1 ? written_mask(attribute.arguments[0]) : std::nullopt;
  if (!mask) {
    wrong_arguments(analysis, attribute, mask_takes);
    return;
  }
  if (const std::string_view needs = mask_needs(mask->kind, field.type); !needs.empty()) {
    analysis.report(codes::attribute_type, attribute.span,
                    "this mask needs " + std::string(needs) + ", which " + quoted(field.name) + " is not");
    return;
  }
  field.mask = *mask;
}

}  // namespace

void add_privacy(Analysis& analysis, const AttributeSet& attributes, model::Field& field) {
  if (const ast::Attribute* sensitive = attributes.find(Attr::Sensitive))
    if (const auto level = sole_word(analysis, *sensitive, {"internal", "sensitive", "restricted"}))
      field.sensitivity = static_cast<model::Sensitivity>(*level + 1);
  if (const ast::Attribute* mask = attributes.find(Attr::Mask)) add_mask(analysis, *mask, field);
}

}  // namespace ochrec::sema
