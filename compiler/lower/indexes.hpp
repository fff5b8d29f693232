// Uniques and indexes that the model declares.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lower/keys.hpp"

namespace ochrec::lower {

std::vector<std::string> column_names(const model::Model& model, std::span<const std::uint32_t> columns);

/// Adds them to the table. Where rows are deleted softly, a unique covers the rows that are not, unless a
/// foreign key needs all of them to be unique.
void lower_indexes(const Scope& scope, const std::vector<std::vector<std::uint32_t>>& referenced,
                   Names& names, sql::Table& table);

/// Whether a key, unique or index of all rows starts with these columns, in whatever order, so that another
/// index on them would find nothing faster.
bool is_prefix_of_any(const sql::Table& table, const std::vector<std::string>& columns);

}  // namespace ochrec::lower
