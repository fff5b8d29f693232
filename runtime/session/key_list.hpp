// The keys of a block's rows towards a relation: distinct, sorted, and which parent has which.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ochre/fragment.hpp"
#include "ochre/row.hpp"
#include "ochre/view.hpp"
#include "session/graph_blocks.hpp"

namespace ochre::session {

class KeyList {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// The values in `columns` of every row; rows with a NULL among them have no key.
  KeyList(const Block& parents, View<const std::uint16_t> columns);

  std::size_t size() const { return distinct_; }
  /// The key of a parent, or none.
  std::size_t of_parent(std::size_t parent) const { return key_of_[parent]; }
  /// Whether a row has key number `key` in its `columns`.
  bool equals(std::size_t key, const Block& block, std::size_t row, View<const std::uint16_t> columns) const;
  /// Binds one list per column.
  void bind(Fragment& out) const;

 private:
  Value at(std::size_t key, std::size_t part) const { return values_.at(order_[key] * parts_ + part); }

  std::size_t parts_;
  std::size_t distinct_ = 0;
  Values values_;                    // parts of all parents' keys, borrowed from the rows
  std::vector<std::size_t> order_;   // parents with distinct keys, sorted by key
  std::vector<std::size_t> key_of_;  // by parent
  mutable Values scratch_;
};

/// A model's key columns in the current row, as bytes that are equal when the keys are.
std::string key_bytes(Row& row, const ModelInfo& model);

}  // namespace ochre::session
