// Virtual fields: computed ones that no table has, because every SELECT computes them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "model/schema.hpp"

namespace ochrec::lower {

/// By model and field, the SQL of its value on this database. `{}` stands for the table, or whatever name it
/// has in the query: `{}.first || {}.last`.
std::map<std::pair<model::ModelId, std::uint32_t>, std::string> virtual_fields(const model::Schema& schema,
                                                                               model::Database database);

}  // namespace ochrec::lower
