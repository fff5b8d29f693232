#include "query/text_column.hpp"

#include "ochre/errors.hpp"
#include "spell/name.hpp"
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

/// A column of some table.
struct Place {
  const ModelInfo* model = nullptr;
  std::size_t column = 0;
};

bool is_only(View<const std::uint16_t> columns, std::size_t column) {
  return columns.size() == 1 && columns.front() == column;
}

/// The column whose texts the database compares this one's with: that of the row it refers to, or itself.
Place compared_with(const ModelInfo& model, std::size_t column) {
  for (const RelationInfo& relation : model.relations) {
    if (relation.kind == RelationKind::BelongsTo && is_only(relation.columns, column))
      return {relation.target, relation.target_columns.front()};
  }
  bool unique = is_only(model.key, column);
  for (const UniqueInfo& info : model.uniques) unique = unique || is_only(info.columns, column);
  return unique ? Place{&model, column} : Place{};
}

}  // namespace

bool holds_text(const ColumnInfo& column, Dialect dialect) {
  return column.as_text && dialect == Dialect::Sqlite;
}

std::string value_in(const ColumnInfo& column, const std::string& stored, Dialect dialect) {
  return holds_text(column, dialect) ? value_of(column, stored) : stored;
}

std::string written_as(const ModelInfo& model, std::size_t column, std::string value, Dialect dialect) {
  const ColumnInfo& info = model.columns[column];
  if (!holds_text(info, dialect)) return value;
  const TextForm form = form_of(info);
  std::string text = spell::text_of_value(form, info.scale, value);
  const Place place = compared_with(model, column);
  // A date has one form, and a search for a decimal would read all rows.
  if (!place.model || form == TextForm::Date || form == TextForm::Decimal) return text;
  const ColumnInfo& other = place.model->columns[place.column];
  const std::string stored = "same." + spell::name(other.name, dialect);
  return "coalesce((SELECT " + stored + " FROM " + spell::name(place.model->table, dialect) +
         " AS same WHERE " + has_value(other, stored, value, dialect) + " LIMIT 1), " + text + ")";
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

std::string have_same_value(const ColumnInfo& left, const std::string& left_stored, const ColumnInfo& right,
                            const std::string& right_stored, Dialect dialect) {
  if (!holds_text(left, dialect) && !holds_text(right, dialect)) return left_stored + " = " + right_stored;
  const std::string equal =
      value_in(left, left_stored, dialect) + " = " + value_in(right, right_stored, dialect);
  if (!holds_text(left, dialect) || !holds_text(right, dialect)) return equal;
  const TextForm form = form_of(left);
  if (form == TextForm::Uuid) {
    const auto texts = [](const std::string& stored) {
      return " IN (" + stored + ", lower(" + stored + "), upper(" + stored + "))";
    };
    return "(" + left_stored + texts(right_stored) + " AND " + right_stored + texts(left_stored) + ")";
  }
  if (!spell::has_text_bounds(form)) return equal;
  return "(" + has_value(left, left_stored, value_of(right, right_stored), dialect) + " AND " +
         has_value(right, right_stored, value_of(left, left_stored), dialect) + ")";
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
