// Collects the declarations of all files under their names, and the schema's own name.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Takes the name from the root's `schema` statement; reports others in imported files.
void schema_stands_once(Analysis& analysis);

/// Fills `Analysis::declared`; reports a name that is taken, without regard to case, and a second actor.
void declarations_have_different_names(Analysis& analysis);

}  // namespace ochrec::sema
