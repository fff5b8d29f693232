// Uniques and indexes that the model declares.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lower/keys.hpp"

namespace ochrec::lower {

std::vector<std::string> column_names(const model::Model& model, std::span<const std::uint32_t> columns);

/// Adds them to the table: a unique of all rows as such, the others as indexes.
void lower_indexes(const Scope& scope, Names& names, sql::Table& table);

/// Whether a key, unique or index of all rows starts with these columns, in whatever order, so that another
/// index on them would find nothing faster.
bool is_prefix_of_any(const sql::Table& table, const std::vector<std::string>& columns);

}  // namespace ochrec::lower
