// Expressions over one row as C++: the runtime's logic.hpp in words. What a database makes of the same
// expression is lower's; both must come to the same result. Defaults are such expressions over no fields,
// with the time of the insert in `moment`.
#pragma once

#include <set>

#include "emit/call_tree.hpp"
#include "emit/context.hpp"

namespace ochrec::emit {

/// The fields of a model that an expression looks at, through computed ones to what they are made of.
std::set<std::uint32_t> fields_of(const model::Model& model, const model::Expr& expr);

/// Whether some operation can overflow.
bool has_arithmetic(const model::Model& model, const model::Expr& expr);

/// Whether a default depends on the time of the insert.
bool reads_moment(const model::Expr& expr);

/// The expression, with each field under its member name as a variable (Context::local), and `math_` for
/// arithmetic.
CallTree check_expression(const Context& context, model::ModelId id, const model::Expr& expr);

}  // namespace ochrec::emit
