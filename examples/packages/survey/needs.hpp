// Who needs whom, asked of the database itself: each question is one query, also that for everything a
// package needs over any number of steps.
#pragma once

#include <string>
#include <vector>

#include "ochre/database.hpp"
#include "survey/dependency_graph.hpp"

namespace survey {

/// A package at the end of a chain of needs.
struct Relative {
  std::string name;
  bool directly;  ///< the chain has one link

  friend bool operator==(const Relative&, const Relative&) = default;
};

/// All packages that need this one; direct ones first, then by name. What counts as a need is told at
/// DependencyGraph. Throws std::runtime_error when no version of the package is in scope.
[[nodiscard]] std::vector<Relative> dependents(ochre::Database& db, const std::string& package, Scope scope);

/// All packages that this one needs, likewise.
[[nodiscard]] std::vector<Relative> requirements(ochre::Database& db, const std::string& package,
                                                 Scope scope);

/// The packages in scope that no other one needs, by name.
[[nodiscard]] std::vector<std::string> orphans(ochre::Database& db, Scope scope);

}  // namespace survey
