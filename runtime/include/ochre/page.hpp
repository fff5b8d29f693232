// Pages that stay right while rows come and go: each page begins after the last row of the one before, found
// through an index, not by counting rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ochre {

/// Which page to read.
struct PageRequest {
  std::int64_t size = 20;  ///< most rows on the page; less than 1 throws ValidationFailed
  std::string after{};     ///< the cursor of the page before, of any size; empty for the first page
};

/// One page.
template <class R>
struct Page {
  std::vector<R> rows;
  /// Reads on after the last row; empty when there are no more. It holds the values the last row was ordered
  /// by, which clients can decode, under a 64-bit checksum of them and of the query: its tables, its
  /// conditions, its order and every value they are compared with. A cursor that was damaged, or is given to
  /// another query, is refused with ValidationFailed. The checksum finds accidents and mix-ups; it is no
  /// signature, because it has no secret: who computes it anew can begin a page after any values, but only
  /// among the rows of the query. Compare with fixed values, not with the present moment: it differs from
  /// page to page.
  std::string next;
};

}  // namespace ochre
