// Partitions of a table, on PostgreSQL.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

void add_partition(Analysis& analysis, model::ModelId id, const ast::Partition& written,
                   model::Database database);

}  // namespace ochrec::sema
