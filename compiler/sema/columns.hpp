// Fields to columns: structs flattened, names distinct and acceptable to every database.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills `Model::columns` from its fields.
void add_columns(Analysis& analysis, model::ModelId id);

/// Bytes of a name that every database keeps: PostgreSQL cuts off the rest, see
/// postgresql.org/docs/15/limits.html.
inline constexpr std::size_t longest_database_name = 63;

/// Reports a table or column name that some database refuses or reserves. `what` is "a table" or "a column".
void name_suits_databases(Analysis& analysis, std::string_view name, bool table, base::Span span);

}  // namespace ochrec::sema
