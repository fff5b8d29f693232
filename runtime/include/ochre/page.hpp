// Pages that stay right while rows come and go: each page begins after the last row of the one before, found
// through an index, not by counting rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ochre {

/// Which page to read.
struct PageRequest {
  std::int64_t size = 20;  ///< most rows on the page, at least 1
  std::string after{};     ///< the cursor of the page before; empty for the first page
};

/// One page.
template <class R>
struct Page {
  std::vector<R> rows;
  /// Reads on after the last row; empty when there are no more. Opaque and safe to hand to clients: it holds
  /// only the values the rows were ordered by and a check of the query it belongs to.
  std::string next;
};

}  // namespace ochre
