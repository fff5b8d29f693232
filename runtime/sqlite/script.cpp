#include "sqlite/script.hpp"

#include <limits>

#include "ochre/errors.hpp"
#include "sqlite/failure.hpp"

namespace ochre::sqlite {
namespace {

struct Prepared {
  StatementHandle statement;  ///< null for white space and comments
  std::string_view rest;
};

Prepared prepare_next(sqlite3* database, std::string_view sql, unsigned flags) {
  if (sql.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw StatementFailed("The statement is longer than 2 GiB.", {}, SQLITE_TOOBIG);
  }
  sqlite3_stmt* statement = nullptr;
  const char* tail = sql.data();
  const int code =
      sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), flags, &statement, &tail);
  Prepared out{StatementHandle(statement), {}};
  check(database, code, sql);
  if (tail) out.rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
  if (out.rest.starts_with('\0')) throw StatementFailed("The statement holds a NUL byte.", std::string(sql));
  return out;
}

}  // namespace

StatementHandle prepare_one(sqlite3* database, std::string_view sql, unsigned flags) {
  Prepared first = prepare_next(database, sql, flags);
  if (!first.statement) throw StatementFailed("The text holds no statement.", std::string(sql));
  while (!first.rest.empty()) {
    Prepared next = prepare_next(database, first.rest, 0);
    if (next.statement) {
      throw StatementFailed("The text holds more than one statement; run them one at a time.",
                            std::string(sql));
    }
    first.rest = next.rest;
  }
  return std::move(first.statement);
}

void run_script(sqlite3* database, std::string_view sql, bool writes_allowed) {
  while (!sql.empty()) {
    const Prepared next = prepare_next(database, sql, 0);
    sqlite3_stmt* statement = next.statement.get();
    if (statement && !writes_allowed && !sqlite3_stmt_readonly(statement)) refuse_write(sql);
    int code = SQLITE_DONE;
    while (statement && (code = sqlite3_step(statement)) == SQLITE_ROW) {
    }
    check(database, code, sql);
    sql = next.rest;
  }
}

std::string query_text(sqlite3* database, std::string_view sql) {
  const StatementHandle statement = prepare_one(database, sql);
  const int code = sqlite3_step(statement.get());
  check(database, code, sql);
  if (code == SQLITE_DONE) return {};
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0));
  return text ? text : "";
}

void refuse_write(std::string_view sql) {
  throw ReadOnly("This transaction is read-only, and the statement writes.", std::string(sql),
                 SQLITE_READONLY);
}

}  // namespace ochre::sqlite
