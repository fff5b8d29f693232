#include "survey/answers.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "debian/models.hpp"

namespace survey {
namespace {

using ochre::from;

void print_line(std::int64_t number, std::string_view text) {
  std::printf("%8lld  %.*s\n", static_cast<long long>(number), static_cast<int>(text.size()), text.data());
}

}  // namespace

// [packages:counts]
void print_counts(ochre::Database& db) {
  using debian::State;
  using debian::Strength;
  for (const debian::Listing& listing : db.all(from(debian::listings).order_by(debian::listings.id.asc()))) {
    print_line(listing.paragraphs, "paragraphs in " + listing.path);
  }
  print_line(db.count(debian::packages), "package names");
  print_line(db.count(debian::versions), "versions");
  for (const State state : {State::Installed, State::Removed, State::Incomplete, State::Available}) {
    const auto in_state = from(debian::versions).where(debian::versions.state == state);
    print_line(db.count(in_state), "versions " + std::string(to_string(state)));
  }
  print_line(db.count(debian::sections), "sections");
  print_line(db.count(debian::maintainers), "maintainers");
  for (const Strength strength :
       {Strength::PreDepends, Strength::Depends, Strength::Recommends, Strength::Suggests}) {
    const auto that_strong = from(debian::dependencies).where(debian::dependencies.strength == strength);
    print_line(db.count(that_strong), "dependencies " + std::string(to_string(strength)));
  }
  print_line(db.count(debian::alternatives), "alternatives");
  print_line(db.count(debian::provisions), "provisions");
}
// [end]

void print_dependents(ochre::Database& db, const std::string& name, Scope scope) {
  const DependencyGraph graph = load_dependency_graph(db, scope);
  const std::optional<Node> node = graph.find(name);
  if (!node)
    throw std::runtime_error("no version of " + name +
                             " is known here; look again with --all, or import first");
  std::vector<Reached> found = reachable(graph.needed_by, *node);
  std::sort(found.begin(), found.end(), [](const Reached& left, const Reached& right) {
    return left.distance != right.distance ? left.distance < right.distance : left.node < right.node;
  });
  for (const Reached& one : found) print_line(one.distance, graph.names[one.node]);
}

void print_maintainers(ochre::Database& db, Scope scope, std::size_t limit) {
  auto counted = from(debian::versions).where(debian::versions.maintainer_id.is_not_null());
  if (scope == Scope::Installed) counted = counted.where(debian::versions.state == debian::State::Installed);
  std::unordered_map<std::int64_t, std::int64_t> versions;
  for (const debian::Version& version : db.all(counted)) ++versions[version.maintainer_id.value()];

  std::multimap<std::int64_t, std::string, std::greater<>> ranking;
  for (const debian::Maintainer& one :
       db.all(from(debian::maintainers).order_by(debian::maintainers.name.asc()))) {
    const auto found = versions.find(one.id);
    if (found == versions.end()) continue;
    ranking.emplace(found->second, one.email.empty() ? one.name : one.name + " <" + one.email + ">");
  }
  for (const auto& [count, who] : ranking) {
    if (limit-- == 0) break;
    print_line(count, who);
  }
}

void print_orphans(ochre::Database& db, Scope scope) {
  const DependencyGraph graph = load_dependency_graph(db, scope);
  for (Node node = 0; node < graph.names.size(); ++node) {
    if (graph.needed_by.next(node).empty()) std::printf("%s\n", graph.names[node].c_str());
  }
}

void print_cycles(ochre::Database& db, Scope scope) {
  const DependencyGraph graph = load_dependency_graph(db, scope);
  for (const std::vector<Node>& cycle : cycles(graph.needs)) {
    std::printf("%8zu ", cycle.size());
    for (const Node node : cycle) std::printf(" %s", graph.names[node].c_str());
    std::printf("\n");
  }
}

}  // namespace survey
