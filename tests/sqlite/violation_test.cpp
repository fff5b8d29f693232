// Every constraint SQLite has, broken for real; the exception names table, columns and constraint.
#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using Catch::Contains;
using Names = std::vector<std::string>;

namespace {

/// Runs a statement that breaks a constraint of type E and returns what the exception says.
template <class E>
E violation(ochre::Connection& connection, const char* sql) {
  try {
    connection.prepare(sql)->run({});
  } catch (const E& error) {
    CHECK(error.sql() == sql);
    CHECK(error.code() != 0);
    CHECK(std::string_view(error.what()).ends_with('.'));
    return error;
  }
  FAIL("the statement was accepted: " << sql);
  throw std::logic_error("unreachable");
}

Connection accounts() {
  Connection connection = connect_memory();
  connection->execute(
      "create table users (id integer primary key, email text not null unique, tenant integer, name text,"
      " age integer, constraint adult check (age >= 18), check (length(name) < 5), unique (tenant, name)) "
      "strict;"
      "create unique index users_folded on users (lower(email));"
      "create unique index users_live on users (age) where tenant = 1;"
      "create table posts (user integer references users on delete restrict, editor integer references "
      "users) strict;"
      "create table teams (email text unique); insert into teams values ('a@x');"
      "insert into users values (1, 'a@x', 1, 'a', 20)");
  return connection;
}

}  // namespace

TEST_CASE("unique columns are named, one or several") {
  const Connection connection = accounts();
  auto error = violation<ochre::UniqueViolation>(*connection, "insert into teams (email) values ('a@x')");
  CHECK(error.table() == "teams");
  CHECK(error.columns() == Names{"email"});
  CHECK(error.code() == 2067);
  CHECK(error.message() == "A row of 'teams' with the same email is there already.");

  error = violation<ochre::UniqueViolation>(*connection,
                                            "insert into users (email, tenant, name) values ('b@x', 1, 'a')");
  CHECK(error.columns() == Names{"tenant", "name"});
  error = violation<ochre::UniqueViolation>(*connection,
                                            "insert into users (email, tenant, age) values ('c@x', 1, 20)");
  CHECK(error.columns() == Names{"age"});
}

TEST_CASE("keys of every form are unique") {
  const Connection connection = accounts();
  auto error =
      violation<ochre::UniqueViolation>(*connection, "insert into users (id, email) values (1, 'b@x')");
  CHECK(error.columns() == Names{"id"});
  connection->execute(
      "create table pairs (a, b, primary key (a, b)) without rowid;"
      "create table plain (a); insert into plain (rowid) values (1); insert into pairs values (1, 2)");
  error = violation<ochre::UniqueViolation>(*connection, "insert into pairs values (1, 2)");
  CHECK(error.table() == "pairs");
  CHECK(error.columns() == Names{"a", "b"});
  error = violation<ochre::UniqueViolation>(*connection, "insert into plain (rowid) values (1)");
  CHECK(error.table() == "plain");
}

TEST_CASE("an index on expressions is named, with its table") {
  const Connection connection = accounts();
  const auto error =
      violation<ochre::UniqueViolation>(*connection, "insert into users (email) values ('A@x')");
  CHECK(error.constraint() == "users_folded");
  CHECK(error.table() == "users");
  CHECK(error.columns().empty());
}

TEST_CASE("names with dots and commas are told apart by the catalog") {
  const Connection connection = connect_memory();
  connection->execute(
      "create table \"my.table\" (\"a.b\" text, \"c, d\" text not null, unique (\"a.b\", \"c, d\"));"
      "insert into \"my.table\" values ('x', 'y')");
  auto error = violation<ochre::UniqueViolation>(*connection, "insert into \"my.table\" values ('x', 'y')");
  CHECK(error.table() == "my.table");
  CHECK(error.columns() == Names{"a.b", "c, d"});
  const auto missing =
      violation<ochre::NotNullViolation>(*connection, "insert into \"my.table\" values ('x', null)");
  CHECK(missing.table() == "my.table");
  CHECK(missing.columns() == Names{"c, d"});
}

TEST_CASE("a null where none may be") {
  const Connection connection = accounts();
  const auto error = violation<ochre::NotNullViolation>(*connection, "insert into users (name) values ('b')");
  CHECK(error.table() == "users");
  CHECK(error.columns() == Names{"email"});
}

TEST_CASE("a check is named and its table found") {
  const Connection connection = accounts();
  auto error =
      violation<ochre::CheckViolation>(*connection, "insert into users (email, age) values ('b@x', 17)");
  CHECK(error.constraint() == "adult");
  CHECK(error.table() == "users");
  CHECK_THAT(error.message(), Contains("the check 'adult' of 'users'"));
  error = violation<ochre::CheckViolation>(*connection,
                                           "with x as (select 1) update users set name = 'too long'");
  CHECK(error.constraint() == "length(name) < 5");
  CHECK(error.table() == "users");
}

TEST_CASE("checks of the same name are told apart by the table that was written") {
  const Connection connection = connect_memory();
  connection->execute(
      "create table one (a, constraint positive check (a > 0));"
      "create table two (a, constraint positive check (a > 0));");
  CHECK(violation<ochre::CheckViolation>(*connection, "insert into two values (-1)").table() == "two");
  CHECK(violation<ochre::CheckViolation>(*connection, "insert into one select -1").table() == "one");
}

TEST_CASE("foreign keys: a missing target, and a target that is needed") {
  const Connection connection = accounts();
  auto error = violation<ochre::ForeignKeyViolation>(*connection, "insert into posts values (9, null)");
  CHECK(error.columns().empty());
  CHECK(error.constraint().empty());
  connection->execute("insert into posts values (1, null)");
  violation<ochre::ForeignKeyViolation>(*connection, "delete from users");  // restrict, an internal trigger
  connection->execute("delete from posts; insert into posts values (null, 1)");
  violation<ochre::ForeignKeyViolation>(*connection, "delete from users");  // no action
}

TEST_CASE("a value of the wrong type in a STRICT table") {
  const Connection connection = accounts();
  const auto error = violation<ochre::CheckViolation>(*connection, "update users set age = 'old'");
  CHECK(error.table() == "users");
  CHECK(error.columns() == Names{"age"});
  CHECK_THAT(error.message(), Contains("TEXT value in INTEGER column"));
  violation<ochre::CheckViolation>(*connection, "insert into users (id, email) values ('x', 'b@x')");
}

TEST_CASE("a trigger that refuses is heard") {
  const Connection connection = accounts();
  connection->execute("create trigger t before delete on users begin select raise(abort, 'not today'); end");
  const auto error = violation<ochre::ConstraintViolation>(*connection, "delete from users");
  CHECK_THAT(error.message(), Contains("not today"));
}

TEST_CASE("a violation in a trigger names the trigger's table") {
  const Connection connection = accounts();
  connection->execute(
      "create table log (what text constraint short check (length(what) < 3));"
      "create trigger t after insert on posts begin insert into log values ('too long'); end");
  CHECK(violation<ochre::CheckViolation>(*connection, "insert into posts values (1, 1)").table() == "log");
}
