// SQLite's handles with an owner. Closing and finalizing is all they do.
#pragma once

#include <sqlite3.h>

#include <memory>

namespace ochre::sqlite {

struct CloseDatabase {
  /// A statement that was leaked keeps the database half open until it is finalized; nothing is left
  /// dangling.
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using DatabaseHandle = std::unique_ptr<sqlite3, CloseDatabase>;
using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

}  // namespace ochre::sqlite
