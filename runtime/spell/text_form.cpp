#include "spell/text_form.hpp"

namespace ochre::spell {
namespace {

std::string_view name(TextForm form) {
  switch (form) {
    case TextForm::Date: return "ochre_date";
    case TextForm::Time: return "ochre_time";
    case TextForm::Timestamp: return "ochre_timestamp";
    case TextForm::Datetime: return "ochre_datetime";
    case TextForm::Uuid: return "ochre_uuid";
    case TextForm::Decimal: return "ochre_decimal";
  }
  return {};
}

std::string called(TextForm form, std::string_view suffix, std::string_view argument) {
  std::string out(name(form));
  return ((out.append(suffix) += '(').append(argument) += ')');
}

std::string with_scale(TextForm form, unsigned scale, std::string_view argument) {
  std::string out(argument);
  return form == TextForm::Decimal ? out + ", " + std::to_string(scale) : out;
}

}  // namespace

std::string value_of_text(TextForm form, unsigned scale, std::string_view text) {
  return called(form, "", with_scale(form, scale, text));
}

std::string text_of_value(TextForm form, unsigned scale, std::string_view value) {
  return called(form, "_text", with_scale(form, scale, value));
}

bool has_text_bounds(TextForm form) { return form != TextForm::Uuid && form != TextForm::Decimal; }

std::string lowest_text(TextForm form, std::string_view value) { return called(form, "_low", value); }

std::string highest_text(TextForm form, std::string_view value) { return called(form, "_high", value); }

}  // namespace ochre::spell
