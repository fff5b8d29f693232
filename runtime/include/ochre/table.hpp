// What every generated table object is: a model's columns and relations at a path.
#pragma once

#include <cstdint>

#include "ochre/model_info.hpp"
#include "ochre/path.hpp"

namespace ochre {

/// Base of generated XTable structs. R is the model's struct; Model<R> must be declared.
template <class R>
struct Table {
  using Row = R;

  Path path_{&Model<R>::info};
};

/// A generated table object.
template <class T>
concept TableObject = requires(const T& table) {
  typename T::Row;
  table.path_;
};

/// Another occurrence of a table in the same query, for joins of a table with itself: alias(users, 1).
/// Numbers 1 to 255.
template <TableObject T>
constexpr T alias(const T& table, std::uint8_t number) {
  Path path = table.path_;
  path.alias = number;
  return T{Table<typename T::Row>{path}};
}

}  // namespace ochre
