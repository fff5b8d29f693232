// Which package needs which, as a graph: loaded from the database, for questions whose answer is no set of
// rows, such as cycles.
#pragma once

#include <string>
#include <vector>

#include "ochre/database.hpp"
#include "survey/graph.hpp"

namespace survey {

/// Which versions count.
enum class Scope { Installed, Everything };

/// A node is a package with a version in scope. An edge leads from a package to each one in scope that one of
/// its alternatives in Depends or Pre-Depends names, or that provides such a name. Version constraints are
/// not solved: this is who names whom, as `apt-cache rdepends` understands it, and what must be kept
/// together.
struct DependencyGraph {
  std::vector<std::string> names;  ///< by node, ascending
  Graph needs;
};

/// Reads the graph as of one moment. Throws ochre::Error.
[[nodiscard]] DependencyGraph load_dependency_graph(ochre::Database& db, Scope scope);

}  // namespace survey
