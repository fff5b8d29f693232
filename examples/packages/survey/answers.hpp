// The questions of this program, each printed to standard output in columns that awk can read.
#pragma once

#include <cstddef>
#include <string>

#include "ochre/database.hpp"
#include "survey/dependency_graph.hpp"

namespace survey {

/// How many rows of each kind there are, and how many paragraphs each listing had.
void print_counts(ochre::Database& db);

/// Who needs `name`, directly or through others. Throws std::runtime_error when no version of it is in scope.
void print_dependents(ochre::Database& db, const std::string& name, Scope scope);

/// What `name` needs, likewise.
void print_requirements(ochre::Database& db, const std::string& name, Scope scope);

/// The maintainers of most versions, at most `limit` of them.
void print_maintainers(ochre::Database& db, Scope scope, std::size_t limit);

/// Packages that no other one needs.
void print_orphans(ochre::Database& db, Scope scope);

/// Sets of packages that need each other, one a line.
void print_cycles(ochre::Database& db, Scope scope);

}  // namespace survey
