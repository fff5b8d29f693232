// The SQL texts of a query: one for all databases, or one for each.
#pragma once

#include <string>
#include <unordered_map>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Tables of models with policies, by lower-case name, with the model's name.
using PolicyTables = std::unordered_map<std::string, std::string>;
PolicyTables policy_tables(const model::Schema& schema);

/// Fills the fences of a query. `parameters_sound` is false when a parameter was wrong, so that an unknown
/// one may be that.
void add_fences(Analysis& analysis, const PolicyTables& guarded, const ast::Query& written,
                bool parameters_sound, model::Query& query);

}  // namespace ochrec::sema
