// Columns of texts that stand for dates, times, uuids or decimals, as queries of the runtime read them:
// through functions of its driver, which know every form that such a text can have.
#pragma once

#include <string>

#include "sql/schema.hpp"

namespace ochrec::sql {

/// The value of such a column, as text in which `{}` stands for the table: `ochre_timestamp({}.at)`.
Expr value_in_query(const ColumnType& type, const std::string& column, Database database);

}  // namespace ochrec::sql
