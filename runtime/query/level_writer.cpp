// The part of SelectWriter that loads one level of a graph: the rows that belong to a list of parents.
// SQLite joins the list first (CROSS JOIN keeps that order,
// https://www.sqlite.org/optoverview.html#crossjoin), so rows come in the order of the list without sorting;
// PostgreSQL numbers the list and sorts by the number.
#include "ochre/errors.hpp"
#include "query/select_writer.hpp"
#include "query/text_column.hpp"
#include "spell/name.hpp"

namespace ochre::query {
namespace {

std::string key_value(std::size_t part, Dialect dialect) {
  if (dialect == Dialect::Postgres) return "k.v" + std::to_string(part);
  return part == 0 ? "k.value" : "k" + std::to_string(part) + ".value";
}

std::string position(Dialect dialect) { return dialect == Dialect::Postgres ? "k.position" : "k.rowid"; }

/// `alias.column = key` for every part of the parents' key.
std::string match_keys(const ModelInfo& model, const std::string& alias, View<const std::uint16_t> columns,
                       Dialect dialect) {
  std::string out;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i != 0) out += " AND ";
    const ColumnInfo& column = column_of(model, columns[i]);
    out += has_value(column, alias + "." + spell::name(column.name, dialect), key_value(i, dialect), dialect);
  }
  return out;
}

}  // namespace

std::string SelectWriter::key_lists(const KeyLevel& level) const {
  if (dialect_ == Dialect::Sqlite) {
    std::string out;
    for (std::size_t i = 0; i < level.lists.size(); ++i) {
      const std::string list = "ochre_list(" + expressions_.parameter(level.lists[i]) + ") AS k";
      const std::string number = std::to_string(i);
      out += i == 0 ? list : " CROSS JOIN " + list + number + " ON k" + number + ".rowid = k.rowid";
    }
    return out;
  }
  std::string lists;
  std::string names;
  for (std::size_t i = 0; i < level.lists.size(); ++i) {
    lists += (i == 0 ? "" : ", ") + expressions_.parameter(level.lists[i]);
    names += "v" + std::to_string(i) + ", ";
  }
  return "unnest(" + lists + ") WITH ORDINALITY AS k (" + names + "position)";
}

/// `target` and, for many to many, the join table before it, each joined to what is there already.
std::string SelectWriter::level_tables(const RelationInfo& relation, const Occurrence& target,
                                       const char* join, std::string& link) {
  std::string out;
  if (!relation.through) {
    append_table(out, *target.model, target.name, dialect_);
    link = match_keys(*target.model, target.name, relation.target_columns, dialect_);
    return out;
  }
  const std::string through = aliases_.next();
  append_table(out, *relation.through, through, dialect_);
  link = match_keys(*relation.through, through, relation.through_columns, dialect_);
  out += " ON " + link + join;
  append_table(out, *target.model, target.name, dialect_);
  link.clear();
  append_key_match(link, *target.model, target.name, relation.target_columns, *relation.through, through,
                   relation.through_target_columns, dialect_);
  return out;
}

std::string SelectWriter::level(const Select& query) {
  const RelationInfo& relation = relation_of(model_at(query.level->owner), query.level->relation);
  const char* join = dialect_ == Dialect::Sqlite ? " CROSS JOIN " : " JOIN ";
  Scope scope(dialect_, aliases_, nullptr);
  const Occurrence& target = scope.add(*query.from, false);
  std::string link;
  std::string out = "SELECT " + columns_of(target);
  if (relation.through) out += ", " + position(dialect_);
  out +=
      " FROM " + key_lists(*query.level) + join + level_tables(relation, target, join, link) + " ON " + link;

  std::string condition = expressions_.all(query.where, scope);
  std::string order =
      query.order_by.empty() && dialect_ == Dialect::Sqlite ? "" : " ORDER BY " + position(dialect_);
  for (const OrderKey& key : query.order_by) {
    order += ", " + expressions_.order_key(*key.expression, key.direction, scope);
  }
  out += scope.joins();
  if (query.limit) condition = limited_keys(query, relation, target);
  if (!condition.empty()) out += " WHERE " + condition;
  return out + order;
}

/// The first rows of each parent: their keys come from a subquery that ends after that many.
std::string SelectWriter::limited_keys(const Select& query, const RelationInfo& relation,
                                       const Occurrence& target) {
  Scope scope(dialect_, aliases_, nullptr);
  const Occurrence& inner = scope.add(*query.from, false);
  std::string outer_key;
  std::string inner_key;
  for (const std::uint16_t column : target.model->key) {
    outer_key += (outer_key.empty() ? "" : ", ") + expressions_.stored_column(target, column);
    inner_key += (inner_key.empty() ? "" : ", ") + expressions_.stored_column(inner, column);
  }
  if (target.model->key.size() > 1) outer_key = "(" + outer_key + ")";

  std::string from;
  std::string link;
  if (relation.through) {
    const std::string through = aliases_.next();
    append_table(from, *relation.through, through, dialect_);
    from += " JOIN ";
    append_table(from, *inner.model, inner.name, dialect_);
    from += " ON ";
    append_key_match(from, *inner.model, inner.name, relation.target_columns, *relation.through, through,
                     relation.through_target_columns, dialect_);
    link = match_keys(*relation.through, through, relation.through_columns, dialect_);
  } else {
    append_table(from, *inner.model, inner.name, dialect_);
    link = match_keys(*inner.model, inner.name, relation.target_columns, dialect_);
  }
  const std::string condition = expressions_.all(query.where, scope);
  std::string order;
  for (const OrderKey& key : query.order_by) {
    order +=
        (order.empty() ? " ORDER BY " : ", ") + expressions_.order_key(*key.expression, key.direction, scope);
  }
  return outer_key + " IN (SELECT " + inner_key + " FROM " + from + scope.joins() + " WHERE " + link +
         (condition.empty() ? "" : " AND (" + condition + ")") + order + " LIMIT " +
         expressions_.text(*query.limit, scope) + ")";
}

}  // namespace ochre::query
