// The order a model's schema gives its rows, for queries that ask for none.
#pragma once

#include "query/tree.hpp"

namespace ochre::query {

/// Orders a query that selects rows of a model and says nothing about their order. Leaves alone what has
/// groups, chosen columns, distinct rows or other queries beside it: there the order would mean something
/// else.
void add_default_order(Select& query);

}  // namespace ochre::query
