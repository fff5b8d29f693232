// Indexes and uniques: from attributes, from statements, and those that relations need.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Adds what a model declares.
void add_indexes(Analysis& analysis, model::ModelId id);

/// Adds an index for every relation whose key is not the start of a key, unique or index over all rows; puts
/// uniques first. The last to touch indexes; for join models too.
void index_relation_keys(model::Model& model);

/// One `index` statement, also of an `on database { … }` block; nothing when it is wrong.
std::optional<model::Index> index_of(Analysis& analysis, model::ModelId id, const ast::Index& written,
                                     std::optional<model::Database> only);

/// Reports indexes of one name, and those that repeat another or the key.
void indexes_differ(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
