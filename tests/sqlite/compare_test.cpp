#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using ochre::TableState;

namespace {

constexpr std::string_view wanted[] = {
    R"(CREATE TABLE "users" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "email" TEXT NOT NULL CHECK (length("email") <= 120),
  "team" INTEGER DEFAULT 7 REFERENCES "teams" ("id") ON DELETE CASCADE,
  "size" INTEGER GENERATED ALWAYS AS (length("email") / 5) STORED,
  CONSTRAINT "users_email_key" UNIQUE ("email"),
  CONSTRAINT "adult" CHECK ("team" > 3)
) STRICT)",
    R"(CREATE INDEX "users_team" ON "users" ("team" DESC) WHERE "team" > 1)",
    R"(CREATE TRIGGER "keep" BEFORE DELETE ON "users" BEGIN SELECT raise(abort, 'no'); END)",
};

/// The wanted DDL with one piece of text replaced by another.
std::string changed(std::string_view from, std::string_view to) {
  std::string sql;
  for (const std::string_view statement : wanted) sql += std::string(statement) + ";\n";
  const std::size_t at = sql.find(from);
  REQUIRE(at != std::string::npos);
  return sql.replace(at, from.size(), to);
}

/// Creates the table another way and says how it differs from the wanted one; "same" and "missing" as such.
std::string compared(const std::string& sql) {
  const Connection connection = connect_memory();
  connection->execute(sql);
  std::string difference;
  switch (connection->compare_table("users", {wanted}, difference)) {
    case TableState::Same: CHECK(difference.empty()); return "same";
    case TableState::Missing: CHECK(difference.empty()); return "missing";
    case TableState::Different: break;
  }
  return difference;
}

}  // namespace

TEST_CASE("a table is the same however it is written") {
  CHECK(compared(changed("TABLE", "table")) == "same");
  CHECK(compared(changed(R"("id" INTEGER NOT NULL PRIMARY KEY)",
                         "Id integer primary key /* key */ not null")) == "same");
  CHECK(compared(changed(R"(CHECK ("team" > 3))", "-- grown up\n check(TEAM>3)")) == "same");
  CHECK(compared(changed(R"(CREATE INDEX "users_team" ON "users" ("team" DESC))",
                         "create index if not exists [users_team] on `users`(team desc)")) == "same");
  CHECK(compared(changed(R"(CONSTRAINT "users_email_key" UNIQUE ("email"),)", R"(unique ("email"),)")) ==
        "same");
}

TEST_CASE("the order of columns does not matter, nor how they came to be") {
  CHECK(compared("create table users (team integer default 7 references teams (id) on delete cascade,"
                 " id integer primary key not null, size integer as (length(email) / 5) stored,"
                 " email text not null unique check (length(email) <= 120), check (team > 3)) strict;" +
                 std::string(wanted[1]) + ";" + std::string(wanted[2])) == "same");
}

TEST_CASE("a table that is not there is missing, a view is something else") {
  CHECK(compared("create table other (a)") == "missing");
  CHECK(compared("create view users as select 1") == "'users' is a view, not a table");
  CHECK(compared("create table USERS (a)") != "missing");
}

TEST_CASE("columns") {
  CHECK(compared(changed(R"("email" TEXT NOT NULL)", R"("email" BLOB NOT NULL)")) ==
        "column 'email' is BLOB, not TEXT");
  CHECK(compared(changed(R"("email" TEXT NOT NULL)", R"("email" TEXT)")) == "column 'email' is not NOT NULL");
  CHECK(compared(changed(R"("team" INTEGER)", R"("team" INTEGER NOT NULL)")) == "column 'team' is NOT NULL");
  CHECK(compared(changed("DEFAULT 7", "DEFAULT 8")) == "column 'team' has the default 8, not the default 7");
  CHECK(compared(changed("DEFAULT 7", "")) == "column 'team' has no default, not the default 7");
  CHECK(compared(changed(R"(  "id")", "  \"extra\" TEXT,\n \"id\"")) ==
        "column 'extra' is not in the schema");
  CHECK(compared("create table users (id integer not null primary key) strict") ==
        "column 'email' is missing");
  CHECK(compared(changed("TEXT NOT NULL", "TEXT NOT NULL COLLATE NOCASE")) ==
        "column 'email' has the collation NOCASE, not BINARY");
}

TEST_CASE("computed columns") {
  CHECK(compared(changed(R"(("email") / 5)", R"(("email") / 6)")) ==
        R"(column 'size' is computed as (length("email") / 6), not (length("email") / 5))");
  CHECK(compared(changed("STORED", "VIRTUAL")) ==
        "column 'size' is a virtual generated column, not a stored generated column");
  CHECK(compared(changed(R"( GENERATED ALWAYS AS (length("email") / 5) STORED)", "")) ==
        "column 'size' is an ordinary column, not a stored generated column");
}

