// Named types: `type Email = string(120) @email`.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills `Analysis::aliases`. A named type may be made of another one.
void resolve_aliases(Analysis& analysis);

}  // namespace ochrec::sema
