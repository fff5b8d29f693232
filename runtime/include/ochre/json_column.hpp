// Values that a column keeps as JSON text: arrays, and structs that are kept whole. For generated .cpp files;
// link Ochre::json.
#pragma once

#include <optional>
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

/// Adds such a text, or NULL for what is absent.
template <class T>
void put_json(Values& out, Kind kind, const T& value) {
  out.add_copy(Value::of_text(kind, to_json(value)));
}
template <class T>
void put_json(Values& out, Kind kind, const std::optional<T>& value) {
  if (value) return put_json(out, kind, *value);
  out.add(Value::null(kind));
}

/// Reads such a text. Throws Corrupt when it is no T.
template <class T>
void read_json_column(std::string_view text, T& value) {
  FromJson<T> read = from_json<T>(text);
  if (!read) detail::corrupt_json(read.violations);
  value = *std::move(read.value);
}

}  // namespace ochre
