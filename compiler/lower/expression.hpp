// Expressions of the language as SQL that means the same: NULL as in three-valued logic, lengths in code
// points, ASCII case, zero divisors that give null.
#pragma once

#include "lower/scope.hpp"

namespace ochrec::lower {

/// The expression over the columns of the scope's model. Virtual fields are inlined. Policies' operations
/// (paths, the actor, old and new rows) never come here: the runtime renders those.
sql::Expr expression(const Scope& scope, const model::Expr& expr);

/// The current moment as a value of this type.
sql::Expr now(const model::Type& type);

}  // namespace ochrec::lower
