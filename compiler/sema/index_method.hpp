// The physical side of an index: `using`, `include`, `with`, in `on database { … }` only.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills method, include and with. Reports what stands outside `on database { … }`, or what that database
/// does not have; returns whether all was right.
bool add_method(Analysis& analysis, model::ModelId id, const ast::Index& written, model::Index& index);

/// GIN and GiST index what is inside arrays and JSON, so they take types that have no equality.
bool looks_inside_values(const model::Index& index);

/// Number and directions of the parts.
bool parts_suit_method(Analysis& analysis, const ast::Index& written, const model::Index& index);

}  // namespace ochrec::sema
