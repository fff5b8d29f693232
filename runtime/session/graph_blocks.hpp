// What a graph holds: blocks of rows, and for every included relation the edges between two blocks.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ochre/graph.hpp"
#include "ochre/model_info.hpp"

namespace ochre::session {

/// A std::vector of a model's structs, without its type.
class Block {
 public:
  explicit Block(const ModelInfo& model) : model_(&model), rows_(model.row.make_rows()) {}
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;
  ~Block() { model_->row.free_rows(rows_); }

  const ModelInfo& model() const { return *model_; }
  void* rows() { return rows_; }
  const void* rows() const { return rows_; }
  std::size_t size() const { return model_->row.rows_size(rows_); }
  const std::byte* row(std::size_t index) const {
    return static_cast<const std::byte*>(model_->row.rows_data(rows_)) + index * model_->row.row_size;
  }
  /// The number of the row at an address; size() when it is not in this block.
  std::size_t index_of(const void* row) const;

 private:
  const ModelInfo* model_;
  void* rows_;
};

/// The rows one relation leads to, for every row of a parent block: `count[p]` rows from `first[p]` on,
/// directly in the target block or, for many to many, in `links`.
struct Edges {
  const Block* parents = nullptr;
  const Block* targets = nullptr;
  std::uint8_t relation = 0;
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> count;
  std::vector<std::uint32_t> links;
};

struct GraphBlocks {
  std::vector<std::unique_ptr<Block>> blocks;  // the query's own first, then one per level
  std::vector<std::unique_ptr<Edges>> edges;   // one per level
};

}  // namespace ochre::session
