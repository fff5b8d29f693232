// Which fields are a model's key, and of which types, before models are laid out: relations copy the keys of
// their targets, so keys come first.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills the key of every draft. Reports models without one, with several, or with one that cannot tell rows
/// apart or depends on itself.
void resolve_keys(Analysis& analysis);

/// `@type(sqlite: "…", postgres: "…")`, where the value still round-trips.
model::ColumnTypes column_types(Analysis& analysis, const AttributeSet& attributes, const model::Type& type);

}  // namespace ochrec::sema
