// A shape as a tree: selects with clauses, clauses with expressions. Made once per shape, to render it, to
// load graphs and to write JSON; texts point into the shape, which must outlive the tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"
#include "query/shape_reader.hpp"

namespace ochre::query {

struct Select;
struct Node;
using NodePtr = std::unique_ptr<Node>;

/// An expression.
struct Node {
  Token token;
  std::uint32_t binding = 0;      ///< Bind, List: which one, counting from 0
  std::vector<NodePtr> operands;  ///< And, Or: at least two
  std::unique_ptr<Select> query;  ///< Open: the query in it
  const Node* meaning = nullptr;  ///< NamedColumn: what it stands for, an expression or a column of a model
  const ColumnInfo* column = nullptr;
  std::size_t depth = 1;  ///< how many nodes are in each other

  Op op() const { return token.op; }
  const Node& operand(std::size_t index) const { return *operands[index]; }
};

struct OrderKey {
  NodePtr expression;
  std::uint8_t direction = 0;
};

/// A table, or a named query, that is joined: along a relation of `owner`, or on a condition.
struct JoinClause {
  JoinSide side = JoinSide::Inner;
  std::optional<Path> joined;
  std::string_view named;
  std::optional<Path> owner;
  std::uint8_t relation = 0;
  NodePtr condition;
};

/// An expression, all columns of the model at a path, or all `columns` of a named query.
struct SelectItem {
  NodePtr expression;
  std::optional<Path> model;
  std::string_view named;
  std::uint8_t columns = 0;
};

struct SetClause {
  NodePtr column;
  NodePtr value;
};

/// One step of an include chain. Its clauses also stand at `start` in the shape.
struct IncludeLevel {
  Path owner;
  std::uint8_t relation = 0;
  std::size_t start = 0;
  std::size_t size = 0;
  std::uint32_t binding = 0;
};
using IncludeChain = std::vector<IncludeLevel>;

/// A select of the rows that belong to some parents, whose keys are bound as lists, one per key column.
struct KeyLevel {
  Path owner;
  std::uint8_t relation = 0;
  std::vector<std::uint32_t> lists;
};

struct Compound {
  Op op = Op::Union;
  std::unique_ptr<Select> query;
};

struct CommonTable {
  std::string_view name;
  std::uint8_t columns = 0;
  bool recursive = false;
  std::unique_ptr<Select> query;
};

/// A query, clause by clause. Also what an update or an include's clauses are read into.
struct Select {
  std::optional<Path> from;
  std::string_view from_named;
  std::uint8_t named_columns = 0;
  std::vector<JoinClause> joins;
  std::vector<NodePtr> where;
  std::vector<NodePtr> group_by;
  std::vector<NodePtr> having;
  std::vector<OrderKey> order_by;
  NodePtr limit;
  NodePtr offset;
  std::vector<SelectItem> items;
  std::vector<SetClause> sets;
  std::vector<IncludeChain> includes;
  std::optional<KeyLevel> level;
  std::vector<NodePtr> conflict;  ///< target columns of an upsert
  std::unique_ptr<Select> first;  ///< of the compounds, when it has an order or limit of its own
  std::vector<Compound> compounds;
  std::vector<CommonTable> tables;
  bool distinct = false;
  bool for_update = false;
};

/// Reads a shape. Throws StatementFailed for one that is no query.
Select read_select(const std::uint8_t* shape, std::size_t size);
inline Select read_select(const Fragment& query) { return read_select(query.shape(), query.shape_size()); }

}  // namespace ochre::query
