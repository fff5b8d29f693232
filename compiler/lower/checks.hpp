// Checks: those the user wrote, and those that types and rules imply as far as the database can test them.
// What no database can test (patterns, e-mail addresses, elements of arrays) is left to the generated C++.
#pragma once

#include <string>
#include <vector>

#include "lower/scope.hpp"

namespace ochrec::lower {

/// A condition and what it is called in the user's terms.
struct NamedCondition {
  std::string label;
  sql::Expr condition;
};

/// What one column's type and rules ask, at most one condition of a kind, cheap ones first.
std::vector<NamedCondition> column_conditions(const Scope& scope, std::uint32_t index);

/// For each struct that may be absent: its required leaves are null together, its optional ones null with
/// them.
std::vector<NamedCondition> struct_conditions(const Scope& scope);

/// All checks of the table, named: structs, columns in order, then the user's.
std::vector<sql::Check> lower_checks(const Scope& scope);

}  // namespace ochrec::lower
