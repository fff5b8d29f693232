// Binds neutral values to a statement. Model structs are bound by generated code through
// ochre/driver/sqlite_row.hpp.
#pragma once

#include <sqlite3.h>

#include "ochre/value.hpp"
#include "sqlite/list_table.hpp"

namespace ochre::sqlite {

/// Room for the list parameters of one execution.
using ListParameters = SmallVector<ListParameter, 2>;

/// Binds all of `values`, in place: they and `lists` must stay until the statement is reset. Returns the
/// first failing result code, or SQLITE_OK. Throws ValidationFailed for NaN, which SQLite would store as
/// NULL.
int bind_all(sqlite3_stmt* statement, const Values& values, ListParameters& lists);

}  // namespace ochre::sqlite
