// Values that a column keeps as JSON text: arrays, and structs that are kept whole. For generated .cpp files;
// link Ochre::json.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "ochre/json.hpp"

namespace ochre {

namespace detail {

/// Throws Corrupt: the database holds JSON that is no value of the column's type.
[[noreturn]] void corrupt_json(const Violations& violations);

}  // namespace detail

/// The text a column stores.
template <class T>
std::string json_column(const T& value) {
  return to_json(value);
}

/// Reads such a text. Throws Corrupt when it is no T.
template <class T>
void read_json_column(std::string_view text, T& value) {
  FromJson<T> read = from_json<T>(text);
  if (!read) detail::corrupt_json(read.violations);
  value = *std::move(read.value);
}

}  // namespace ochre
