#include "survey/graph.hpp"

#include <algorithm>

namespace survey {

Graph::Graph(std::size_t nodes, std::vector<Edge> edges) : first_(nodes + 1) {
  std::erase_if(edges, [](const Edge& edge) { return edge.from == edge.to; });
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());

  targets_.reserve(edges.size());
  for (const Edge& edge : edges) {
    ++first_[edge.from + 1];
    targets_.push_back(edge.to);
  }
  for (std::size_t node = 0; node < nodes; ++node) first_[node + 1] += first_[node];
}

std::span<const Node> Graph::next(Node node) const {
  return std::span(targets_).subspan(first_[node], first_[node + 1] - first_[node]);
}

namespace {

/// Tarjan's algorithm with the call stack made explicit.
class ComponentSearch {
 public:
  explicit ComponentSearch(const Graph& graph) : graph_(graph), marks_(graph.size()) {}

  std::vector<std::vector<Node>> run() {
    for (Node node = 0; node < graph_.size(); ++node) {
      if (marks_[node].order == 0) visit(node);
    }
    return std::move(found_);
  }

 private:
  struct Mark {
    std::uint32_t order = 0;   // when the node was entered, from 1; 0 for not yet
    std::uint32_t lowest = 0;  // the earliest node on the stack that it reaches
    bool on_stack = false;
  };
  struct Call {
    Node node;
    std::size_t edge;  // the next one to follow
  };

  void visit(Node root) {
    enter(root);
    while (!calls_.empty()) {
      Call& call = calls_.back();
      const auto targets = graph_.next(call.node);
      if (call.edge == targets.size()) {
        leave();
      } else {
        follow(call.node, targets[call.edge++]);
      }
    }
  }

  void enter(Node node) {
    ++entered_;
    marks_[node] = {entered_, entered_, true};
    stack_.push_back(node);
    calls_.push_back({node, 0});
  }

  void follow(Node from, Node to) {
    if (marks_[to].order == 0) {
      enter(to);
    } else if (marks_[to].on_stack) {
      marks_[from].lowest = std::min(marks_[from].lowest, marks_[to].order);
    }
  }

  void leave() {
    const Node node = calls_.back().node;
    calls_.pop_back();
    if (!calls_.empty()) {
      Mark& caller = marks_[calls_.back().node];
      caller.lowest = std::min(caller.lowest, marks_[node].lowest);
    }
    if (marks_[node].lowest == marks_[node].order) take_component(node);
  }

  void take_component(Node root) {
    const auto start = std::find(stack_.rbegin(), stack_.rend(), root).base() - 1;
    for (auto node = start; node != stack_.end(); ++node) marks_[*node].on_stack = false;
    if (stack_.end() - start > 1) found_.emplace_back(start, stack_.end());
    stack_.erase(start, stack_.end());
  }

  const Graph& graph_;
  std::vector<Mark> marks_;
  std::vector<Node> stack_;
  std::vector<Call> calls_;
  std::vector<std::vector<Node>> found_;
  std::uint32_t entered_ = 0;
};

}  // namespace

std::vector<std::vector<Node>> cycles(const Graph& graph) {
  std::vector<std::vector<Node>> found = ComponentSearch(graph).run();
  for (std::vector<Node>& component : found) std::sort(component.begin(), component.end());
  std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
    return left.size() != right.size() ? left.size() > right.size() : left < right;
  });
  return found;
}

}  // namespace survey
