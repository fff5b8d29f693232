#include "sqlite/library.hpp"

#include <sqlite3.h>

#include "ochre/driver/sqlite_row.hpp"
#include "ochre/errors.hpp"
#include "sqlite/handle.hpp"

namespace ochre::sqlite {
namespace {

/// Looks where SQLite puts the values of a row. Anything but evenly spaced ones, in memory order, counts as
/// unknown.
std::size_t measure_value_stride() {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  const DatabaseHandle database(opened);
  sqlite3_stmt* prepared = nullptr;
  if (code != SQLITE_OK) return 0;
  sqlite3_prepare_v2(opened, "select 1, 'two', null, 4.5, x'05'", -1, &prepared, nullptr);
  const StatementHandle statement(prepared);
  if (sqlite3_step(prepared) != SQLITE_ROW) return 0;

  const auto place = [&](int column) {
    return reinterpret_cast<std::uintptr_t>(sqlite3_column_value(prepared, column));
  };
  const std::uintptr_t stride = place(1) - place(0);
  for (int column = 2; column < 5; ++column) {
    if (place(column) - place(column - 1) != stride) return 0;
  }
  constexpr std::uintptr_t implausible = 1024;
  return stride % alignof(void*) == 0 && stride < implausible ? stride : 0;
}

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
  detail::value_stride = measure_value_stride();
  return true;
}

}  // namespace

namespace detail {
std::size_t value_stride = 0;
}

void start_library() {
  static const bool started = start();
  static_cast<void>(started);
}

}  // namespace ochre::sqlite
