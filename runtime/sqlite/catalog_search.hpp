// Small questions to SQLite's catalog that explain a failure. They never throw: an explanation that cannot be
// had stays empty.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

namespace ochre::sqlite {

/// The table an index belongs to; empty when there is none.
std::string table_of_index(sqlite3* database, std::string_view index);

/// The table whose check `text` (its name, or its expression when it has none) refused a row of `sql`.
/// SQLite's message does not say; it is among the tables `sql` writes to and its definition contains the
/// text.
std::string table_of_check(sqlite3* database, std::string_view text, std::string_view sql);

}  // namespace ochre::sqlite
