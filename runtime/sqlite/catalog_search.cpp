#include "sqlite/catalog_search.hpp"

#include <set>

#include "sqlite/handle.hpp"

namespace ochre::sqlite {
namespace {

StatementHandle prepared(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  return StatementHandle(statement);
}

std::string text_column(sqlite3_stmt* row, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return text ? text : "";
}

/// The root pages of the main database that a statement opens for writing, from its own program.
/// https://www.sqlite.org/opcode.html#OpenWrite
std::set<std::int64_t> pages_written(sqlite3* database, std::string_view sql) {
  std::set<std::int64_t> pages;
  const StatementHandle program = prepared(database, "explain " + std::string(sql));
  if (!program) return pages;
  while (sqlite3_step(program.get()) == SQLITE_ROW) {
    if (text_column(program.get(), 1) == "OpenWrite") pages.insert(sqlite3_column_int64(program.get(), 3));
  }
  return pages;
}

}  // namespace

std::string table_of_index(sqlite3* database, std::string_view index) {
  const StatementHandle search =
      prepared(database, "select tbl_name from sqlite_schema where type = 'index' and name = ?1");
  if (!search) return {};
  sqlite3_bind_text(search.get(), 1, index.data(), static_cast<int>(index.size()), SQLITE_STATIC);
  return sqlite3_step(search.get()) == SQLITE_ROW ? text_column(search.get(), 0) : std::string();
}

std::string table_of_check(sqlite3* database, std::string_view text, std::string_view sql) {
  const StatementHandle search = prepared(
      database, "select name, rootpage from sqlite_schema where type = 'table' and instr(sql, ?1) > 0");
  if (!search) return {};
  sqlite3_bind_text(search.get(), 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  const std::set<std::int64_t> written = pages_written(database, sql);
  std::string found;
  while (sqlite3_step(search.get()) == SQLITE_ROW) {
    if (!written.contains(sqlite3_column_int64(search.get(), 1))) continue;
    if (!found.empty()) return {};  // two tables are as good as none
    found = text_column(search.get(), 0);
  }
  return found;
}

}  // namespace ochre::sqlite
