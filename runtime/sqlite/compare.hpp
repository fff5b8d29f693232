// Compares a table of a database with what its DDL would create.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "core/driver.hpp"

namespace ochre::sqlite {

/// The DDL is run in a private database in memory and both catalogs are read, so the way the statements are
/// written does not matter: case, quotes, comments and the order of columns and constraints are free.
/// Columns, types, nullability, defaults, keys, uniques, checks, indexes and the triggers of the DDL must
/// agree; other triggers are left alone. `difference` receives the first thing that does not.
TableState compare_table(sqlite3* database, std::string_view table, const TableDdl& ddl,
                         std::string& difference);

}  // namespace ochre::sqlite
