// What the columns of named queries stand for. In SQL they are c0, c1, …; how enums are ordered and numbers
// are computed with depends on what the query of that name selects there.
#pragma once

#include "query/tree.hpp"

namespace ochre::query {

/// Finds that for each named column of a whole query, as far as its definition can be seen from there: sets
/// Node::meaning or Node::column. Throws StatementFailed for a named query that is no part of the one that
/// uses it, or not defined, and Unsupported for one with the name of a table beside it.
void resolve_named_columns(Select& query);

}  // namespace ochre::query
