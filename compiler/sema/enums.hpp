// Enums: their values, stored texts and C++ enumerators.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills `Schema::enums`, parallel to the declared ones.
void resolve_enums(Analysis& analysis);

}  // namespace ochrec::sema
