#include "query/json_reader.hpp"

#include <algorithm>
#include <utility>

#include "query/op_names.hpp"
#include "query/render.hpp"
#include "query/scope.hpp"

namespace ochre::query {

ReadRows QueryReader::query(const JsonValue& clauses) { return query(clauses, nullptr); }

/// `defines` is the named query that this one makes.
ReadRows QueryReader::query(const JsonValue& clauses, Named* defines) {
  if (clauses.type != JsonType::Array) refuse_query("a query is an array of clauses");
  frames_.push_back(std::make_unique<Frame>());
  for (const JsonValue& item : clauses.items) look_ahead(item);
  if (defines) defines->depth = frames_.size();
  ReadRows rows;
  for (const JsonValue& item : clauses.items) {
    const Op op = operator_of(item);
    if (op != Op::Include || !reads_graph_ || frames_.size() > 1) clause(op, item, rows, defines);
  }
  if (rows.row.empty()) refuse_query("a query is from one table");
  const Frame& frame = *frames_.back();
  if (frame.aggregated && !frame.grouped) lack_rows(rows, frame);
  if (frame.recursive && (frame.aggregated || frame.grouped || frame.windowed || frame.wrapped))
    refuse_query("the step of a recursive query groups, orders or limits its rows");
  frames_.pop_back();
  return rows;
}

/// One row comes out even of no rows, and then columns outside of the aggregates are NULL.
void QueryReader::lack_rows(ReadRows& rows, const Frame& frame) {
  if (!rows.selects) refuse_query("whole rows are asked for with count() or its kin, but without group_by");
  for (std::size_t i = 0; i < rows.row.size(); ++i) {
    if (frame.bare_items[i]) rows.row[i].nullable = true;
  }
}

/// Clauses stand in the order they were added in; what they say about the whole query is needed before.
void QueryReader::look_ahead(const JsonValue& clause) {
  Frame& frame = *frames_.back();
  const auto op = peek_operator(clause);
  if (op == Op::GroupBy) frame.grouped = true;
  if (op == Op::OrderBy || op == Op::Limit || op == Op::Offset || op == Op::With || op == Op::Union ||
      op == Op::UnionAll || op == Op::Intersect || op == Op::Except)
    frame.wrapped = true;
  if (op == Op::From) frame.tables.emplace_back(path_of(only_argument(clause)), false);
  if (op == Op::FromNamed)
    frame.joined.emplace_back(need(only_argument(clause), "is", JsonType::Text).text, false);
  if (op == Op::Join)
    frame.tables.emplace_back(path_of(arguments(clause, 2)[1]), small_number(clause, "second", 1) != 0);
  if (op == Op::JoinOn)
    frame.tables.emplace_back(path_of(arguments(clause, 2)[0]), small_number(clause, "first", 1) != 0);
  if (op == Op::JoinNamed) {
    frame.joined.emplace_back(need(arguments(clause, 2)[0], "is", JsonType::Text).text,
                              small_number(clause, "first", 1) != 0);
  }
  if (op != Op::With) return;
  const std::string_view name = new_name(arguments(clause, 2)[0]);
  for (const Named& known : frame.named) {
    if (known.name == name) refuse_query("two queries are named '" + std::string(name) + "'");
  }
  Named added;
  added.name = name;
  added.clause = &clause;
  frame.named.push_back(std::move(added));
}

void QueryReader::clause(Op op, const JsonValue& item, ReadRows& rows, Named* defines) {
  switch (op) {
    case Op::From: return from(item, rows);
    case Op::FromNamed: return from_named(item, rows);
    case Op::Select:
    case Op::SelectModel:
    case Op::SelectNamed: return select(op, item, rows);
    case Op::Union:
    case Op::UnionAll:
    case Op::Intersect:
    case Op::Except: return compound(op, item, rows, defines);
    case Op::With: {
      Named& known = named(arguments(item, 2)[0]);
      out_.append(std::exchange(known.text, Fragment()));
      return;
    }
    default: return row_clause(op, item);
  }
}

void QueryReader::from(const JsonValue& item, ReadRows& rows) {
  if (!rows.row.empty()) refuse_query("a query is from one table");
  rows.from = table(only_argument(item));
  rows.row = {type_of_rows(*rows.from.root, false)};
  out_.op(Op::From);
}

void QueryReader::from_named(const JsonValue& item, ReadRows& rows) {
  if (!rows.row.empty()) refuse_query("a query is from one table");
  Named& known = named(only_argument(item));
  use(known);
  rows.row = known.row;
  const std::uint8_t columns = small_number(item, "first", 255);
  if (columns != columns_of(rows.row)) refuse_query("a named query has another number of columns");
  out_.text(known.name);
  out_.op(Op::FromNamed, columns);
}

/// A recursive query is from itself once, in its step.
void QueryReader::use(Named& named) {
  const auto& joined = frames_.back()->joined;
  if (std::count_if(joined.begin(), joined.end(),
                    [&](const auto& other) { return other.first == named.name; }) != 1)
    refuse_query("a named query is joined twice");
  if (named.state != Named::Reading) return;
  if (std::exchange(named.used_by_itself, true) || frames_.size() != named.depth + 1)
    refuse_query("a recursive query is from itself more than once, or in a subquery");
  frames_.back()->recursive = true;
}

void QueryReader::select(Op op, const JsonValue& item, ReadRows& rows) {
  if (rows.row.empty()) refuse_query("a query selects before it is from a table");
  if (!std::exchange(rows.selects, true)) {
    rows.row.clear();
    if (frames_.size() == 1) out_.begin_selection();
  }
  Frame& frame = *frames_.back();
  if (op == Op::SelectModel) {
    const Path path = source(only_argument(item));
    rows.row.push_back(type_of_rows(model_at(path), may_lack_row(path)));
    frame.bare_items.push_back(true);
    return out_.op(op);
  }
  if (op == Op::SelectNamed) {
    rows.row.push_back(named_rows(item));
    frame.bare_items.push_back(true);
    return;
  }
  const int before = frame.bare_columns;
  rows.row.push_back(expression(only_argument(item), Place::Results));
  if (rows.row.back().family == Family::Rows || rows.row.back().family == Family::Null)
    refuse_query("a query selects no value");
  frame.bare_items.push_back(frame.bare_columns != before);
  out_.op(op);
}

Type QueryReader::named_rows(const JsonValue& item) {
  const Named& known = named(only_argument(item));
  if (known.row.size() != 1 || !known.row[0].model) refuse_query("a named query has no whole rows");
  const std::uint8_t columns = small_number(item, "first", 255);
  if (columns != columns_of(known.row)) refuse_query("a named query has another number of columns");
  Type type = known.row[0];
  type.nullable = may_lack_row(known) || type.nullable;
  out_.text(known.name);
  out_.op(Op::SelectNamed, columns);
  return type;
}

void QueryReader::compound(Op op, const JsonValue& item, ReadRows& rows, Named* defines) {
  if (defines && !defines->has_row && op == Op::Union && small_number(*defines->clause, "first", 1) != 0) {
    defines->row = rows.row;
    defines->has_row = true;
  }
  const ReadRows member = nested(only_argument(item));
  if (!combine(rows.row, member.row)) refuse_query("queries with other rows are combined");
  out_.op(op);
}

/// The definition itself, which read_named() keeps until its clause comes.
void QueryReader::with(const JsonValue& item) {
  const auto& operands = arguments(item, 2);
  Named* defined = nullptr;
  for (Named& named : frames_.back()->named) {
    if (named.clause == &item) defined = &named;
  }
  const std::uint8_t recursive = small_number(item, "first", 1);
  out_.text(defined->name);
  if (operator_of(operands[1]) != Op::Open) refuse_query("a named query is missing");
  out_.op(Op::Open);
  const ReadRows rows = query(need(operands[1], "clauses", JsonType::Array), defined);
  out_.op(Op::Close);
  const std::uint8_t columns = small_number(item, "second", 255);
  if (columns != columns_of(rows.row)) refuse_query("a named query has another number of columns");
  for (std::size_t i = 0; i < rows.row.size(); ++i) {
    if (defined->has_row && rows.row[i].nullable && !defined->row[i].nullable)
      refuse_query("a recursive query finds NULL where its first part has none");
  }
  defined->row = rows.row;
  defined->has_row = true;
  out_.op(Op::With, recursive, columns);
}

void QueryReader::row_clause(Op op, const JsonValue& item) {
  switch (op) {
    case Op::Where: return condition(op, item, Place::Rows);
    case Op::Having: return condition(op, item, Place::Groups);
    case Op::GroupBy: {
      const Family family = expression(only_argument(item), Place::Rows).family;
      if (family == Family::Rows || family == Family::Null) refuse_query("a value is missing");
      return out_.op(op);
    }
    case Op::OrderBy: return order(item);
    case Op::Limit:
    case Op::Offset: return count(op, item);
    case Op::Distinct:
    case Op::ForUpdate: return out_.op(op);
    case Op::Join: return join(item);
    case Op::JoinOn:
    case Op::JoinNamed: return join_on(op, item);
    default: refuse_query("the clause '" + std::string(op_name(op)) + "' cannot come from outside");
  }
}

void QueryReader::condition(Op op, const JsonValue& item, Place place) {
  if (expression(only_argument(item), place).family != Family::Bool)
    refuse_query("a condition is not true or false");
  out_.op(op);
}

void QueryReader::order(const JsonValue& item) {
  const Family family = expression(only_argument(item), Place::Results).family;
  if (family == Family::Rows || family == Family::Null) refuse_query("a value is missing");
  require_order(family);
  out_.op(Op::OrderBy, small_number(item, "first", order_descending | order_nulls_first));
}

void QueryReader::count(Op op, const JsonValue& item) {
  const JsonValue& count = only_argument(item);
  if (peek_operator(count) != Op::Bind || need(count, "is", JsonType::Integer).integer < 0)
    refuse_query("a limit or offset is no row count");
  expression(count, Place::Rows);
  out_.op(op);
}

void QueryReader::join(const JsonValue& item) {
  const auto& operands = arguments(item, 2);
  const Path owner = source(operands[0]);
  const std::uint8_t relation = relation_number(model_at(owner), item);
  const Path joined = table(operands[1]);
  if (model_at(owner).relations[relation].target != joined.root)
    refuse_query("a join leads to another table than its relation");
  out_.op(Op::Join, relation, small_number(item, "second", 1));
}

void QueryReader::join_on(Op op, const JsonValue& item) {
  const auto& operands = arguments(item, 2);
  if (op == Op::JoinOn) {
    table(operands[0]);
  } else {
    Named& known = named(operands[0]);
    use(known);
    out_.text(known.name);
  }
  if (expression(operands[1], Place::Rows).family != Family::Bool)
    refuse_query("a join's condition is not true or false");
  out_.op(op, small_number(item, "first", 1));
}

ReadRows QueryReader::graph(const JsonValue& clauses) {
  reads_graph_ = true;
  ReadRows rows = query(clauses);
  std::swap(out_, includes_);
  for (const JsonValue& item : clauses.items) {
    if (peek_operator(item) != Op::Include) continue;
    if (!rows.from.root) refuse_query("related rows are included with rows of a table");
    include(item, *rows.from.root);
  }
  std::swap(out_, includes_);
  return rows;
}

void QueryReader::include(const JsonValue& item, const ModelInfo& root) {
  const std::vector<JsonValue>& levels = need(item, "args", JsonType::Array).items;
  if (levels.empty() || levels.size() > 32) refuse_query("an include has too many steps, or none");
  const ModelInfo* owner = &root;
  std::vector<std::uint8_t> chain;
  for (const JsonValue& step : levels) owner = level(step, *owner, chain);
  out_.op(Op::Include, static_cast<std::uint8_t>(levels.size()));
}

/// One step of an include; returns where it ends.
const ModelInfo* QueryReader::level(const JsonValue& item, const ModelInfo& owner,
                                    std::vector<std::uint8_t>& chain) {
  if (operator_of(item) != Op::Level) refuse_query("a step of an include is missing");
  const auto& operands = arguments(item, 2);
  if (table(operands[0]).root != &owner)
    refuse_query("a step of an include does not begin where the last one ends");
  const std::uint8_t relation = relation_number(owner, item);
  const ModelInfo* target = owner.relations[relation].target;
  if (operator_of(operands[1]) != Op::Open) refuse_query("the conditions of an include are missing");
  frames_.push_back(std::make_unique<Frame>());
  frames_.back()->tables.emplace_back(Path{target}, false);
  out_.op(Op::Open);
  const std::size_t start = out_.shape_size();
  const std::size_t binding = out_.values().size();
  for (const JsonValue& clause : need(operands[1], "clauses", JsonType::Array).items) {
    const Op op = operator_of(clause);
    if (op != Op::Where && op != Op::OrderBy && op != Op::Limit)
      refuse_query("an include has where, order_by and limit only");
    row_clause(op, clause);
  }
  chain.push_back(relation);
  if (out_.shape_size() != start) {
    if (std::find(conditioned_.begin(), conditioned_.end(), chain) != conditioned_.end())
      refuse_query("a relation is included twice with conditions");
    conditioned_.push_back(chain);
  }
  if (frames_.back()->aggregated) refuse_query("related rows are ordered by values of their own");
  Fragment alone;
  alone.source(Path{target});
  alone.op(Op::From);
  alone.append_part(out_, start, out_.shape_size() - start, binding);
  render(alone, Purpose::Select, Dialect::Sqlite);  // tables in scope
  out_.op(Op::Close);
  frames_.pop_back();
  out_.op(Op::Level, relation);
  return target;
}

}  // namespace ochre::query
