// The clauses of a query as parts of its shape, for what is done to queries while they are built.
#pragma once

#include <cstddef>
#include <vector>

#include "ochre/fragment.hpp"

namespace ochre::query {

/// A clause with its operands: `size` bytes of the shape from `start` on, and the bindings from `binding` on.
struct Clause {
  Op op = Op::Null;
  std::size_t start = 0;
  std::size_t size = 0;
  std::size_t binding = 0;
  std::size_t bindings = 0;
};

/// The clauses of a query, not those of queries inside it.
std::vector<Clause> clauses_of(const Fragment& query);

/// Whether the query has a clause that says, and binds, the same as the one that is all of `wanted`.
bool has_clause(const Fragment& query, const Fragment& wanted);

}  // namespace ochre::query
