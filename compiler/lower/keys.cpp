#include "lower/keys.hpp"

#include <algorithm>

#include "lower/indexes.hpp"
#include "sql/names.hpp"

namespace ochrec::lower {
namespace {

std::string folded(std::string_view name) {
  std::string out(name);
  std::ranges::transform(
      out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return out;
}

sql::Action action(model::Action action) {
  switch (action) {
    case model::Action::Restrict: return sql::Action::Restrict;
    case model::Action::Cascade: return sql::Action::Cascade;
    case model::Action::SetNull: return sql::Action::SetNull;
    case model::Action::SetDefault: return sql::Action::SetDefault;
    case model::Action::NoAction: return sql::Action::NoAction;
  }
  return sql::Action::NoAction;
}

sql::ForeignKey foreign_key(const Scope& scope, const model::Relation& relation, Names& own_names) {
  const model::Model& target = scope.schema.model(relation.target);
  std::vector<std::string> columns = column_names(scope.model, relation.columns);
  const std::string name = sql::joined_name(scope.model.table, columns, "fkey");
  return {.name = own_names.take(name, relation.name),
          .columns = std::move(columns),
          .table = target.table,
          .target_columns = column_names(target, relation.target_columns),
          .on_delete = action(relation.on_delete),
          .on_update = action(relation.on_update),
          .deferrable = relation.deferrable};
}

void lower_foreign_keys(const Scope& scope, sql::Table& table) {
  Names own_names;  // constraints of different tables may share a name
  for (const model::Relation& relation : scope.model.relations) {
    if (relation.kind != model::RelationKind::ToOne) continue;
    table.foreign_keys.push_back(foreign_key(scope, relation, own_names));
  }
}

// A database finds the referring rows by these when a referred one changes, and so do programs.
void index_relations(const Scope& scope, Names& names, sql::Table& table) {
  for (const sql::ForeignKey& key : table.foreign_keys) {
    if (is_prefix_of_any(table, key.columns)) continue;
    sql::Index index{};
    index.name = names.take(sql::joined_name(scope.model.table, key.columns, "idx"), key.name);
    for (const std::string& column : key.columns) index.parts.push_back({sql::column(column), false});
    table.indexes.push_back(std::move(index));
  }
}

}  // namespace

std::string Names::take(const std::string& name, std::string_view what) {
  std::string content(what);
  std::string out = name;
  while (!taken_.insert(folded(out)).second) {
    content += '\'';
    out = sql::hashed_name(name, content);
  }
  return out;
}

void lower_keys(const Scope& scope, Names& names, sql::Table& table) {
  table.key.columns = column_names(scope.model, scope.model.key);
  table.key.name = names.take(sql::shortened(scope.model.table + "_pkey"), "primary key");
  lower_indexes(scope, names, table);
  lower_foreign_keys(scope, table);
  index_relations(scope, names, table);
}

}  // namespace ochrec::lower
