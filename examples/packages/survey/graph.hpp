// A directed graph and the questions asked of it. Nodes are numbers from 0; it knows nothing of packages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace survey {

using Node = std::uint32_t;

struct Edge {
  Node from;
  Node to;

  friend auto operator<=>(const Edge&, const Edge&) = default;
};

/// Immutable once built, so it may be asked from several threads.
class Graph {
 public:
  /// Edges from a node to itself and repeated ones are dropped. Every node of an edge is below `nodes`.
  Graph(std::size_t nodes, std::vector<Edge> edges);

  [[nodiscard]] std::size_t size() const { return first_.size() - 1; }
  [[nodiscard]] std::size_t edge_count() const { return targets_.size(); }
  /// The nodes that edges of `node` lead to, ascending.
  [[nodiscard]] std::span<const Node> next(Node node) const;

 private:
  std::vector<std::size_t> first_;  // where the targets of a node start, and one more entry
  std::vector<Node> targets_;
};

/// The cycles: sets of two or more nodes that all reach each other (strongly connected components), each
/// ascending, the largest first. Takes time and memory linear in the graph, and no recursion, so chains of
/// any length are fine.
[[nodiscard]] std::vector<std::vector<Node>> cycles(const Graph& graph);

}  // namespace survey
