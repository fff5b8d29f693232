// Reads what SQLite's message about a refused row says: table, columns and constraint. Where the message
// names too little, the catalog is asked; what only the model knows is added by the session.
#pragma once

#include <sqlite3.h>

#include <string_view>

#include "ochre/errors.hpp"

namespace ochre::sqlite {

/// Throws the violation for an SQLITE_CONSTRAINT code (extended) or SQLITE_MISMATCH.
[[noreturn]] void throw_violation(sqlite3* database, int code, std::string_view message,
                                  std::string_view sql);

}  // namespace ochre::sqlite
