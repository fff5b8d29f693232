// The actor, and the policies that ask who it is.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills `Schema::actor`.
void resolve_actor(Analysis& analysis);

/// Fills `Schema::policies`. All models are settled.
void resolve_policies(Analysis& analysis);

}  // namespace ochrec::sema
