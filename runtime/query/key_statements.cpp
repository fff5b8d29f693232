#include "query/key_statements.hpp"

#include <algorithm>

#include "query/expression_writer.hpp"
#include "query/scope.hpp"
#include "query/select_writer.hpp"
#include "query/text_column.hpp"
#include "spell/name.hpp"

namespace ochre::query {
namespace {

std::string parameter(Dialect dialect, std::size_t number) {
  return (dialect == Dialect::Sqlite ? '?' : '$') + std::to_string(number);
}

/// A parameter as a column holds it.
std::string parameter_for(const ModelInfo& model, std::uint16_t column, Dialect dialect, std::size_t number) {
  return written_as(model, column, parameter(dialect, number), dialect);
}

std::string name_list(const ModelInfo& model, Dialect dialect, View<const std::uint16_t> columns) {
  std::string out;
  for (const std::uint16_t column : columns) {
    if (!out.empty()) out += ", ";
    spell::append_name(out, model.columns[column].name, dialect);
  }
  return out;
}

/// Every column, virtual ones as their expression over the bare table.
std::string all_columns(const ModelInfo& model, Dialect dialect) {
  SelectWriter selects(dialect);
  const ExpressionWriter expressions(dialect, selects);
  const Occurrence table{&model, Path{&model}, spell::name(model.table, dialect), false};
  std::string out;
  for (std::size_t i = 0; i < model.columns.size(); ++i)
    out += (i == 0 ? "" : ", ") + expressions.column(table, i);
  return out;
}

/// SQL that stands for the table in a virtual column is left out: RETURNING knows the bare column names.
std::string without_alias(std::string_view expression) {
  std::string out;
  for (auto at = expression.find("{}."); at != std::string_view::npos; at = expression.find("{}.")) {
    out += expression.substr(0, at);
    expression.remove_prefix(at + 3);
  }
  return out.append(expression);
}

std::string returned_keys(const ModelInfo& model, Dialect dialect) {
  std::string out;
  for (const std::uint16_t key : model.key) {
    const ColumnInfo& column = model.columns[key];
    out += (out.empty() ? "" : ", ") + value_in(column, spell::name(column.name, dialect), dialect);
  }
  return out;
}

/// The lists of an update of many rows as a table k, and what their columns are called there.
std::string list_source(Dialect dialect, std::size_t lists, std::vector<std::string>& names) {
  std::string out;
  std::string parameters;
  std::string aliases;
  for (std::size_t i = 0; i < lists; ++i) {
    const std::string number = std::to_string(i);
    names.push_back(dialect == Dialect::Sqlite ? "k" + number + ".value" : "k.v" + number);
    const std::string list = parameter(dialect, i + 1);
    if (i != 0) out += " JOIN ";
    out += "ochre_list(" + list + ") AS k" + number;
    if (i != 0) out += " ON k" + number + ".rowid = k0.rowid";
    parameters += (i == 0 ? "" : ", ") + list;
    aliases += (i == 0 ? "v" : ", v") + number;
  }
  return dialect == Dialect::Sqlite ? out : "unnest(" + parameters + ") AS k (" + aliases + ")";
}

std::string where_columns(const ModelInfo& model, Dialect dialect, View<const std::uint16_t> columns,
                          std::size_t first_parameter) {
  std::string out = " WHERE ";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i != 0) out += " AND ";
    const ColumnInfo& column = model.columns[columns[i]];
    out += has_value(column, spell::name(column.name, dialect), parameter(dialect, first_parameter + i),
                     dialect);
  }
  return out;
}

template <class Test>
std::vector<std::uint16_t> columns_where(const ModelInfo& model, Test&& test) {
  std::vector<std::uint16_t> columns;
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    if (test(model.columns[i], number)) columns.push_back(number);
  }
  return columns;
}

bool is_written(const ColumnInfo& column) { return !column.computed && !column.virtual_computed; }

}  // namespace

std::vector<std::uint16_t> written_columns(const ModelInfo& model) {
  return columns_where(model, [](const ColumnInfo& column, std::uint16_t) { return is_written(column); });
}

std::vector<std::uint16_t> updated_columns(const ModelInfo& model) {
  return columns_where(model, [&](const ColumnInfo& column, std::uint16_t number) {
    return is_written(column) && std::find(model.key.begin(), model.key.end(), number) == model.key.end();
  });
}

int version_column(const ModelInfo& model) {
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    if (model.columns[i].version) return static_cast<int>(i);
  }
  return -1;
}

int automatic_column(const ModelInfo& model) {
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    if (model.columns[i].automatic) return static_cast<int>(i);
  }
  return -1;
}

bool has_computed(const ModelInfo& model) {
  return std::any_of(model.columns.begin(), model.columns.end(),
                     [](const ColumnInfo& column) { return column.computed || column.virtual_computed; });
}

