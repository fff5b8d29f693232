// Translates SQLite's result codes to Ochre's exceptions. What a constraint's message says is read in
// constraint.hpp; failures to open a file are explained in open.hpp.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

namespace ochre::sqlite {

/// Throws the exception for `code`, which a call on `database` has just returned. The handle still holds the
/// message and the extended code, so nothing may run on it in between. `sql` is the statement it was about,
/// if any. https://www.sqlite.org/rescode.html
[[noreturn]] void throw_failure(sqlite3* database, int code, std::string_view sql);

/// Throws when `code` is a failure.
inline void check(sqlite3* database, int code, std::string_view sql = {}) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) throw_failure(database, code, sql);
}

/// Whether a connection that failed with `code` should be replaced: the file is damaged, gone or out of
/// reach.
bool ends_connection(int code);

}  // namespace ochre::sqlite
