// Decimals on SQLite: whole numbers scaled by a power of ten, which operands of one operation must share.
#pragma once

#include "lower/scope.hpp"

namespace ochrec::lower {

/// Multiplies operands so that all have the scale of the finest, where the operation needs it: comparisons,
/// sums, coalesce, nullif. A product with a whole number has its scale already.
void align_decimals(const model::Expr& expr, sql::Expr& lowered);

/// `round(x)` or `round(x, digits)` of a decimal, half away from zero as PostgreSQL rounds numerics.
sql::Expr rounded(const Scope& scope, const model::Expr& expr);

}  // namespace ochrec::lower
