// The names that a schema takes in C++: two things of one name would not compile.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Reports declarations whose generated names collide: `NewUser`, `UserTable`, `users`, `TopAuthorsRow`. The
/// last law about names; join models are there.
void generated_names_differ(Analysis& analysis);

}  // namespace ochrec::sema
