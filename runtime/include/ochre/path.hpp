// Where a column is found: the model a query starts from, which occurrence of it, and the to-one relations
// walked since. Plain constant data inside generated table objects; rendering turns it into joins and table
// aliases.
#pragma once

#include <cstdint>

namespace ochre {

struct ModelInfo;

/// A route from one occurrence of a model in a query. `posts.author().name` has root posts and one step.
struct Path {
  static constexpr int max_depth = 6;

  const ModelInfo* root = nullptr;
  std::uint8_t alias = 0;  ///< 0 for the table object itself, n for ochre::alias(table, n)
  std::uint8_t depth = 0;
  std::uint8_t steps[max_depth] = {};  ///< numbers of the relations walked

  /// This route and one more relation. Throws Unsupported beyond max_depth.
  constexpr Path then(std::uint8_t relation) const {
    if (depth == max_depth) too_deep();
    Path longer = *this;
    longer.steps[longer.depth++] = relation;
    return longer;
  }

 private:
  [[noreturn]] static void too_deep();
};

/// A column at the end of a path, by its number in the model's columns.
struct ColumnRef {
  Path path;
  std::uint16_t index = 0;
};

}  // namespace ochre
