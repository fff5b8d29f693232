// Schemas for tests of what analysis yields: written as text, looked up by name.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "../support/program.hpp"

namespace ochrec::test {

/// The schema of a text that must be right; `schema blog` is put before it.
inline model::Schema schema_of(std::string_view text) {
  Compiled compiled;
  compile("test.ochre", "schema blog\n" + std::string(text), false, compiled);
  INFO(compiled.rendered());
  REQUIRE(!compiled.diagnostics.has_errors());
  return compiled.schema;
}

template <class T>
const T& named(const std::vector<T>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.name == name; });
  INFO(name);
  REQUIRE(found != all.end());
  return *found;
}

inline std::string columns_of(const model::Model& model, const std::vector<std::uint32_t>& columns) {
  std::string out;
  for (const std::uint32_t column : columns) out += (out.empty() ? "" : " ") + model.columns.at(column).name;
  return out;
}

inline std::string all_columns(const model::Model& model) {
  std::string out;
  for (const model::Column& column : model.columns)
    out += (out.empty() ? "" : " ") + column.name + (column.type.optional ? "?" : "");
  return out;
}

/// "unique(a b)" for each index, with what it is for.
inline std::string all_indexes(const model::Model& model) {
  std::string out;
  for (const model::Index& index : model.indexes) {
    out += (out.empty() ? "" : " ") + std::string(index.unique ? "unique" : "index") + "(";
    std::string parts;
    for (const model::KeyPart& part : index.parts) {
      const auto* column = std::get_if<std::uint32_t>(&part.what);
      parts += (parts.empty() ? "" : " ") +
               (column != nullptr ? model.columns.at(*column).name : "expression") +
               (part.descending ? " desc" : "");
    }
    out += parts + ")" + (index.where ? "where" : "");
  }
  return out;
}

}  // namespace ochrec::test
