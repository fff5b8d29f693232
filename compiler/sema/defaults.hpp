// `@default` and `@backfill`: values for rows that do not bring one.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Types the defaults and backfills of a model that is laid out.
void add_defaults(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
