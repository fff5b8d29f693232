// The private table-valued function `ochre_list`: a list parameter as rows, without building text or copying.
// Measured against json_each it needs neither formatting nor parsing, and texts and bytes arrive as they are.
#pragma once

#include <sqlite3.h>

#include "ochre/value.hpp"

namespace ochre::sqlite {

/// One list parameter while its statement runs. Must stay where it is, and the Values with it, until then.
struct ListParameter {
  const Values* values = nullptr;
  Value list;
};

/// Makes `ochre_list(?)` known to a connection. https://www.sqlite.org/vtab.html#tabfunc2
int add_list_table(sqlite3* database);

/// Binds a list as the argument of `ochre_list`. Any other value, a bare integer or text from SQL say, gives
/// no rows. https://www.sqlite.org/bindptr.html
int bind_list(sqlite3_stmt* statement, int parameter, ListParameter& list);

}  // namespace ochre::sqlite
