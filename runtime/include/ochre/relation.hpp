// Relations as typed constants of table objects. They need only forward declarations of the models they join,
// so generated headers never include each other; using one needs the headers of both models.
#pragma once

#include <cstdint>

#include "ochre/model_info.hpp"
#include "ochre/path.hpp"
#include "ochre/table.hpp"

namespace ochre {

/// A relation at a path, by its number in the model's relations.
struct RelationRef {
  Path path;
  std::uint8_t index = 0;

  constexpr RelationRef(const Path& where, std::uint8_t number) : path(where), index(number) {}
};

/// Leads to at most one row: `posts.author`, `users.profile`. Calling it walks there: `posts.author().name`.
template <class From, class To>
struct ToOne : RelationRef {
  using Source = From;
  using Target = To;
  using RelationRef::RelationRef;

  /// The target's table object at the end of this path. Columns reached through it are NULL where there is no
  /// row.
  constexpr auto operator()() const { return typename Model<To>::Table{Table<To>{path.then(index)}}; }
};

/// Leads to any number of rows, which hold this model's key or which a join table pairs with it.
template <class From, class To>
struct ToMany : RelationRef {
  using Source = From;
  using Target = To;
  using RelationRef::RelationRef;
};

}  // namespace ochre
