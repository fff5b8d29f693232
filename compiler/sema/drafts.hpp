// Models with their mixins expanded and every field's shape known, before anything is laid out.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills `Analysis::drafts`, and `Schema::models` with models that have only their names. Returns whether the
/// schema is of a size that can be analyzed further.
bool draft_models(Analysis& analysis);

}  // namespace ochrec::sema
