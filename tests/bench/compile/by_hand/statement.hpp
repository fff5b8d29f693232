// A prepared statement, bound and read by hand; and what an enum is as text.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <stdexcept>
#include <string>

class Statement {
 public:
  Statement(sqlite3* db, const char* sql) : db_(db) {
    if (sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr) != SQLITE_OK) fail();
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  void bind(int at, std::int64_t value) { sqlite3_bind_int64(statement_, at, value); }
  void bind(int at, double value) { sqlite3_bind_double(statement_, at, value); }
  void bind(int at, const std::string& value) {
    sqlite3_bind_text(statement_, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  }
  void bind(int at, const char* literal) { sqlite3_bind_text(statement_, at, literal, -1, SQLITE_STATIC); }
  void bind_null(int at) { sqlite3_bind_null(statement_, at); }
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
    return code == SQLITE_ROW;
  }
  bool null(int at) { return sqlite3_column_type(statement_, at) == SQLITE_NULL; }
  std::int64_t integer(int at) { return sqlite3_column_int64(statement_, at); }
  double real(int at) { return sqlite3_column_double(statement_, at); }
  std::string text(int at) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, at));
    return std::string(bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, at)));
  }

 private:
  [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(db_)); }

  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

enum class Role { Customer, Clerk, Admin };

inline Role role_of(const std::string& text) {
  if (text == "customer") return Role::Customer;
  if (text == "clerk") return Role::Clerk;
  if (text == "admin") return Role::Admin;
  throw std::runtime_error("unknown role " + text);
}

inline const char* text_of(Role role) {
  switch (role) {
    case Role::Customer: return "customer";
    case Role::Clerk: return "clerk";
    case Role::Admin: return "admin";
  }
  return "";
}
