#include "query/select_writer.hpp"

#include "ochre/errors.hpp"
#include "spell/name.hpp"

namespace ochre::query {
namespace {

bool is_plain(const Select& query) {
  return !query.distinct && query.group_by.empty() && query.having.empty() && !query.limit && !query.offset &&
         query.compounds.empty() && query.items.empty() && query.from;
}

}  // namespace

std::string SelectWriter::select(const Select& query) {
  if (query.level) return level(query);
  std::string out = with_clause(query);
  out += body(query, nullptr, Items::Selected);
  if (query.for_update && dialect_ == Dialect::Postgres) out += " FOR UPDATE";
  return out;
}

std::string SelectWriter::count(const Select& query) {
  std::string out = with_clause(query);
  if (!is_plain(query))
    return out + "SELECT count(*) FROM (" + body(query, nullptr, Items::Selected) + ") AS counted";
  Scope scope(dialect_, aliases_, nullptr);
  open_tables(query, scope);
  const std::string filter = row_filter(query, scope);
  return out + "SELECT count(*)" + from_clause(query, scope) + filter;
}

std::string SelectWriter::exists(const Select& query) {
  return with_clause(query) + "SELECT EXISTS (" + any_row(query, nullptr) + ")";
}

/// For EXISTS, where SQLite 3.40 takes DISTINCT away although OFFSET counts what is distinct.
std::string SelectWriter::any_row(const Select& query, Scope* outer) {
  const std::string rows = body(query, outer, is_plain(query) ? Items::One : Items::Selected);
  if (!query.distinct || !query.offset) return rows;
  return "SELECT 1 FROM (" + rows + ") AS " + aliases_.next();
}

std::string SelectWriter::nested_exists(const Select& query, Scope& outer) {
  return with_clause(query) + any_row(query, &outer);
}

std::string SelectWriter::nested(const Select& query, Scope& outer) {
  return with_clause(query) + body(query, &outer, Items::Selected);
}

std::string SelectWriter::with_clause(const Select& query) {
  std::string out;
  bool recursive = false;
  for (const CommonTable& table : query.tables) {
    recursive = recursive || table.recursive;
    out += (out.empty() ? "" : ", ") + spell::name(table.name, dialect_) + " (";
    for (int i = 0; i < table.columns; ++i) out += (i == 0 ? "c" : ", c") + std::to_string(i);
    out += ") AS (" + with_clause(*table.query) + body(*table.query, nullptr, Items::Selected) + ")";
  }
  if (out.empty()) return out;
  return (recursive ? "WITH RECURSIVE " : "WITH ") + out + " ";
}

std::string SelectWriter::body(const Select& query, Scope* outer, Items items) {
  if (!query.compounds.empty()) return compound(query, outer);
  Scope scope(dialect_, aliases_, outer);
  std::string order;
  std::string out = core(query, scope, items, order);
  return out + tail(query, order, scope);
}

/// SELECT … FROM … WHERE … GROUP BY … HAVING; the ORDER BY keys are rendered too, because they may join
/// tables.
std::string SelectWriter::core(const Select& query, Scope& scope, Items items, std::string& order) {
  open_tables(query, scope);
  const std::string list = item_list(query, scope, items);
  std::string rest = row_filter(query, scope);
  for (std::size_t i = 0; i < query.group_by.size(); ++i) {
    rest += (i == 0 ? " GROUP BY " : ", ") + expressions_.text(*query.group_by[i], scope);
  }
  if (!query.having.empty()) rest += " HAVING " + expressions_.all(query.having, scope);
  for (const OrderKey& key : query.order_by) {
    order +=
        (order.empty() ? " ORDER BY " : ", ") + expressions_.order_key(*key.expression, key.direction, scope);
  }
  return (query.distinct ? "SELECT DISTINCT " : "SELECT ") + list + from_clause(query, scope) + rest;
}

std::string SelectWriter::tail(const Select& query, const std::string& order, Scope& scope) {
  std::string out = order;
  if (query.limit) {
    out += " LIMIT " + expressions_.text(*query.limit, scope);
  } else if (query.offset && dialect_ == Dialect::Sqlite) {
    out += " LIMIT -1";  // SQLite has no OFFSET alone
  }
  if (query.offset) out += " OFFSET " + expressions_.text(*query.offset, scope);
  return out;
}

void SelectWriter::open_tables(const Select& query, Scope& scope) {
  if (query.from) {
    scope.add(*query.from, false);
  } else if (query.from_named.empty()) {
    throw StatementFailed("The query selects from nothing.");
  }
  for (const JoinClause& clause : query.joins) join(clause, scope);
}

void SelectWriter::join(const JoinClause& clause, Scope& scope) {
  const bool left = clause.side == JoinSide::Left;
  const std::string word = left ? " LEFT JOIN " : " JOIN ";
  std::string out = word;
  if (clause.owner) {
    const Occurrence& owner = scope.resolve(*clause.owner);
    const RelationInfo& relation = relation_of(*owner.model, clause.relation);
    const Occurrence& joined = scope.add(*clause.joined, left);
    if (relation.through) {
      const std::string through = aliases_.next();
      append_table(out, *relation.through, through, dialect_);
      out += " ON ";
      append_key_match(out, *relation.through, through, relation.through_columns, *owner.model, owner.name,
                       relation.columns, dialect_);
      out += word;
      append_table(out, *joined.model, joined.name, dialect_);
      out += " ON ";
      append_key_match(out, *joined.model, joined.name, relation.target_columns, *relation.through, through,
                       relation.through_target_columns, dialect_);
    } else {
      append_table(out, *joined.model, joined.name, dialect_);
      out += " ON ";
      append_key_match(out, *joined.model, joined.name, relation.target_columns, *owner.model, owner.name,
                       relation.columns, dialect_);
    }
  } else {
    out += joined_on(clause, left, scope);
  }
  scope.add_join(out);
}

/// A path that begins at the joined table is joined to that, in parentheses, because the condition speaks of
/// it.
std::string SelectWriter::joined_on(const JoinClause& clause, bool left, Scope& scope) {
  std::string table;
  std::string inside;
  if (clause.joined) {
    const Occurrence& joined = scope.add(*clause.joined, left);
    append_table(table, *joined.model, joined.name, dialect_);
    scope.join_inside(&*clause.joined, &inside);
  } else {
    spell::append_name(table, clause.named, dialect_);
  }
  const std::string condition = expressions_.text(*clause.condition, scope);
  scope.join_inside(nullptr, nullptr);
  return (inside.empty() ? table : "(" + table + inside + ")") + " ON " + condition;
}

std::string SelectWriter::item_list(const Select& query, Scope& scope, Items items) {
  if (items == Items::One) return "1";
  if (items == Items::Key) {
    const Occurrence& table = scope.resolve(*query.from);
    std::string out;
    for (const std::uint16_t column : table.model->key)
      out += (out.empty() ? "" : ", ") + expressions_.stored_column(table, column);
    return out;
  }
  std::vector<std::string> out;
  for (const SelectItem& item : query.items) {
    if (item.model) {
      add_columns(out, scope.resolve(*item.model));
    } else if (!item.named.empty()) {
      add_named_columns(out, item.named, item.columns);
    } else {
      out.push_back(expressions_.text(*item.expression, scope));
    }
  }
  if (query.items.empty() && query.from) add_columns(out, scope.resolve(*query.from));
  if (query.items.empty()) add_named_columns(out, query.from_named, query.named_columns);
  std::string list;
  for (std::size_t i = 0; i < out.size(); ++i) {
    list += (i == 0 ? "" : ", ") + out[i];
    if (items == Items::Numbered) list += " AS c" + std::to_string(i);
  }
  return list;
}

void SelectWriter::add_columns(std::vector<std::string>& out, const Occurrence& table) const {
  for (std::size_t i = 0; i < table.model->columns.size(); ++i) out.push_back(expressions_.column(table, i));
}

void SelectWriter::add_named_columns(std::vector<std::string>& out, std::string_view name, int count) const {
  for (int i = 0; i < count; ++i) out.push_back(spell::name(name, dialect_) + ".c" + std::to_string(i));
}

std::string SelectWriter::columns_of(const Occurrence& table) const {
  std::vector<std::string> columns;
  add_columns(columns, table);
  std::string out;
  for (const std::string& column : columns) out += (out.empty() ? "" : ", ") + column;
  return out;
}

std::string SelectWriter::from_clause(const Select& query, Scope& scope) {
  std::string out = " FROM ";
  if (query.from) {
    const Occurrence& table = scope.resolve(*query.from);
    append_table(out, *table.model, table.name, dialect_);
  } else {
    spell::append_name(out, query.from_named, dialect_);
  }
  return out + scope.joins();
}

std::string SelectWriter::row_filter(const Select& query, Scope& scope) {
  return query.where.empty() ? "" : " WHERE " + expressions_.all(query.where, scope);
}

}  // namespace ochre::query
