#include "survey/answers.hpp"

#include <cstdint>
#include <cstdio>
#include <string_view>
#include <tuple>
#include <vector>

#include "debian/models.hpp"
#include "ochre/aggregate.hpp"
#include "survey/needs.hpp"

namespace survey {
namespace {

using ochre::from;

void print_relatives(const std::vector<Relative>& relatives) {
  for (const Relative& one : relatives)
    std::printf("%-8s  %s\n", one.directly ? "direct" : "indirect", one.name.c_str());
}

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
  print_relatives(dependents(db, name, scope));
}

void print_requirements(ochre::Database& db, const std::string& name, Scope scope) {
  print_relatives(requirements(db, name, scope));
}

// [packages:maintainers]
void print_maintainers(ochre::Database& db, Scope scope, std::size_t limit) {
  using debian::maintainers, debian::versions;
  const auto ranking = from(versions)
                           .join(versions.maintainer)
                           .where_if(scope == Scope::Installed, versions.state == debian::State::Installed)
                           .group_by(maintainers.id)
                           .order_by(ochre::count().desc(), maintainers.name, maintainers.email)
                           .limit(static_cast<std::int64_t>(limit))
                           .select(maintainers.name, maintainers.email, ochre::count());
  for (const auto& [name, email, count] : db.all(ranking))
    print_line(count, email.empty() ? name : name + " <" + email + ">");
}
// [end]

void print_orphans(ochre::Database& db, Scope scope) {
  for (const std::string& name : orphans(db, scope)) std::printf("%s\n", name.c_str());
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
