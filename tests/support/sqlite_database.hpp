// A SQLite database in memory for tests: runs scripts, reads single values, says why a statement failed.
#pragma once

#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace ochre_test {

class SqliteDatabase {
 public:
  SqliteDatabase() {
    if (sqlite3_open(":memory:", &handle_) != SQLITE_OK) throw std::runtime_error("no memory database");
    run("PRAGMA foreign_keys = ON");
  }
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;
  ~SqliteDatabase() { sqlite3_close(handle_); }

  /// The error, or nothing when all statements passed.
  std::string error(const std::string& script) {
    return sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK
               ? ""
               : sqlite3_errmsg(handle_);
  }

  void run(const std::string& script) {
    const std::string message = error(script);
    if (!message.empty()) throw std::runtime_error(message + "\nin:\n" + script);
  }

  /// All values of all rows as SQL literals, in order.
  std::vector<std::string> rows(const std::string& query) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, query.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(handle_) + ("\nin:\n" + query));
    }
    std::vector<std::string> out;
    int result = sqlite3_step(statement);
    for (; result == SQLITE_ROW; result = sqlite3_step(statement)) {
      for (int at = 0; at < sqlite3_column_count(statement); ++at) out.push_back(value(statement, at));
    }
    const std::string message = result == SQLITE_DONE ? "" : sqlite3_errmsg(handle_);
    sqlite3_finalize(statement);
    if (!message.empty()) throw std::runtime_error(message + "\nin:\n" + query);
    return out;
  }

  std::string one(const std::string& query) { return rows(query).at(0); }

  sqlite3* handle() { return handle_; }

 private:
  static std::string value(sqlite3_stmt* statement, int at) {
    switch (sqlite3_column_type(statement, at)) {
      case SQLITE_NULL: return "null";
      case SQLITE_BLOB: return "blob of " + std::to_string(sqlite3_column_bytes(statement, at));
      default: break;
    }
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, at));
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement, at))};
  }

  sqlite3* handle_ = nullptr;
};

}  // namespace ochre_test
