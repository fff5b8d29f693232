// Rendering of upserts: an insert of all written columns, and what happens to the row that is there already.
#include "ochre/errors.hpp"
#include "query/key_statements.hpp"
#include "query/select_writer.hpp"
#include "query/text_column.hpp"
#include "spell/name.hpp"

namespace ochre::query {

std::string SelectWriter::upsert(const Select& query) {
  if (!query.from) throw StatementFailed("Only rows of a table can be inserted.");
  Scope scope(dialect_, aliases_, nullptr);
  const Occurrence& table = scope.add(*query.from, false);
  const ModelInfo& model = *table.model;
  std::string columns;
  std::string values;
  std::size_t parameter = 0;
  for (const std::uint16_t column : written_columns(model)) {
    columns += (columns.empty() ? "" : ", ") + spell::name(model.columns[column].name, dialect_);
    std::string value = (dialect_ == Dialect::Sqlite ? "?" : "$") + std::to_string(++parameter);
    values += (values.empty() ? "" : ", ") + written_as(model, column, std::move(value), dialect_);
  }
  std::string out = "INSERT INTO ";
  append_table(out, model, table.name, dialect_);
  out += " (" + columns + ") VALUES (" + values + ") ON CONFLICT";
  for (std::size_t i = 0; i < query.conflict.size(); ++i) {
    out += i == 0 ? " (" : ", ";
    spell::append_name(out, column_of(model, query.conflict[i]->token.column).name, dialect_);
  }
  out += query.conflict.empty() ? " DO " : ") DO ";
  out += query.sets.empty() ? "NOTHING" : "UPDATE" + set_list(query, scope) + row_filter(query, scope);
  return out + " RETURNING " + returned_columns(model, dialect_);
}

std::string SelectWriter::set_list(const Select& query, Scope& scope) {
  std::string out;
  for (const SetClause& clause : query.sets) {
    if (clause.column->op() != Op::Column) throw StatementFailed("Only columns can be set.");
    out += out.empty() ? " SET " : ", ";
    const ModelInfo& model = model_at(*query.from);
    const std::size_t column = clause.column->token.column;
    spell::append_name(out, column_of(model, column).name, dialect_);
    const bool as_given =
        clause.value->op() == Op::Excluded && clause.value->operand(0).token.column == column;
    out += " = " + (as_given ? "excluded." + spell::name(model.columns[column].name, dialect_)
                             : written_as(model, column, expressions_.text(*clause.value, scope), dialect_));
  }
  if (scope.walked())
    throw Unsupported("A new value cannot be read through a path; use a subquery's value().");
  return out;
}

}  // namespace ochre::query
