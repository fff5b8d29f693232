// `@on_delete`, `@on_update` and `@deferrable`: what becomes of a relation when its target goes.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills the actions of the relations that hold keys. Defaults are known by then.
void add_actions(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
