// Rounding of decimals. All else that is done to them is done to the whole numbers SQLite keeps, as they are:
// operands of one operation have one scale.
#pragma once

#include "lower/scope.hpp"

namespace ochrec::lower {

/// `round(x, digits)` of a decimal, half away from zero as PostgreSQL rounds numerics. The scale stays.
sql::Expr rounded(const Scope& scope, const model::Expr& expr);

}  // namespace ochrec::lower