TEST_CASE("the table itself and its key") {
  CHECK(compared(changed("STRICT", "")) == "the table is not STRICT");
  CHECK(compared(changed("STRICT", "STRICT, WITHOUT ROWID")) == "the table is WITHOUT ROWID");
  CHECK(compared(changed("NOT NULL PRIMARY KEY", "NOT NULL PRIMARY KEY AUTOINCREMENT")) ==
        "the key is AUTOINCREMENT");
  CHECK(compared(changed("NOT NULL PRIMARY KEY", "NOT NULL")
                     .replace(0, 0, "")
                     .insert(changed("NOT NULL PRIMARY KEY", "NOT NULL").find("CONSTRAINT"),
                             "PRIMARY KEY (email, id),")) == "the primary key is (email, id), not (id)");
}

TEST_CASE("uniques") {
  CHECK(compared(changed(R"(CONSTRAINT "users_email_key" UNIQUE ("email"),)", "")) ==
        "unique (email) is missing");
  CHECK(compared(changed(R"(UNIQUE ("email"))", R"(UNIQUE ("email", "team"))")) ==
        "unique (email) is missing");
  CHECK(compared(changed(R"(UNIQUE ("email"))", R"(UNIQUE ("email"), UNIQUE ("team", "email"))")) ==
        "unique (team, email) is not in the schema");
}

TEST_CASE("foreign keys") {
  CHECK(compared(changed(R"(REFERENCES "teams" ("id") ON DELETE CASCADE)", "")) ==
        "the foreign key of (team) to teams(id) ON DELETE CASCADE ON UPDATE NO ACTION is missing");
  CHECK(compared(changed("ON DELETE CASCADE", "ON DELETE SET NULL")) ==
        "the foreign key of (team) leads to teams(id) ON DELETE SET NULL ON UPDATE NO ACTION,"
        " not to teams(id) ON DELETE CASCADE ON UPDATE NO ACTION");
  CHECK(compared(changed("ON DELETE CASCADE", "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED")) ==
        "the foreign key of (team) leads to teams(id) ON DELETE CASCADE ON UPDATE NO ACTION DEFERRABLE "
        "INITIALLY DEFERRED,"
        " not to teams(id) ON DELETE CASCADE ON UPDATE NO ACTION");
  CHECK(compared(changed("INTEGER GENERATED", "INTEGER REFERENCES x (y) GENERATED")) ==
        "the foreign key of (size) is not in the schema");
}

TEST_CASE("checks") {
  CHECK(compared(changed(R"(,
  CONSTRAINT "adult" CHECK ("team" > 3))",
                         "")) == "check 'adult' is missing");
  CHECK(compared(changed(R"("team" > 3)", R"("team" > 4)")) ==
        R"(check 'adult' is ("team" > 4), not ("team" > 3))");
  CHECK(compared(changed("<= 120", "<= 121")) == R"(the check (length("email") <= 120) is missing)");
  CHECK(compared(changed(R"(CHECK ("team" > 3))", R"(CHECK ("team" > 3), CHECK ("team" < 9))")) ==
        R"(the check ("team" < 9) is not in the schema)");
}

TEST_CASE("indexes and triggers") {
  CHECK(compared(changed(R"("team" > 1)", R"("team" > 2)")) ==
        R"(index 'users_team' is `CREATE INDEX "users_team" ON "users" ("team" DESC) WHERE "team" > 2`,)"
        R"( not `CREATE INDEX "users_team" ON "users" ("team" DESC) WHERE "team" > 1`)");
  CHECK(compared(changed(R"(CREATE INDEX "users_team")", R"(CREATE INDEX "other")")) ==
        "index 'users_team' is missing");
  CHECK(compared(changed("CREATE TRIGGER", "CREATE INDEX more ON users (size); CREATE TRIGGER")) ==
        "index 'more' is not in the schema");
  CHECK(compared(std::string(wanted[0]) + ";" + std::string(wanted[1])) == "trigger 'keep' is missing");
  CHECK(compared(changed("CREATE TRIGGER",
                         "CREATE TRIGGER mine AFTER INSERT ON users BEGIN SELECT 1; END; CREATE TRIGGER")) ==
        "same");
}

TEST_CASE("a column added later is compared like any other") {
  const Connection connection = connect_memory();
  const std::string_view ddl[] = {"CREATE TABLE t (a INTEGER NOT NULL, b TEXT DEFAULT 'x' CHECK (b <> ''))"};
  connection->execute(
      "create table t (a integer not null); alter table t add column b text default 'x' check (b <> '')");
  std::string difference;
  CHECK(connection->compare_table("t", {ddl}, difference) == TableState::Same);
}
