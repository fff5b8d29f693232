#include "survey/dependency_graph.hpp"

#include <cstdint>
#include <unordered_map>

#include "debian/models.hpp"

namespace survey {
namespace {

using ochre::from;

/// What the constructor needs in between: keys of rows, and the nodes they stand for.
struct Loading {
  std::vector<std::string> names;
  std::unordered_map<std::int64_t, Node> node_of_version;
  std::unordered_map<std::int64_t, std::vector<Node>> nodes_of_name;  // by package key, providers included
  std::vector<Edge> edges;
};

std::vector<debian::Version> versions_in(ochre::Transaction& tx, Scope scope) {
  if (scope == Scope::Everything) return tx.all(debian::versions);
  return tx.all(from(debian::versions).where(debian::versions.state == debian::State::Installed));
}

void load_nodes(ochre::Transaction& tx, Scope scope, Loading& loading) {
  const std::vector<debian::Version> versions = versions_in(tx, scope);
  std::unordered_map<std::int64_t, Node> node_of_package;
  for (const debian::Version& version : versions) node_of_package.emplace(version.package_id, 0);
  for (debian::Package& package : tx.all(from(debian::packages).order_by(debian::packages.name.asc()))) {
    const auto found = node_of_package.find(package.id);
    if (found == node_of_package.end()) continue;
    found->second = static_cast<Node>(loading.names.size());
    loading.nodes_of_name[package.id].push_back(found->second);
    loading.names.push_back(std::move(package.name));
  }
  for (const debian::Version& version : versions) {
    loading.node_of_version.emplace(version.id, node_of_package.at(version.package_id));
  }
}

void load_provisions(ochre::Transaction& tx, Loading& loading) {
  for (const debian::Provision& provision : tx.all(debian::provisions)) {
    const auto provider = loading.node_of_version.find(provision.version_id);
    if (provider == loading.node_of_version.end()) continue;
    loading.nodes_of_name[provision.package_id].push_back(provider->second);
  }
}

void load_edges(ochre::Transaction& tx, Loading& loading) {
  std::unordered_map<std::int64_t, Node> node_of_dependency;
  const auto hard =
      debian::dependencies.strength.in({debian::Strength::PreDepends, debian::Strength::Depends});
  for (const debian::Dependency& dependency : tx.all(from(debian::dependencies).where(hard))) {
    const auto node = loading.node_of_version.find(dependency.version_id);
    if (node != loading.node_of_version.end()) node_of_dependency.emplace(dependency.id, node->second);
  }
  for (const debian::Alternative& alternative : tx.all(debian::alternatives)) {
    const auto node = node_of_dependency.find(alternative.dependency_id);
    const auto targets = loading.nodes_of_name.find(alternative.package_id);
    if (node == node_of_dependency.end() || targets == loading.nodes_of_name.end()) continue;
    for (const Node target : targets->second) loading.edges.push_back({node->second, target});
  }
}

}  // namespace

// [packages:load]
DependencyGraph load_dependency_graph(ochre::Database& db, Scope scope) {
  Loading loading;
  const auto work = [&](ochre::Transaction& tx) {
    load_nodes(tx, scope, loading);
    load_provisions(tx, loading);
    load_edges(tx, loading);
  };
  db.transaction(work, ochre::BeginMode::ReadOnly);  // all the tables as of one moment
  Graph needs(loading.names.size(), std::move(loading.edges));
  return {std::move(loading.names), std::move(needs)};
}
// [end]

}  // namespace survey
