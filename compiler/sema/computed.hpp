// `@computed`: fields that follow from others.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Types the computed fields of a model that is laid out, each written out in terms of plain columns.
void add_computed(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
