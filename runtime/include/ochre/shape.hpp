// The operator codes of a query's shape. Values of the codes are private to one process: the form that
// travels is JSON.
#pragma once

#include <cstdint>

namespace ochre {

/// One operator of the reverse-Polish shape. Operands come first; how many there are is said where it is not
/// one or two.
enum class Op : std::uint8_t {
  // Operands.
  Column,  ///< model, alias, path, index
  Bind,    ///< kind; the next binding
  List,    ///< kind; the next binding, a list
  Null,
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
  In,
  NotIn,
  Between,   ///< three operands
  Like,      ///< case-sensitive, `\` escapes
  LikeFold,  ///< ASCII case-insensitive
  // Arithmetic.
  Add,
  Subtract,
  Multiply,
  Divide,
  Modulo,
  Negate,
  Concat,
  // Functions.
  Lower,
  Upper,
  Length,
  Trim,
  Abs,
  Round,
  Coalesce,  ///< argument: number of operands
  NullIf,
  Year,
  Month,
  Day,
  Case,       ///< argument: number of when/then pairs; an else operand follows them
  JsonPath,   ///< document, path text
  Substring,  ///< text, 1-based start, length
  Replace,    ///< text, from, to
  // Aggregates.
  CountRows,
  Count,
  CountDistinct,
  Sum,
  SumDistinct,
  Min,
  Max,
  Average,
  Filter,  ///< aggregate, condition
  Over,    ///< window; argument: which parts follow
  // Subqueries; a query in brackets between Open and Close.
  Open,
  Close,
  Exists,
  Any,  ///< relation at a path, condition in brackets
  None,
  CountRelated,
  Scalar,
  Raw,       ///< text; argument: number of operands it takes
  Excluded,  ///< column of the row an upsert could not insert
  Cte,       ///< column of a named query
  // Clauses of a query. Their operands come first, too.
  From,
  Where,
  Having,
  GroupBy,
  OrderBy,  ///< argument: direction and place of nulls
  Limit,
  Offset,
  InnerJoin,
  LeftJoin,
  Select,
  SelectModel,
  Distinct,
  Set,
  Include,
  With,
  WithRecursive,
  Union,
  UnionAll,
  Intersect,
  Except,
  ForUpdate,
  // Statements.
  CountAll,
  ExistsAny,
  Update,
  Erase,
  Keyset,
};

}  // namespace ochre
