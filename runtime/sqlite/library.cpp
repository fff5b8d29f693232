#include "sqlite/library.hpp"

#include <sqlite3.h>

#include "ochre/errors.hpp"

namespace ochre::sqlite {
namespace {

bool start() {
  if (sqlite3_threadsafe() == 0) {
    throw Unsupported(
        "The SQLite library was built without thread safety (SQLITE_THREADSAFE=0); link another one.");
  }
#ifndef OCHRE_SQLITE_MEMORY_STATISTICS
  // Refused with SQLITE_MISUSE once SQLite is in use, which costs speed only.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
#endif
  if (sqlite3_initialize() != SQLITE_OK) throw Unsupported("The SQLite library could not be initialised.");
  return true;
}

}  // namespace

void start_library() {
  static const bool started = start();
  static_cast<void>(started);
}

}  // namespace ochre::sqlite
