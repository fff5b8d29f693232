// The statements every model needs besides queries: by primary key, and inserts. Rendered once per connection
// from the model's ModelInfo, so generated code carries no such text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ochre/dialect.hpp"
#include "ochre/model_info.hpp"
#include "ochre/view.hpp"

namespace ochre::query {

/// The columns an insert writes: all but computed ones, in order.
std::vector<std::uint16_t> written_columns(const ModelInfo& model);
/// The columns an update of a whole row writes: written ones that are not a part of the key.
std::vector<std::uint16_t> updated_columns(const ModelInfo& model);
/// The model's @version column, or -1.
int version_column(const ModelInfo& model);
/// The model's @auto column, or -1.
int automatic_column(const ModelInfo& model);
/// Whether the database computes columns of every row that is written.
bool has_computed(const ModelInfo& model);
/// Whether the database computes columns of a new row that only reading it back shows.
bool needs_read_back(const ModelInfo& model);

/// All columns for a RETURNING clause, bare: databases differ in what they call the table there.
std::string returned_columns(const ModelInfo& model, Dialect dialect);

/// All columns of the row whose key is ?1, ?2, …
std::string find_sql(const ModelInfo& model, Dialect dialect);
/// `rows` rows of written columns, row after row; `returning` adds all columns of each, `keys` the key
/// columns.
enum class Returning : std::uint8_t { Nothing, Keys, Row };
std::string insert_sql(const ModelInfo& model, Dialect dialect, std::size_t rows, Returning returning);
/// Parameters: the columns to set, then the key, then the version to find when the model has one (`checked`).
std::string update_sql(const ModelInfo& model, Dialect dialect, View<const std::uint16_t> columns,
                       bool checked);
/// Writes many rows at once: one list parameter per column of the update, then one per key column, then one
/// of the versions to find.
std::string update_many_sql(const ModelInfo& model, Dialect dialect);
/// One row of written columns, unless a unique constraint is in the way.
std::string insert_or_ignore_sql(const ModelInfo& model, Dialect dialect);
std::string erase_sql(const ModelInfo& model, Dialect dialect);
/// The version of the row whose key is ?1, ?2, …
std::string version_sql(const ModelInfo& model, Dialect dialect);
/// 1 when a row of `model` has the values ?1, ?2, … in `columns`.
std::string probe_sql(const ModelInfo& model, Dialect dialect, View<const std::uint16_t> columns);

}  // namespace ochre::query
