// SQL functions for exact numbers, which SQLite's own lack: integers that overflow become floating-point ones
// there, avg() is one from the start, and round() takes nothing else.
#pragma once

#include <sqlite3.h>

namespace ochre::sqlite {

/// Makes these known to a connection, and returns SQLite's result code. All fail with "integer overflow", as
/// SQLite's sum() does, for numbers that are no integers any more.
///   ochre_exact(x)        x, if it is an integer or NULL
///   ochre_round(x, unit)  x as a multiple of unit, half away from zero
///   ochre_average(x)      aggregate and window function: the mean as an integer, half away from zero
int add_number_functions(sqlite3* database);

}  // namespace ochre::sqlite
