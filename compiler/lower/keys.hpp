// Keys, uniques, indexes and foreign keys, and their names.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "lower/scope.hpp"

namespace ochrec::lower {

/// Names that tables and indexes share in one database; letter case does not set them apart.
class Names {
 public:
  /// The name, or, when it is taken, the name with a hash of `what` at its end. Never the same twice.
  std::string take(const std::string& name, std::string_view what);

 private:
  std::unordered_set<std::string> taken_;
};

/// Fills in the table's key, uniques, indexes and foreign keys.
void lower_keys(const Scope& scope, Names& names, sql::Table& table);

}  // namespace ochrec::lower
