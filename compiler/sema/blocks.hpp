// Checks, the default order, and what is said to one database only.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

void add_checks(Analysis& analysis, model::ModelId id);

/// Fills the default order, with the key behind what was written so that it is total.
void add_order(Analysis& analysis, model::ModelId id);

/// `on sqlite { … }`, `on postgres { … }`: their indexes and partitions. The other indexes are known by then.
void add_database_blocks(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
