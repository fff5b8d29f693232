// Queries: typed SQL with parameters and a result.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills `Schema::queries`. Models and policies are settled.
void resolve_queries(Analysis& analysis);

}  // namespace ochrec::sema
