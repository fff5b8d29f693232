#include "spell/name.hpp"

#include <catch2/catch.hpp>

#include "support/sqlite_database.hpp"

using ochre::Dialect;
namespace spell = ochre::spell;
using ochre_test::SqliteDatabase;

TEST_CASE("plain names stay bare, others are quoted") {
  CHECK(spell::name("users", Dialect::Sqlite) == "users");
  CHECK(spell::name("users", Dialect::Postgres) == "users");
  CHECK(spell::name("createdAt", Dialect::Sqlite) == "createdAt");
  CHECK(spell::name("createdAt", Dialect::Postgres) == "\"createdAt\"");
  CHECK(spell::name("order", Dialect::Sqlite) == "\"order\"");
  CHECK(spell::name("USER", Dialect::Postgres) == "\"USER\"");
  CHECK(spell::name("user", Dialect::Postgres) == "\"user\"");
  CHECK(spell::name("user", Dialect::Sqlite) == "user");
  CHECK(spell::name("two words", Dialect::Sqlite) == "\"two words\"");
  CHECK(spell::name("a\"b", Dialect::Postgres) == "\"a\"\"b\"");
  CHECK(spell::name("9lives", Dialect::Sqlite) == "\"9lives\"");
  CHECK(spell::name("größe", Dialect::Sqlite) == "\"größe\"");
  CHECK(spell::name("", Dialect::Sqlite) == "\"\"");
}

TEST_CASE("every keyword this SQLite has is known as reserved") {
  for (int at = 0; at < sqlite3_keyword_count(); ++at) {
    const char* text = nullptr;
    int size = 0;
    REQUIRE(sqlite3_keyword_name(at, &text, &size) == SQLITE_OK);
    const std::string word(text, static_cast<std::size_t>(size));
    INFO(word);
    CHECK(spell::is_reserved(word, Dialect::Sqlite));
  }
}

TEST_CASE("any name survives as table, column, index and constraint, and in expressions") {
  std::vector<std::string> names = {"true",  "false",        "rowid", "a'b",     "a\"b", "two words", "größe",
                                    "x.y",   "current_time", "null",  "semi;--", "/*",   "[a]",       "`b`",
                                    "inner", "a\nb",         "%",     "sqlite",  "$1",   "?1",        ":p"};
  for (int at = 0; at < sqlite3_keyword_count(); ++at) {
    const char* text = nullptr;
    int size = 0;
    sqlite3_keyword_name(at, &text, &size);
    names.emplace_back(text, static_cast<std::size_t>(size));
  }
  for (const std::string& name : names) {
    INFO(name);
    const std::string n = spell::name(name, Dialect::Sqlite);
    SqliteDatabase db;
    db.run("CREATE TABLE " + n + " (id INTEGER PRIMARY KEY, " + n + " INTEGER, CONSTRAINT " + n + " CHECK (" +
           n + " > 5)) STRICT");
    db.run("CREATE INDEX " + spell::name("i_" + name, Dialect::Sqlite) + " ON " + n + " (" + n + ") WHERE " +
           n + " IS NOT NULL");
    CHECK(db.error("INSERT INTO " + n + " (" + n + ") VALUES (4)") == "CHECK constraint failed: " + name);
    db.run("INSERT INTO " + n + " (" + n + ") VALUES (6)");
    CHECK(db.one("SELECT t." + n + " + " + n + " FROM " + n + " AS t WHERE " + n + " = 6") == "12");
  }
}
