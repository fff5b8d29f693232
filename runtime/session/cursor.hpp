// Cursors of pages as text: the values a row was ordered by, and a check of table and order. They come back
// from clients, so nothing in them is trusted: values are bound, and must have the form of their columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/model_info.hpp"
#include "ochre/value.hpp"

namespace ochre::session {

/// A column rows are ordered by, and the direction bits of shape.hpp.
struct PageKey {
  std::uint16_t column = 0;
  std::uint8_t direction = 0;
};

std::string write_cursor(const void* row, const ModelInfo& model, const std::vector<PageKey>& keys);

/// Throws ValidationFailed for anything that write_cursor did not make for this order.
Values read_cursor(std::string_view text, const ModelInfo& model, const std::vector<PageKey>& keys);

}  // namespace ochre::session
