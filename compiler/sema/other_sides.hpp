// The other sides of relations: named (`Post.author[]`), or lists (`Post[]`) that find their one partner.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Settles every relation that holds no key, and makes join models for many to many.
void pair_other_sides(Analysis& analysis);

}  // namespace ochrec::sema
