#include "query/scope.hpp"

#include "ochre/errors.hpp"
#include "query/text_column.hpp"
#include "spell/name.hpp"

namespace ochre::query {
namespace {

bool is_to_one(const RelationInfo& relation) {
  return relation.kind == RelationKind::BelongsTo || relation.kind == RelationKind::HasOne;
}

}  // namespace

bool same_path(const Path& a, const Path& b) {
  if (a.root != b.root || a.alias != b.alias || a.depth != b.depth) return false;
  for (std::size_t i = 0; i < a.depth; ++i) {
    if (a.steps[i] != b.steps[i]) return false;
  }
  return true;
}

const RelationInfo& relation_of(const ModelInfo& model, std::uint8_t number) {
  if (number >= model.relations.size()) {
    throw StatementFailed(std::string(model.name) + " has no relation number " + std::to_string(number) +
                          ".");
  }
  return model.relations[number];
}

const ColumnInfo& column_of(const ModelInfo& model, std::size_t number) {
  if (number >= model.columns.size()) {
    throw StatementFailed(std::string(model.name) + " has no column number " + std::to_string(number) + ".");
  }
  return model.columns[number];
}

const ModelInfo& model_at(const Path& path) {
  const ModelInfo* model = path.root;
  for (std::size_t i = 0; i < path.depth; ++i) {
    const RelationInfo& relation = relation_of(*model, path.steps[i]);
    if (!is_to_one(relation)) {
      throw StatementFailed("A path cannot walk " + std::string(model->name) + "." +
                            std::string(relation.name) +
                            ", which leads to many rows; join it, or ask any(), none() or count().");
    }
    model = relation.target;
  }
  return *model;
}

void append_table(std::string& out, const ModelInfo& model, std::string_view alias, Dialect dialect) {
  spell::append_name(out, model.table, dialect);
  out += " AS ";
  out += alias;
}

void append_key_match(std::string& out, const ModelInfo& left, std::string_view left_alias,
                      View<const std::uint16_t> left_columns, const ModelInfo& right,
                      std::string_view right_alias, View<const std::uint16_t> right_columns,
                      Dialect dialect) {
  for (std::size_t i = 0; i < left_columns.size(); ++i) {
    if (i != 0) out += " AND ";
    const ColumnInfo& one = column_of(left, left_columns[i]);
    const ColumnInfo& other = column_of(right, right_columns[i]);
    const auto stored = [&](std::string_view alias, const ColumnInfo& column) {
      return std::string(alias) + '.' + spell::name(column.name, dialect);
    };
    out += have_same_value(one, stored(left_alias, one), other, stored(right_alias, other), dialect);
  }
}

Occurrence* Scope::find(const Path& path) {
  for (Occurrence& table : tables_) {
    if (same_path(table.path, path)) return &table;
  }
  return nullptr;
}

const Occurrence& Scope::add(const Path& path, bool optional) {
  if (find(path)) {
    throw StatementFailed("The table " + std::string(model_at(path).table) +
                          " is in the query twice; name the second one with ochre::alias(table, 1).");
  }
  return tables_.emplace_back(Occurrence{&model_at(path), path, aliases_.next(), optional});
}

const Occurrence& Scope::resolve(const Path& path) {
  Path root = path;
  root.depth = 0;
  for (Scope* scope = this; scope; scope = scope->outer_) {
    if (scope->find(path)) return *scope->find(path);
    if (scope->find(root)) return scope->walk(path);
  }
  throw StatementFailed("The query uses a column of " + std::string(path.root->table) +
                        ", which is not a part of it; join that table.");
}

/// Joins the steps of a path that are not joined yet.
const Occurrence& Scope::walk(const Path& path) {
  Path here = path;
  here.depth = 0;
  const Occurrence* from = find(here);
  std::string& joins = inside_ && same_path(*inside_, here) ? *inside_text_ : joins_;
  for (std::size_t i = 0; i < path.depth; ++i) {
    ++here.depth;
    const Occurrence* known = find(here);
    if (!known) {
      model_at(here);
      const RelationInfo& relation = relation_of(*from->model, path.steps[i]);
      const bool optional = from->optional || relation.nullable || relation.kind == RelationKind::HasOne;
      Occurrence joined{relation.target, here, aliases_.next(), optional};
      joins += optional ? " LEFT JOIN " : " JOIN ";
      append_table(joins, *joined.model, joined.name, dialect_);
      joins += " ON ";
      append_key_match(joins, *joined.model, joined.name, relation.target_columns, *from->model, from->name,
                       relation.columns, dialect_);
      walked_ = true;
      known = &tables_.emplace_back(std::move(joined));
    }
    from = known;
  }
  return *from;
}

}  // namespace ochre::query
