#include "survey/graph.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "reach.hpp"

using survey::Edge;
using survey::Graph;
using survey::Node;

namespace {

bool reaches(const Graph& graph, Node from, Node to) {
  for (const Reached& one : reachable(graph, from))
    if (one.node == to) return true;
  return false;
}

}  // namespace

TEST_CASE("a graph drops loops and repeated edges") {
  const Graph graph(3, {{0, 1}, {0, 1}, {1, 1}, {2, 1}});
  CHECK(graph.edge_count() == 2);
  CHECK(graph.next(1).empty());
  CHECK(std::vector<Node>(graph.next(2).begin(), graph.next(2).end()) == std::vector<Node>{1});
}

TEST_CASE("cycles are found once, the largest first") {
  const Graph graph(8, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 4}, {4, 2}, {4, 5}, {6, 7}});
  CHECK(survey::cycles(graph) == std::vector<std::vector<Node>>{{2, 3, 4}, {0, 1}});
  CHECK(survey::cycles(Graph(0, {})).empty());
}

TEST_CASE("a chain of a million nodes needs no deep stack") {
  constexpr Node length = 1'000'000;
  std::vector<Edge> edges;
  for (Node node = 0; node + 1 < length; ++node) edges.push_back({node, node + 1});
  CHECK(survey::cycles(Graph(length, edges)).empty());
  edges.push_back({length - 1, 0});
  const auto found = survey::cycles(Graph(length, edges));
  REQUIRE(found.size() == 1);
  CHECK(found.front().size() == length);
}

TEST_CASE("cycles agree with mutual reachability on random graphs") {
  std::mt19937 random(7);
  std::uniform_int_distribution<Node> any_node(0, 11);
  for (int round = 0; round < 100; ++round) {
    constexpr Node size = 12;
    std::vector<Edge> edges(1 + random() % 24);
    for (Edge& edge : edges) edge = {any_node(random), any_node(random)};
    const Graph graph(size, edges);

    std::vector<int> component(size, -1);
    const auto found = survey::cycles(graph);
    for (std::size_t index = 0; index < found.size(); ++index) {
      for (const Node node : found[index]) component[node] = static_cast<int>(index);
    }
    for (Node left = 0; left < size; ++left) {
      for (Node right = left + 1; right < size; ++right) {
        const bool together = component[left] >= 0 && component[left] == component[right];
        REQUIRE(together == (reaches(graph, left, right) && reaches(graph, right, left)));
      }
    }
  }
}
