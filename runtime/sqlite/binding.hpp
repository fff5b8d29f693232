// Binds neutral values to a statement. Model structs are bound by generated code through
// ochre/driver/sqlite_row.hpp.
#pragma once

#include <sqlite3.h>

#include "ochre/value.hpp"
#include "sqlite/list_table.hpp"

namespace ochre::sqlite {

/// What a statement borrows while it runs.
struct Borrowed {
  SmallVector<ListParameter, 2> lists;
};

/// Binds all of `values`, in place: they and `borrowed` must stay until the statement is reset. Returns the
/// first failing result code, or SQLITE_OK. Throws ValidationFailed for NaN, which SQLite would store as
/// NULL.
int bind_all(sqlite3_stmt* statement, const Values& values, Borrowed& borrowed);

}  // namespace ochre::sqlite
