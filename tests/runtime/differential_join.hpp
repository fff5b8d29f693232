// Random joins for the differential tests: the query, the rows it has in memory, and what can be said of
// them.
#pragma once

#include "differential_market.hpp"

namespace differential {

/// Rows do not matter before something is selected.
using Query = ochre::Query<std::int64_t>;

template <class Q>
Query plain(const Q& query) {
  return Query(query.fragment());
}

/// Tables that are joined, what can be said of them, and the rows of the join in memory.
struct Joined {
  Query query;
  Columns columns;
  std::vector<Sight> rows;
  std::vector<Int> keys;  // that tell the rows apart
};

inline constexpr std::size_t inner_place = 3;  // where related rows are seen

Joined any_join(const Market& market, Random& random);

}  // namespace differential
