#include "session/key_list.hpp"

#include <algorithm>
#include <cstring>

namespace ochre::session {
namespace {

/// Any total order serves; that of the database's index makes its lookups neighbours.
int compare(const Value& left, const Value& right) {
  if (left.storage != right.storage) return left.storage < right.storage ? -1 : 1;
  switch (left.storage) {
    case Storage::Integer: return left.integer < right.integer ? -1 : left.integer > right.integer ? 1 : 0;
    case Storage::Real: return left.real < right.real ? -1 : left.real > right.real ? 1 : 0;
    case Storage::Text:
    case Storage::Bytes: {
      const int order = std::memcmp(left.data, right.data, std::min(left.size, right.size));
      if (order != 0) return order;
      return left.size < right.size ? -1 : left.size > right.size ? 1 : 0;
    }
    default: return 0;
  }
}

}  // namespace

KeyList::KeyList(const Block& parents, View<const std::uint16_t> columns)
    : parts_(columns.size()), key_of_(parents.size(), none) {
  const ModelInfo& model = parents.model();
  order_.reserve(parents.size());
  for (std::size_t row = 0; row < parents.size(); ++row) {
    bool complete = true;
    for (const std::uint16_t column : columns) {
      model.row.put(parents.row(row), column, values_);
      complete = complete && !values_.at(values_.size() - 1).is_null();
    }
    if (complete) order_.push_back(row);
  }
  const auto before = [&](std::size_t left, std::size_t right) {
    for (std::size_t part = 0; part < parts_; ++part) {
      const int order = compare(values_.at(left * parts_ + part), values_.at(right * parts_ + part));
      if (order != 0) return order < 0;
    }
    return false;
  };
  if (!std::is_sorted(order_.begin(), order_.end(), before))
    std::stable_sort(order_.begin(), order_.end(), before);
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::size_t parent = order_[i];
    if (distinct_ == 0 || before(order_[distinct_ - 1], parent)) order_[distinct_++] = parent;
    key_of_[parent] = distinct_ - 1;
  }
}

bool KeyList::equals(std::size_t key, const Block& block, std::size_t row,
                     View<const std::uint16_t> columns) const {
  scratch_.clear();
  for (const std::uint16_t column : columns) block.model().row.put(block.row(row), column, scratch_);
  for (std::size_t part = 0; part < parts_; ++part) {
    if (compare(at(key, part), scratch_.at(part)) != 0) return false;
  }
  return true;
}

void KeyList::bind(Fragment& out) const {
  SmallVector<Value, 8> items;
  for (std::size_t part = 0; part < parts_; ++part) {
    items.clear();
    for (std::size_t key = 0; key < distinct_; ++key) items.push_back(at(key, part));
    out.bind_list(items[0].kind, items.data(), items.size());
  }
}

std::string key_bytes(Row& row, const ModelInfo& model) {
  std::string out;
  for (const std::uint16_t column : model.key) {
    Value cell;
    row.cells(column, View(&cell, 1));
    const bool run = cell.storage == Storage::Text || cell.storage == Storage::Bytes;
    const std::uint64_t head = run ? cell.size : static_cast<std::uint64_t>(cell.integer);
    out.append(reinterpret_cast<const char*>(&head), sizeof(head));
    if (run) out.append(static_cast<const char*>(cell.data), cell.size);
  }
  return out;
}

}  // namespace ochre::session
