// `soft_delete`: rows that are marked as deleted and stay.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Adds `deleted_at` to a model that asks for it, before its columns are made.
void add_soft_delete_field(Analysis& analysis, model::ModelId id);

/// Finds the column, and makes uniques other than the key speak of the rows that are there.
void settle_soft_delete(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
