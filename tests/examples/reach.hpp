// What a graph reaches, by walking it: the examples ask the database, and tests compare.
#pragma once

#include <cstdint>
#include <vector>

#include "survey/graph.hpp"

/// A node and how many edges away it is.
struct Reached {
  survey::Node node;
  std::uint32_t distance;
};

/// Everything that can be reached from `start`, nearest first, without `start` itself.
inline std::vector<Reached> reachable(const survey::Graph& graph, survey::Node start) {
  std::vector<bool> seen(graph.size());
  std::vector<Reached> queue = {{start, 0}};
  seen[start] = true;
  for (std::size_t index = 0; index < queue.size(); ++index) {
    const Reached from = queue[index];
    for (const survey::Node node : graph.next(from.node)) {
      if (seen[node]) continue;
      seen[node] = true;
      queue.push_back({node, from.distance + 1});
    }
  }
  queue.erase(queue.begin());
  return queue;
}

/// The same nodes, every edge turned round.
inline survey::Graph reversed(const survey::Graph& graph) {
  std::vector<survey::Edge> edges;
  for (survey::Node node = 0; node < graph.size(); ++node)
    for (const survey::Node target : graph.next(node)) edges.push_back({target, node});
  return {graph.size(), std::move(edges)};
}
