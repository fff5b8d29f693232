#include "sqlite/compare.hpp"

#include "sqlite/difference.hpp"
#include "sqlite/failure.hpp"
#include "sqlite/script.hpp"
#include "sqlite/table_shape.hpp"

namespace ochre::sqlite {
namespace {

DatabaseHandle scratch_database() {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  DatabaseHandle database(opened);
  check(opened, code);
  return database;
}

}  // namespace

TableState compare_table(sqlite3* database, std::string_view table, const TableDdl& ddl,
                         std::string& difference) {
  const std::string type = object_type(database, table);
  if (type.empty()) return TableState::Missing;
  if (type == "view") {
    difference = "'" + std::string(table) + "' is a view, not a table";
    return TableState::Different;
  }
  const DatabaseHandle scratch = scratch_database();
  for (const std::string_view statement : ddl.statements) run_script(scratch.get(), statement);
  difference = first_difference(read_table(database, table), read_table(scratch.get(), table));
  return difference.empty() ? TableState::Same : TableState::Different;
}

}  // namespace ochre::sqlite
