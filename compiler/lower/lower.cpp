#include "lower/lower.hpp"

#include <algorithm>

#include "lower/checks.hpp"
#include "lower/columns.hpp"
#include "lower/keys.hpp"
#include "model/naming.hpp"

namespace ochrec::lower {
namespace {

bool has_fixed_size(const sql::ColumnType& type) {
  using enum sql::ColumnKind;
  switch (type.kind) {
    case Text:
    case Bytes:
    case Json:
    case Decimal:
    case Other: return false;
    default: return !type.array;
  }
}

// A table of pairs is its key: kept in the key's tree it takes half the space (join tables of 200,000 pairs)
// and inserts a tenth faster. Wide rows in that tree make every search slower, up to four times at 3 KB a
// row, so a table with such columns stays as it is.
bool is_mostly_key(const sql::Table& table) {
  if (table.key.columns.size() < 2) return false;
  return std::ranges::all_of(table.columns, [&](const sql::Column& column) {
    return has_fixed_size(column.type) ||
           std::ranges::find(table.key.columns, column.name) != table.key.columns.end();
  });
}

sql::Table lower_table(const Scope& scope, Names& names) {
  sql::Table table;
  table.name = scope.model.table;
  table.doc = scope.model.doc;
  table.renamed_from = scope.model.renamed_from;
  table.columns.reserve(scope.model.columns.size());
  for (std::uint32_t index = 0; index < scope.model.columns.size(); ++index) {
    table.columns.push_back(lower_column(scope, index));
  }
  lower_keys(scope, names, table);
  table.checks = lower_checks(scope);
  table.clustered = is_mostly_key(table);
  return table;
}

std::vector<sql::Enumeration> native_enumerations(const model::Schema& schema, sql::Database database) {
  std::vector<sql::Enumeration> out;
  if (database == sql::Database::Sqlite) return out;
  for (const model::Enum& type : schema.enums) {
    if (!type.native) continue;
    sql::Enumeration enumeration{model::snake_case(type.name), {}};
    for (const model::Enumerator& value : type.values) enumeration.values.push_back(value.stored);
    out.push_back(std::move(enumeration));
  }
  return out;
}

}  // namespace

sql::Schema lower(const model::Schema& schema, model::Database database) {
  sql::Schema out;
  out.enumerations = native_enumerations(schema, dialect(database));
  Names names;
  for (const model::Model& each : schema.models) names.take(each.table, "table");
  out.tables.reserve(schema.models.size());
  for (const model::Model& each : schema.models) {
    out.tables.push_back(lower_table({schema, each, dialect(database)}, names));
  }
  return out;
}

sql::Database dialect(model::Database database) {
  return database == model::Database::Sqlite ? sql::Database::Sqlite : sql::Database::Postgres;
}

}  // namespace ochrec::lower
