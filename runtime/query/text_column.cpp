#include "query/text_column.hpp"

#include "ochre/errors.hpp"
#include "spell/text_form.hpp"

namespace ochre::query {
namespace {

using spell::TextForm;

TextForm form_of(const ColumnInfo& column) {
  switch (column.kind) {
    case Kind::Date: return TextForm::Date;
    case Kind::Time: return TextForm::Time;
    case Kind::Timestamp: return TextForm::Timestamp;
    case Kind::DateTime: return TextForm::Datetime;
    case Kind::Uuid: return TextForm::Uuid;
    case Kind::Decimal: return TextForm::Decimal;
    default: break;
  }
  throw StatementFailed("The column " + std::string(column.name) + " has no form as text.");
}

std::string value_of(const ColumnInfo& column, const std::string& stored) {
  return spell::value_of_text(form_of(column), column.scale, stored);
}

}  // namespace

bool holds_text(const ColumnInfo& column, Dialect dialect) {
  return column.as_text && dialect == Dialect::Sqlite;
}

std::string value_in(const ColumnInfo& column, std::string stored, Dialect dialect) {
  return holds_text(column, dialect) ? value_of(column, stored) : stored;
}

std::string stored_as(const ColumnInfo& column, std::string value, Dialect dialect) {
  return holds_text(column, dialect) ? spell::text_of_value(form_of(column), column.scale, value) : value;
}

std::string has_value(const ColumnInfo& column, const std::string& stored, const std::string& value,
                      Dialect dialect) {
  if (!holds_text(column, dialect)) return stored + " = " + value;
  const TextForm form = form_of(column);
  if (form == TextForm::Uuid) return stored + " IN " + uuid_texts(value);
  const std::string equal = value_of(column, stored) + " = " + value;
  if (!spell::has_text_bounds(form)) return equal;
  return "(" + stored + " BETWEEN " + spell::lowest_text(form, value) + " AND " +
         spell::highest_text(form, value) + " AND " + equal + ")";
}

std::string is_beyond(const ColumnInfo& column, const std::string& stored, const std::string& op,
                      const std::string& value) {
  const TextForm form = form_of(column);
  const std::string beyond = value_of(column, stored) + " " + op + " " + value;
  if (!spell::has_text_bounds(form)) return beyond;
  const std::string near = op.front() == '<' ? " <= " + spell::highest_text(form, value)
                                             : " >= " + spell::lowest_text(form, value);
  return "(" + stored + near + " AND " + beyond + ")";
}

std::string is_between(const ColumnInfo& column, const std::string& stored, const std::string& low,
                       const std::string& high) {
  const TextForm form = form_of(column);
  const std::string between = value_of(column, stored) + " BETWEEN " + low + " AND " + high;
  if (!spell::has_text_bounds(form)) return between;
  return "(" + stored + " BETWEEN " + spell::lowest_text(form, low) + " AND " +
         spell::highest_text(form, high) + " AND " + between + ")";
}

std::string uuid_texts(const std::string& value) {
  const std::string lower = spell::text_of_value(TextForm::Uuid, 0, value);
  return "(" + lower + ", upper(" + lower + "))";
}

}  // namespace ochre::query
