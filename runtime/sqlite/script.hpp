// Runs SQL once, where preparing for many runs would be a waste: pragmas, scripts, the catalog.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "sqlite/handle.hpp"

namespace ochre::sqlite {

/// Prepares exactly one statement. Throws StatementFailed for none or more than one, else what SQLite says.
StatementHandle prepare_one(sqlite3* database, std::string_view sql, unsigned flags = 0);

/// Runs every statement of `sql`, stepping over rows. When `writes_allowed` is false, a statement that writes
/// is refused with ReadOnly before it runs. Stops at the first failure.
void run_script(sqlite3* database, std::string_view sql, bool writes_allowed = true);

/// The first column of the first row as text; empty when there is none.
std::string query_text(sqlite3* database, std::string_view sql);

/// Throws ReadOnly for a statement that writes in a transaction that promised not to.
[[noreturn]] void refuse_write(std::string_view sql);

}  // namespace ochre::sqlite
