#include "sql/text_form.hpp"

#include <stdexcept>

#include "spell/name.hpp"
#include "spell/text_form.hpp"

namespace ochrec::sql {
namespace {

using ochre::spell::TextForm;

TextForm form_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::Date: return TextForm::Date;
    case ColumnKind::Time: return TextForm::Time;
    case ColumnKind::Timestamp: return TextForm::Timestamp;
    case ColumnKind::Datetime: return TextForm::Datetime;
    case ColumnKind::Uuid: return TextForm::Uuid;
    case ColumnKind::Decimal: return TextForm::Decimal;
    default: throw std::logic_error("a column without a form as text was read as one");
  }
}

}  // namespace

Expr value_in_query(const ColumnType& type, const std::string& column, Database database) {
  const std::string stored = "{}." + ochre::spell::name(column, database);
  return verbatim(ochre::spell::value_of_text(form_of(type.kind), type.scale, stored));
}

}  // namespace ochrec::sql
