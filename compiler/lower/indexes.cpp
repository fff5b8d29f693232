#include "lower/indexes.hpp"

#include <algorithm>

#include "lower/expression.hpp"
#include "sql/names.hpp"

namespace ochrec::lower {
namespace {

/// The columns of an index that has no expressions.
std::vector<std::string> part_columns(const sql::Index& index) {
  std::vector<std::string> out;
  for (const sql::IndexPart& part : index.parts) out.push_back(part.expr.text);
  return out;
}

sql::IndexPart lower_part(const Scope& scope, const model::KeyPart& part) {
  if (const auto* which = std::get_if<std::uint32_t>(&part.what))
    return {column(scope, *which), part.descending};
  return {expression(scope, std::get<model::Expr>(part.what)), part.descending};
}

// `email_key`, `created_at_idx`, the name given; an expression goes by the columns it reads.
std::string label(const model::Index& declared, const sql::Index& index) {
  if (!declared.name.empty()) return declared.name;
  std::vector<std::string> columns;
  for (const sql::IndexPart& part : index.parts) sql::collect_columns(part.expr, columns);
  std::string out;
  for (const std::string& column : columns) out += column + '_';
  return out + (index.unique ? "key" : "idx");
}

// Columns can be read back from a database and compared; conditions and expressions cannot, so the name
// stands for them.
std::string content(const Scope& scope, const sql::Index& index) {
  std::string out;
  for (const sql::IndexPart& part : index.parts) {
    sql::append(out, part.expr, scope.database);
    out += part.descending ? " desc," : ",";
  }
  if (index.where) sql::append(out, *index.where, scope.database);
  return out;
}

bool has_expression(const sql::Index& index) {
  return std::ranges::any_of(
      index.parts, [](const sql::IndexPart& part) { return part.expr.kind != sql::ExprKind::Column; });
}

std::string index_name(const Scope& scope, const model::Index& declared, const sql::Index& index) {
  const std::string own = label(declared, index);
  if (index.where || has_expression(index)) {
    return sql::content_name(scope.model.table, own, content(scope, index));
  }
  return sql::joined_name(scope.model.table, {}, own);
}

sql::Index lower_index(const Scope& scope, const model::Index& declared) {
  sql::Index out{.name = {},
                 .unique = declared.unique,
                 .parts = {},
                 .where = {},
                 .method = declared.method,
                 .include = column_names(scope.model, declared.include),
                 .with = declared.with,
                 .renamed_from = declared.renamed_from};
  if (declared.where) out.where = expression(scope, *declared.where);
  for (const model::KeyPart& part : declared.parts) out.parts.push_back(lower_part(scope, part));
  out.name = index_name(scope, declared, out);
  return out;
}

bool is_total(const sql::Index& index) {
  return index.unique && !index.where && !has_expression(index) && index.method.empty() &&
         index.include.empty();
}

bool starts_with(std::span<const std::string> whole, const std::vector<std::string>& columns) {
  return whole.size() >= columns.size() && std::ranges::is_permutation(whole.first(columns.size()), columns);
}

}  // namespace

std::vector<std::string> column_names(const model::Model& model, std::span<const std::uint32_t> columns) {
  std::vector<std::string> out;
  out.reserve(columns.size());
  for (const std::uint32_t column : columns) out.push_back(model.columns.at(column).name);
  return out;
}

void lower_indexes(const Scope& scope, Names& names, sql::Table& table) {
  const auto here = scope.on_sqlite() ? model::Database::Sqlite : model::Database::Postgres;
  for (const model::Index& declared : scope.model.indexes) {
    if (declared.only.value_or(here) != here) continue;
    // Whether a relation's key needs an index is seen once all others are known.
    if (declared.origin == model::IndexOrigin::RelationKey && !declared.unique) continue;
    sql::Index index = lower_index(scope, declared);
    index.name = names.take(index.name, content(scope, index));
    if (is_total(index)) {
      std::vector<std::string> columns = part_columns(index);
      table.uniques.push_back({std::move(index.name), std::move(columns)});
    } else {
      table.indexes.push_back(std::move(index));
    }
  }
}

bool is_prefix_of_any(const sql::Table& table, const std::vector<std::string>& columns) {
  if (starts_with(table.key.columns, columns)) return true;
  for (const sql::Unique& unique : table.uniques) {
    if (starts_with(unique.columns, columns)) return true;
  }
  return std::ranges::any_of(table.indexes, [&](const sql::Index& index) {
    if (index.where || has_expression(index) || !(index.method.empty() || index.method == "btree"))
      return false;
    return starts_with(part_columns(index), columns);
  });
}

}  // namespace ochrec::lower
