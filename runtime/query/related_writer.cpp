// The parts of SelectWriter about relations and changed rows: any(), none(), count(), UPDATE and DELETE.
#include "ochre/errors.hpp"
#include "query/key_statements.hpp"
#include "query/select_writer.hpp"
#include "spell/name.hpp"

namespace ochre::query {

std::string SelectWriter::related(const Node& node, Scope& outer) {
  const Occurrence& owner = outer.resolve(node.operand(0).token.path);
  const RelationInfo& relation = relation_of(*owner.model, node.token.first);
  const Select& conditions = *node.operand(1).query;

  Scope scope(dialect_, aliases_, &outer);
  const Occurrence& target = scope.add(Path{relation.target}, false);
  std::string from = " FROM ";
  std::string link;
  if (relation.through) {
    const std::string through = aliases_.next();
    append_table(from, *relation.through, through, dialect_);
    from += " JOIN ";
    append_table(from, *target.model, target.name, dialect_);
    from += " ON ";
    append_key_match(from, *target.model, target.name, relation.target_columns, *relation.through, through,
                     relation.through_target_columns, dialect_);
    append_key_match(link, *relation.through, through, relation.through_columns, *owner.model, owner.name,
                     relation.columns, dialect_);
  } else {
    append_table(from, *target.model, target.name, dialect_);
    append_key_match(link, *target.model, target.name, relation.target_columns, *owner.model, owner.name,
                     relation.columns, dialect_);
  }
  std::string condition = expressions_.all(conditions.where, scope);
  if (!condition.empty()) condition = " AND (" + condition + ")";
  const std::string rest = from + scope.joins() + " WHERE " + link + condition + ")";
  switch (node.op()) {
    case Op::Any: return "EXISTS (SELECT 1" + rest;
    case Op::None: return "(NOT EXISTS (SELECT 1" + rest + ")";
    default: return "(SELECT count(*)" + rest;
  }
}

std::string SelectWriter::update(const Select& query, bool returning) {
  if (!query.from) throw StatementFailed("Only rows of a table can be updated.");
  std::string out = with_clause(query) + "UPDATE ";
  Scope scope(dialect_, aliases_, nullptr);
  const Occurrence& table = scope.add(*query.from, false);
  append_table(out, *table.model, table.name, dialect_);
  out += set_list(query, scope);
  out += changed_rows(query, scope);
  if (returning) out += " RETURNING " + returned_columns(*table.model, dialect_);
  return out;
}

std::string SelectWriter::erase(const Select& query) {
  if (!query.from) throw StatementFailed("Only rows of a table can be erased.");
  std::string out = with_clause(query) + "DELETE FROM ";
  Scope scope(dialect_, aliases_, nullptr);
  const Occurrence& table = scope.add(*query.from, false);
  append_table(out, *table.model, table.name, dialect_);
  return out + changed_rows(query, scope);
}

/// The WHERE of an UPDATE or DELETE. Joins, limits and paths go into a subquery that selects the keys.
std::string SelectWriter::changed_rows(const Select& query, Scope& scope) {
  if (!query.items.empty() || !query.compounds.empty() || !query.group_by.empty() || !query.having.empty()) {
    throw Unsupported("Rows to change are chosen by where, join, order_by and limit only.");
  }
  if (query.joins.empty() && !query.limit && !query.offset) {
    // Rendered in a scope of its own first: only that tells whether a path had to be walked.
    Aliases aliases = aliases_;
    Scope trial(dialect_, aliases, nullptr);
    trial.add(*query.from, false);
    expressions_.all(query.where, trial);
    if (!trial.walked()) return row_filter(query, scope);
  }
  const Occurrence& table = scope.resolve(*query.from);
  std::string keys;
  for (const std::uint16_t column : table.model->key)
    keys += (keys.empty() ? "" : ", ") + expressions_.stored_column(table, column);
  if (table.model->key.size() > 1) keys = "(" + keys + ")";
  return " WHERE " + keys + " IN (" + body(query, nullptr, Items::Key) + ")";
}

}  // namespace ochre::query
