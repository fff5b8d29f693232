#include <catch2/catch.hpp>
#include <sstream>

#include "case.hpp"
#include "lower/lower.hpp"
#include "sql/ddl.hpp"
#include "support/sqlite_database.hpp"

namespace {

using namespace ochrec;
using ochre_test::SqliteDatabase;

std::string ddl(const model::Schema& schema) {
  return sql::ddl(lower::lower(schema, model::Database::Sqlite), sql::Database::Sqlite);
}

void run_line(SqliteDatabase& db, const std::string& line) {
  INFO(line);
  if (const auto at = line.find("--!"); at != std::string::npos) {
    const std::string message = db.error(line);
    INFO("message: " << message);
    CHECK(message.find(line.substr(at + 4)) != std::string::npos);
  } else if (const auto value = line.find("--="); value != std::string::npos) {
    CHECK(db.one(line.substr(0, value)) == line.substr(value + 4));
  } else {
    CHECK(db.error(line) == "");
  }
}

}  // namespace

TEST_CASE("the DDL of every case is the golden one, and SQLite takes it") {
  for (const auto& folder : cases::all()) {
    DYNAMIC_SECTION(folder.filename()) {
      const model::Schema schema = cases::analyzed(folder);
      const std::string script = ddl(schema);
      cases::check_golden(folder / "sqlite.sql", script);
      SqliteDatabase db;
      db.run(script);
      std::istringstream rows(cases::read(folder / "rows.sql"));
      for (std::string line; std::getline(rows, line);) {
        if (!line.empty() && !line.starts_with("-- ")) run_line(db, line);
      }
      CHECK(db.rows("PRAGMA foreign_key_check").empty());
      CHECK(db.rows("PRAGMA integrity_check") == std::vector<std::string>{"ok"});
      CHECK(ddl(cases::analyzed(folder)) == script);
    }
  }
}
