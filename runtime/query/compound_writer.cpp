// The part of SelectWriter about unions, intersections and differences, and their order.
#include "ochre/errors.hpp"
#include "query/enum_order.hpp"
#include "query/select_writer.hpp"

namespace ochre::query {
namespace {

const char* compound_word(Op op) {
  switch (op) {
    case Op::Union: return " UNION ";
    case Op::UnionAll: return " UNION ALL ";
    case Op::Intersect: return " INTERSECT ";
    default: return " EXCEPT ";
  }
}

bool same_token(const Token& left, const Token& right) {
  return left.op == right.op && left.first == right.first && left.second == right.second &&
         left.column == right.column && left.text == right.text && same_path(left.path, right.path);
}

/// Whether both say the same; values never do, because each has a binding of its own.
bool same_expression(const Node& left, const Node& right) {
  if (!same_token(left.token, right.token) || left.operands.size() != right.operands.size()) return false;
  if (left.op() == Op::Bind || left.op() == Op::List || left.query) return false;
  for (std::size_t i = 0; i < left.operands.size(); ++i) {
    if (!same_expression(left.operand(i), right.operand(i))) return false;
  }
  return true;
}

/// Finds `key` among the columns of a model at a path, which `number` columns come before. Counts these.
bool find_column(const Node& key, const Path& path, std::size_t& number) {
  if (key.op() == Op::Column && same_path(key.token.path, path)) return number += key.token.column, true;
  number += model_at(path).columns.size();
  return false;
}

/// The same among the columns of a named query.
bool find_column(const Node& key, std::string_view named, std::size_t columns, std::size_t& number) {
  if (key.op() == Op::NamedColumn && key.operand(0).token.text == named)
    return number += key.token.first, true;
  number += columns;
  return false;
}

/// Which of the columns that a query selects an expression is, counting from 0.
std::size_t selected_column(const Select& query, const Node& key) {
  std::size_t number = 0;
  for (const SelectItem& item : query.items) {
    if (item.model) {
      if (find_column(key, *item.model, number)) return number;
    } else if (!item.named.empty()) {
      if (find_column(key, item.named, item.columns, number)) return number;
    } else if (same_expression(*item.expression, key)) {
      return number;
    } else {
      ++number;
    }
  }
  if (query.items.empty() && query.from && find_column(key, *query.from, number)) return number;
  if (query.items.empty() && !query.from && find_column(key, query.from_named, query.named_columns, number))
    return number;
  throw Unsupported(
      "A union, intersect or except is ordered by what its first query selects; select this expression "
      "there, or make the union a named query and order that.");
}

}  // namespace

/// Databases order compounds by the numbers of their columns. Enums, which are ordered by an expression, need
/// a query around.
std::string SelectWriter::compound(const Select& query, Scope* outer) {
  const Select& first = query.first ? *query.first : query;
  bool by_expression = false;
  for (const OrderKey& key : query.order_by)
    by_expression = by_expression || !enum_values(*key.expression).empty();
  Scope scope(dialect_, aliases_, outer);
  std::string out = first_member(query, outer, scope, by_expression ? Items::Numbered : Items::Selected);
  for (const Compound& member : query.compounds) {
    std::string text = with_clause(*member.query) + body(*member.query, outer, Items::Selected);
    const bool own_clauses = !member.query->order_by.empty() || member.query->limit || member.query->offset ||
                             !member.query->compounds.empty() || !member.query->tables.empty();
    // SQLite takes neither parentheses nor such clauses there.
    // https://www.sqlite.org/lang_select.html#compound
    if (own_clauses) text = "SELECT * FROM (" + text + ") AS " + aliases_.next();
    out += compound_word(member.op) + text;
  }
  std::string order;
  const std::string around = by_expression ? aliases_.next() : "";
  for (const OrderKey& key : query.order_by) {
    const std::size_t number = selected_column(first, *key.expression);
    const std::string column =
        by_expression ? around + ".c" + std::to_string(number) : std::to_string(number + 1);
    order += (order.empty() ? " ORDER BY " : ", ") +
             expressions_.order_text(column, enum_values(*key.expression), key.direction, true);
  }
  if (by_expression) out = "SELECT * FROM (" + out + ") AS " + around;
  return out + tail(query, order, scope);
}

std::string SelectWriter::first_member(const Select& query, Scope* outer, Scope& scope, Items items) {
  std::string order;  // the keys are columns of the result
  if (!query.first) return core(query, scope, items, order);
  return "SELECT * FROM (" + body(*query.first, outer, items) + ") AS " + aliases_.next();
}

}  // namespace ochre::query
