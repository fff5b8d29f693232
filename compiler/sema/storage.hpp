// How a value field is kept: its column, its overridden type, and who fills it in.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills the flags and the column of a field that holds a value. Defaults and computed values are typed
/// later.
void add_storage(Analysis& analysis, const DraftField& draft, model::Field& field);

/// Reports pairs of attributes that cannot both hold.
void attributes_agree(Analysis& analysis, const DraftField& draft);

}  // namespace ochrec::sema
