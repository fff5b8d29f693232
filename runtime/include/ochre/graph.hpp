// A graph: the rows of a query and the related rows it included, loaded with one query per level. Rows are
// stored once, in blocks; the graph owns them all and hands out views. Session::graph loads one, the steps of
// Query::include say what it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "ochre/model_info.hpp"
#include "ochre/relation.hpp"
#include "ochre/view.hpp"

namespace ochre {

/// How much a graph may load; 0 is no limit. Beyond it loading stops with BudgetExceeded, after the level
/// that went beyond: what one level may bring is limited by the query's and the step's own limit().
struct Budget {
  std::int64_t rows = 0;   ///< rows of all levels together, the query's own included; shared rows count once
  std::int64_t depth = 0;  ///< relations walked from a row of the query
  std::int64_t edges = 0;  ///< pairs of parent and related row
};

/// The rows a many-to-many relation leads to, which other rows may share, in the order of the include. A
/// range with begin() and end(), but not contiguous. Valid as long as the graph, also after that has moved.
template <class T>
class Links {
 public:
  class Iterator {
   public:
    // The category is left to be deduced: naming it takes <iterator>, whose stream iterators cost 40 ms a
    // file.
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    Iterator(const T* rows, const std::uint32_t* at) : rows_(rows), at_(at) {}
    const T& operator*() const { return rows_[*at_]; }
    const T* operator->() const { return rows_ + *at_; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++at_;
      return before;
    }
    friend bool operator==(const Iterator& left, const Iterator& right) { return left.at_ == right.at_; }

   private:
    const T* rows_ = nullptr;
    const std::uint32_t* at_ = nullptr;
  };

  Links(const T* rows, View<const std::uint32_t> indices) : rows_(rows), indices_(indices) {}

  Iterator begin() const { return {rows_, indices_.data()}; }
  Iterator end() const { return {rows_, indices_.data() + indices_.size()}; }
  std::size_t size() const { return indices_.size(); }
  bool empty() const { return indices_.empty(); }
  const T& operator[](std::size_t index) const { return rows_[indices_[index]]; }

 private:
  const T* rows_;
  View<const std::uint32_t> indices_;
};

namespace session {
struct GraphBlocks;
}

/// The untyped part of a graph. Moves, never copies.
class GraphStore {
 public:
  /// Rows that belong together, by address and number.
  struct Rows {
    const void* first = nullptr;
    std::size_t count = 0;
  };

  explicit GraphStore(session::GraphBlocks* blocks) : blocks_(blocks) {}
  GraphStore(GraphStore&& other) noexcept : blocks_(std::exchange(other.blocks_, nullptr)) {}
  GraphStore& operator=(GraphStore&& other) noexcept {
    std::swap(blocks_, other.blocks_);
    return *this;
  }
  ~GraphStore();

  const void* root() const;  ///< the std::vector of the query's rows
  Rows many(const ModelInfo& model, const void* parent, const RelationRef& relation) const;
  const void* one(const ModelInfo& model, const void* parent, const RelationRef& relation) const;
  View<const std::uint32_t> links(const ModelInfo& model, const void* parent, const RelationRef& relation,
                                  const void*& rows) const;

 private:
  session::GraphBlocks* blocks_;
};

/// The rows of a query with what they are related to. `of` takes rows of this graph, by reference: a copy of
/// one, or a relation that was not included, throws Error. Safe to read from several threads. Needs no
/// database any more: it may outlive the Database that loaded it. Moves, never copies; references and views
/// into it stay good when it moves, and end with it.
template <class R>
class Graph {
 public:
  explicit Graph(GraphStore store) : store_(std::move(store)) {}

  /// The query's rows, in its order; begin(), end(), size() and [] are those of this vector.
  const std::vector<R>& rows() const { return *static_cast<const std::vector<R>*>(store_.root()); }
  auto begin() const { return rows().begin(); }
  auto end() const { return rows().end(); }
  std::size_t size() const { return rows().size(); }
  bool empty() const { return rows().empty(); }
  const R& operator[](std::size_t index) const { return rows()[index]; }

  /// The related rows, next to each other, in the order of the include; none where there is none. Takes the
  /// time of a few comparisons, whatever the size of the graph.
  template <class From, class To>
  View<const To> of(const From& parent, const ToMany<From, To>& relation) const {
    const GraphStore::Rows found = store_.many(Model<From>::info, &parent, relation);
    return {static_cast<const To*>(found.first), found.count};
  }
  /// The related row, or null when there is none.
  template <class From, class To>
  const To* of(const From& parent, const ToOne<From, To>& relation) const {
    return static_cast<const To*>(store_.one(Model<From>::info, &parent, relation));
  }
  /// The related rows, which several parents may share: the same row is at the same address.
  template <class From, class To>
  Links<To> of(const From& parent, const ManyToMany<From, To>& relation) const {
    return linked<From, To>(parent, relation);
  }
  template <class From, class To>
  Links<To> of(const From& parent, const ManyToManyJoined<From, To>& relation) const {
    return linked<From, To>(parent, relation);
  }

 private:
  template <class From, class To>
  Links<To> linked(const From& parent, const RelationRef& relation) const {
    const void* rows = nullptr;
    const auto indices = store_.links(Model<From>::info, &parent, relation, rows);
    return {static_cast<const To*>(rows), indices};
  }

  GraphStore store_;
};

}  // namespace ochre
