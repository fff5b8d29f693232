// Models with their mixins expanded and every field's shape known, before anything is laid out.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills `Analysis::drafts`, and `Schema::models` with models that have only their names.
void draft_models(Analysis& analysis);

}  // namespace ochrec::sema
