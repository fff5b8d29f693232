// The operator codes of a query's shape. Their values are private to one process: the form that travels is
// JSON.
#pragma once

#include <cstdint>

namespace ochre {

/// One operator of the reverse-Polish shape: operands come first. What follows a code in the sequence, if
/// anything, is said beside it; how many operands it takes is in the query room's table of operators.
enum class Op : std::uint8_t {
  // Operands.
  Column,  ///< model (2), alias (1), steps (1 + n), column (2)
  Source,  ///< model (2), alias (1), steps (1 + n): a table at the end of a path
  Bind,    ///< kind (1): the next binding
  List,    ///< kind (1): the next binding, a list
  Text,    ///< size (2), bytes: a name, a path, raw SQL
  Null,
  Open,  ///< begins a query inside this one, up to the Close that belongs to it
  Close,
  // Comparisons and logic.
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  And,
  Or,
  Not,
  IsNull,
  IsNotNull,
  In,  ///< value, list
  NotIn,
  InQuery,  ///< value, query
  NotInQuery,
  Between,
  Like,      ///< case-sensitive; `\` escapes
  LikeFold,  ///< without case, ASCII
  Contains,
  ContainsFold,
  StartsWith,
  StartsWithFold,
  EndsWith,
  EndsWithFold,
  // Arithmetic and functions.
  Add,
  Subtract,
  Multiply,
  Divide,
  Modulo,
  Negate,
  MomentAdd,         ///< moment, duration
  MomentSubtract,    ///< moment, duration
  MomentDifference,  ///< moment, moment: the duration from the second to the first
  Rescale,           ///< digits (1): a decimal with so many more digits after the point
  Round,             ///< digits after the point (1), digits kept (1): a decimal, half away from zero
  Concat,
  Lower,
  Upper,
  Length,
  ByteLength,
  Trim,
  Abs,
  Substring,  ///< text, start from 1, length
  Replace,    ///< text, from, to
  Coalesce,   ///< number of operands (1)
  NullIf,
  Year,         ///< kind of the operand (1)
  Month,        ///< kind of the operand (1)
  Day,          ///< kind of the operand (1)
  Case,         ///< number of pairs (1): condition, value, …, else
  JsonText,     ///< document, path: the value there as text
  JsonInteger,  ///< document, path: the value there as an integer
  JsonReal,     ///< document, path: the value there as a real
  // Aggregates and windows.
  CountRows,
  Count,
  CountDistinct,
  Sum,
  SumDistinct,
  Min,
  Max,
  Average,
  AverageExact,  ///< kind (1), digits after the point (1): of decimals and durations, half away from zero
  Filter,        ///< aggregate, condition
  RowNumber,
  Rank,
  DenseRank,
  Lag,          ///< value, distance
  Lead,         ///< value, distance
  PartitionBy,  ///< adds its operand to the window that the next Over closes
  WindowOrder,  ///< direction (1): likewise
  Ntile,        ///< groups
  FirstValue,
  LastValue,
  Frame,  ///< unit and start (1), end (1): start's and end's counts or Null; a part of a window, after its
          ///< orders
  Over,   ///< partitions (1), orders and frame (1): function, then as many parts of the window
  // Subqueries.
  Exists,  ///< query
  ScalarQuery,
  Any,           ///< relation (1): source, query with conditions
  None,          ///< relation (1)
  CountRelated,  ///< relation (1)
  Raw,           ///< number of operands (1): text with `{}` for each, then the operands
  Excluded,      ///< column: the value an upsert could not insert
  NamedColumn,   ///< column (1): name of a common table expression
  // Clauses. They stand between expressions and take those that went before.
  From,
  FromNamed,  ///< columns (1): name of a common table expression
  Where,
  Having,
  GroupBy,
  OrderBy,  ///< direction (1)
  Limit,
  Offset,
  Join,       ///< relation (1), side (1): owner's source, joined source
  JoinOn,     ///< side (1): joined source, condition
  JoinNamed,  ///< side (1): name, condition
  Select,
  SelectModel,
  SelectNamed,  ///< columns (1): name of a common table expression of whole rows
  Distinct,
  Set,       ///< column, value
  Level,     ///< relation (1): source, query; one step of an include chain
  Include,   ///< steps (1): ends a chain
  KeyLevel,  ///< relation (1), lists (1): owner's source, lists of its keys; rows of one level of a graph
  With,      ///< recursive (1), columns (1): name, query
  Union,
  UnionAll,
  Intersect,
  Except,
  ForUpdate,
  ConflictColumn,  ///< a column of an upsert's target
};

/// The bits of an order's direction.
inline constexpr std::uint8_t order_descending = 1;
inline constexpr std::uint8_t order_nulls_first = 2;

/// Which rows a join keeps.
enum class JoinSide : std::uint8_t { Inner, Left };

}  // namespace ochre
