// Cursors of pages as text: the values a row was ordered by, under a checksum of these values and of the
// query with its bindings. They come back from clients, so nothing in them is trusted: the checksum finds
// accidents and cursors of other queries, but has no secret; values are bound, and must have the form of
// their columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/model_info.hpp"
#include "ochre/path.hpp"
#include "ochre/value.hpp"

namespace ochre::session {

/// A column rows are ordered by, and the direction bits of shape.hpp.
struct PageKey {
  ColumnRef column;
  std::uint8_t direction = 0;
  bool nullable = false;
  const ColumnInfo* info = nullptr;
};

/// What a cursor belongs to.
struct PagedQuery {
  const std::vector<PageKey>& keys;
  const std::string& text;  ///< all of the query, with its bindings
};

/// `values` are those of the keys, in order.
std::string write_cursor(const Values& values, const PagedQuery& query);

/// Throws ValidationFailed for a text whose checksum is not that of these values for this query.
Values read_cursor(std::string_view text, const PagedQuery& query);

}  // namespace ochre::session