bool needs_read_back(const ModelInfo& model) {
  return has_computed(model) || std::any_of(model.columns.begin(), model.columns.end(),
                                            [](const ColumnInfo& column) { return column.database_default; });
}

std::string returned_columns(const ModelInfo& model, Dialect dialect) {
  std::string out;
  for (const ColumnInfo& column : model.columns) {
    if (!out.empty()) out += ", ";
    out += column.virtual_computed ? "(" + without_alias(column.expression) + ")"
                                   : value_in(column, spell::name(column.name, dialect), dialect);
  }
  return out;
}

std::string find_sql(const ModelInfo& model, Dialect dialect) {
  std::string out = "SELECT " + all_columns(model, dialect) + " FROM ";
  spell::append_name(out, model.table, dialect);
  return out + where_columns(model, dialect, model.key, 1);
}

std::string insert_sql(const ModelInfo& model, Dialect dialect, std::size_t rows, Returning returning) {
  const std::vector<std::uint16_t> columns = written_columns(model);
  std::string out = "INSERT INTO ";
  spell::append_name(out, model.table, dialect);
  out += " (" + name_list(model, dialect, columns) + ") VALUES ";
  std::size_t number = 1;
  for (std::size_t row = 0; row < rows; ++row) {
    out += row == 0 ? "(" : ", (";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i != 0) out += ", ";
      out += parameter_for(model, columns[i], dialect, number++);
    }
    out += ')';
  }
  if (returning == Returning::Keys) out += " RETURNING " + returned_keys(model, dialect);
  if (returning == Returning::Row) out += " RETURNING " + returned_columns(model, dialect);
  return out;
}

std::string update_sql(const ModelInfo& model, Dialect dialect, View<const std::uint16_t> columns,
                       bool checked) {
  std::string out = "UPDATE ";
  spell::append_name(out, model.table, dialect);
  std::size_t number = 1;
  for (const std::uint16_t column : columns) {
    out += number == 1 ? " SET " : ", ";
    spell::append_name(out, model.columns[column].name, dialect);
    out += " = " + parameter_for(model, column, dialect, number++);
  }
  out += where_columns(model, dialect, model.key, number);
  const int version = version_column(model);
  if (checked && version >= 0) {
    out += " AND ";
    spell::append_name(out, model.columns[static_cast<std::size_t>(version)].name, dialect);
    out += " = " + parameter(dialect, number + model.key.size());
  }
  return out;
}

std::string update_many_sql(const ModelInfo& model, Dialect dialect) {
  const std::vector<std::uint16_t> columns = updated_columns(model);
  const int version = version_column(model);
  std::vector<std::string> values;
  const std::size_t lists = columns.size() + model.key.size() + (version >= 0 ? 1 : 0);
  const std::string source = list_source(dialect, lists, values);
  const std::string table = spell::name(model.table, dialect);
  std::string out = "UPDATE " + table;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out += i == 0 ? " SET " : ", ";
    out += spell::name(model.columns[columns[i]].name, dialect) + " = " +
           written_as(model, columns[i], values[i], dialect);
  }
  out += " FROM " + source;
  for (std::size_t i = 0; i < model.key.size(); ++i) {
    out += i == 0 ? " WHERE " : " AND ";
    const ColumnInfo& column = model.columns[model.key[i]];
    out += has_value(column, table + "." + spell::name(column.name, dialect), values[columns.size() + i],
                     dialect);
  }
  if (version >= 0) {
    const ColumnInfo& column = model.columns[static_cast<std::size_t>(version)];
    out += " AND " + table + "." + spell::name(column.name, dialect) + " = " + values.back();
  }
  return out;
}

std::string insert_or_ignore_sql(const ModelInfo& model, Dialect dialect) {
  return insert_sql(model, dialect, 1, Returning::Nothing) + " ON CONFLICT DO NOTHING";
}

std::string erase_sql(const ModelInfo& model, Dialect dialect) {
  std::string out = "DELETE FROM ";
  spell::append_name(out, model.table, dialect);
  return out + where_columns(model, dialect, model.key, 1);
}

std::string version_sql(const ModelInfo& model, Dialect dialect) {
  const auto version = static_cast<std::uint16_t>(version_column(model));
  std::string out = "SELECT " + name_list(model, dialect, View(&version, 1)) + " FROM ";
  spell::append_name(out, model.table, dialect);
  return out + where_columns(model, dialect, model.key, 1);
}

std::string probe_sql(const ModelInfo& model, Dialect dialect, View<const std::uint16_t> columns) {
  std::string out = "SELECT 1 FROM ";
  spell::append_name(out, model.table, dialect);
  return out + where_columns(model, dialect, columns, 1) + " LIMIT 1";
}

}  // namespace ochre::query
