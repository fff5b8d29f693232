// Queries that travel: to_json() writes one with the names of the schema, query_from_json() reads it back.
// What comes in is not trusted: every name, type and operand is checked against the schema, values are bound,
// and raw SQL, common table expressions, windows and changes are refused. What a client may see is not
// checked: add conditions of your own to what was read.
#pragma once

#include <string_view>

#include "ochre/model_info.hpp"
#include "ochre/query.hpp"
#include "ochre/table.hpp"

namespace ochre {

namespace detail {
Fragment query_from_json(const ModelInfo& model, const SchemaInfo& schema, std::string_view json);
}  // namespace detail

/// Reads a query for whole rows of `table` that to_json() wrote, in this process or another one with the same
/// schema. Throws ValidationFailed with a sentence for anything else, however it is made.
template <TableObject T>
Query<typename T::Row> query_from_json(const T&, const SchemaInfo& schema, std::string_view json) {
  return Query<typename T::Row>(detail::query_from_json(Model<typename T::Row>::info, schema, json));
}

}  // namespace ochre
