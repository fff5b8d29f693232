// Syntax trees to the resolved schema: every law of the language that does not depend on a database's
// spelling. Which constructs the back ends can carry is backed.hpp's.
#pragma once

#include "base/diagnostic.hpp"
#include "model/schema.hpp"
#include "syntax/load.hpp"

namespace ochrec::sema {

/// What the program means. Always returns a usable value; it describes the program fully and consistently
/// only when no error was reported, so back ends must not be given one otherwise. `Schema::name` is empty
/// when the root has no `schema` statement, which is fine for `check` and refused by
/// `refuse_without_back_end`.
model::Schema analyze(const syntax::Program& program, base::Diagnostics& diagnostics);

}  // namespace ochrec::sema
