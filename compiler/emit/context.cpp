#include "emit/context.hpp"

#include <algorithm>
#include <unordered_map>

#include "emit/literal.hpp"
#include "emit/names.hpp"
#include "model/naming.hpp"
#include "sql/ddl.hpp"

namespace ochrec::emit {
namespace {

using model::ModelId;

bool is_identifier(std::string_view name) {
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && name.back() != '_' &&
         name.find("__") == std::string_view::npos && std::all_of(name.begin(), name.end(), is_part);
}

// The table's own name, which the user may have chosen for its plural, unless C++ cannot spell it.
std::string object_name(const model::Model& model) {
  return scope_name(is_identifier(model.table) ? model.table : model::table_name(model.name));
}

ModelNames names_of(const model::Model& model) {
  return {scope_name(model.name), "New" + model.name, model.name + "Table", object_name(model),
          model::snake_case(model.name)};
}

// What the namespace of a model's metadata holds.
bool is_metadata_name(std::string_view name) {
  constexpr std::string_view own[] = {"columns", "key",    "uniques",  "checks", "relations",
                                      "order",   "rows",   "put",      "assign", "read",
                                      "bind",    "sqlite", "postgres", "checks"};
  for (const std::string_view stem : {"texts_", "unique_", "check_", "relation_", "rules_of_", "default_of_"})
    if (name.starts_with(stem)) return true;
  return name.ends_with("_ddl") || name.ends_with("_struct_rules") ||
         std::ranges::find(own, name) != std::end(own);
}

/// A model whose parents are being visited.
struct Visit {
  std::size_t model;
  std::size_t next_relation;
};

// With a stack of its own: a chain of many models must not exhaust the thread's.
void visit_parents(const model::Schema& schema, std::size_t first, std::vector<bool>& seen,
                   std::vector<ModelId>& out) {
  std::vector<Visit> open;
  const auto enter = [&](std::size_t index) {
    if (seen[index]) return;
    seen[index] = true;
    open.push_back({index, 0});
  };
  enter(first);
  while (!open.empty()) {
    Visit& visit = open.back();
    const std::vector<model::Relation>& relations = schema.models[visit.model].relations;
    if (visit.next_relation == relations.size()) {
      out.push_back(static_cast<ModelId>(visit.model));
      open.pop_back();
      continue;
    }
    const model::Relation& relation = relations[visit.next_relation++];
    if (relation.kind == model::RelationKind::ToOne) enter(static_cast<std::size_t>(relation.target));
  }
}

}  // namespace

Context::Context(const model::Schema& schema, std::span<const DatabaseSchema> databases, std::string source)
    : schema_(schema),
      databases_(databases),
      source_(std::move(source)),
      space_(namespace_name(schema.name)) {
  name_everything();
  slots_.reserve(schema.models.size());
  for (const model::Model& model : schema.models) slots_.push_back(slots_of(schema, model));
  find_tables();
}

void Context::name_everything() {
  for (const model::Enum& found : schema_.enums) enums_.push_back(scope_name(found.name));
  for (const model::Struct& found : schema_.structs) structs_.push_back(scope_name(found.name));
  for (const model::Model& found : schema_.models) names_.push_back(names_of(found));
  for (const model::Model& found : schema_.models) deprecated_model_ |= !found.deprecated.empty();
  taken_.insert(enums_.begin(), enums_.end());
  taken_.insert(structs_.begin(), structs_.end());
  for (const ModelNames& found : names_) taken_.insert({found.type, found.object});
}

void Context::find_tables() {
  std::unordered_map<std::string_view, std::size_t> models;
  for (std::size_t at = 0; at < schema_.models.size(); ++at) models.emplace(schema_.models[at].table, at);
  for (const DatabaseSchema& database : databases_) {
    std::vector<TableSource>& tables = tables_.emplace_back(schema_.models.size());
    for (const sql::Table& table : database.schema.tables)
      if (const auto found = models.find(table.name); found != models.end())
        tables[found->second].table = &table;
    std::vector<std::string> types;
    const auto dialect =
        database.database == model::Database::Sqlite ? sql::Database::Sqlite : sql::Database::Postgres;
    for (sql::Statement& statement : sql::statements(database.schema, dialect)) {
      const auto found = models.find(statement.table);
      (found == models.end() ? types : tables[found->second].statements).push_back(std::move(statement.text));
    }
    // Types of a database are there before the first table is made.
    if (const auto order = parents_first(); !order.empty()) {
      std::vector<std::string>& first = tables[static_cast<std::size_t>(order.front())].statements;
      first.insert(first.begin(), types.begin(), types.end());
    }
  }
}

std::string Context::banner() const {
  const std::vector<std::string> name = comment_lines(source_);
  return "// Generated by ochre from " + (name.empty() ? schema_.name : name.front()) + ". Do not edit.";
}

std::string Context::qualified(std::string_view name) const {
  return "::" + space_ + "::" + std::string(name);
}

std::uint32_t Context::slot(ModelId id, std::uint32_t column) const {
  return slots_.at(static_cast<std::size_t>(id)).of_column.at(column);
}

const TableSource& Context::table(std::size_t database, ModelId id) const {
  return tables_.at(database).at(static_cast<std::size_t>(id));
}

std::vector<ModelId> Context::parents_first() const {
  std::vector<ModelId> out;
  std::vector<bool> seen(schema_.models.size());
  for (std::size_t at = 0; at < schema_.models.size(); ++at) visit_parents(schema_, at, seen, out);
  return out;
}

std::string Context::local(std::string_view wish) const {
  std::string out(wish);
  if (taken_.contains(out) || is_metadata_name(out)) out += '_';
  return out;
}

}  // namespace ochrec::emit
