// What the rows of a query from outside are made of, and whether a program that asked for some type can read
// them.
#pragma once

#include <string_view>
#include <vector>

#include "ochre/query_json.hpp"
#include "ochre/view.hpp"
#include "query/json_types.hpp"

namespace ochre::query {

/// The type of an expression, or whole rows of a model.
struct Type {
  Family family = Family::Null;
  Kind kind = Kind::Int64;  ///< without meaning for Null and Rows
  bool nullable = true;
  int scale = -1;                       ///< digits after the point of a decimal; -1 when unknown
  std::vector<std::string_view> texts;  ///< what an enum may be
  const ModelInfo* model = nullptr;     ///< Rows
};
using RowType = std::vector<Type>;

/// `scale` is a decimal's number of digits after the point; a `wide` one has more than 18.
Type type_of_kind(Kind kind, bool nullable, int scale = 0, bool wide = false);
Type type_of_column(const ColumnInfo& column);
Type type_of_rows(const ModelInfo& model, bool nullable);

/// How many columns such rows have in SQL, where those of whole rows follow each other.
std::size_t columns_of(const RowType& row);
/// The type of one of them, counting from 0.
Type column_at(const RowType& row, std::size_t number);

/// The type of an operator's result, whose family type_of() has found.
Type result_type(Op op, const std::vector<Type>& operands, Family family);

/// Adds what the rows of another query, which is combined with this one, may hold. False when theirs are
/// others.
bool combine(RowType& rows, const RowType& others);

/// Whether each value of these rows can be read as the type that was asked for.
bool can_read(View<const detail::RowItem> asked, const RowType& rows);

}  // namespace ochre::query
