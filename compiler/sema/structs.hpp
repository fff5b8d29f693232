// Structs: values inside a row, flattened to columns or held as JSON.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills `Schema::structs`, parallel to the declared ones, and the facts about them.
void resolve_structs(Analysis& analysis);

/// Reports an optional struct, not in an array, that has no required leaf.
void optional_struct_can_be_absent(Analysis& analysis, const model::Type& type, base::Span span);

}  // namespace ochrec::sema
