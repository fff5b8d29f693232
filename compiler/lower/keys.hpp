// Keys, uniques, indexes and foreign keys, and their names.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "lower/scope.hpp"

namespace ochrec::lower {

/// Names that tables and indexes share in one database; letter case does not set them apart.
class Names {
 public:
  /// The name, or, when it is taken, the name with a hash of `what` at its end. Never the same twice.
  std::string take(std::string name, std::string_view what);

 private:
  std::unordered_set<std::string> taken_;
};

/// Sets of columns that foreign keys of other tables refer to, per model: their uniqueness must stay total.
using Referenced = std::vector<std::vector<std::vector<std::uint32_t>>>;
Referenced referenced_columns(const model::Schema& schema);

/// Fills in the table's key, uniques, indexes and foreign keys. `referenced` holds the model's own sets.
void lower_keys(const Scope& scope, const std::vector<std::vector<std::uint32_t>>& referenced, Names& names,
                sql::Table& table);

}  // namespace ochrec::lower
