#include "sql/ddl.hpp"

#include <catch2/catch.hpp>

#include "support/sqlite_database.hpp"

namespace sql = ochrec::sql;
using sql::Operation;

namespace {

sql::Table table(std::string name) {
  sql::Table out;
  sql::Column id;
  id.name = "id";
  id.identity = sql::Identity::Automatic;
  out.columns.push_back(id);
  out.key = {name + "_pkey", {"id"}};
  out.name = std::move(name);
  return out;
}

void refer(sql::Table& from, const std::string& to) {
  sql::Column column;
  column.name = to + "_id";
  column.nullable = true;
  from.columns.push_back(column);
  sql::ForeignKey key;
  key.name = from.name + "_" + to + "_fkey";
  key.columns = {column.name};
  key.table = to;
  key.target_columns = {"id"};
  from.foreign_keys.push_back(key);
}

std::string order(const sql::Schema& schema, sql::Database database = sql::Database::Sqlite) {
  std::string out;
  for (const sql::Statement& each : sql::statements(schema, database)) {
    if (each.kind == sql::StatementKind::Table) out += each.name + ' ';
    if (each.kind == sql::StatementKind::Constraint) out += '+' + each.table + ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("tables come after those they refer to, otherwise as declared") {
  sql::Schema schema;
  schema.tables = {table("a"), table("b"), table("c"), table("d")};
  CHECK(order(schema) == "a b c d ");
  refer(schema.tables[0], "c");
  refer(schema.tables[2], "d");
  CHECK(order(schema) == "d c a b ");
  refer(schema.tables[3], "a");
  refer(schema.tables[1], "b");
  CHECK(order(schema) == "d c a b ");
  CHECK(order(schema, sql::Database::Postgres) == "d c a b +d ");
}

TEST_CASE("ten thousand tables in a chain exhaust nothing") {
  sql::Schema schema;
  for (int at = 0; at < 10000; ++at) schema.tables.push_back(table("t" + std::to_string(at)));
  for (std::size_t at = 0; at + 1 < 10000; ++at) refer(schema.tables[at], "t" + std::to_string(at + 1));
  CHECK(order(schema).starts_with("t9999 t9998 "));
}

TEST_CASE("SQLite keeps a statement's text letter by letter, whatever its documentation") {
  sql::Schema schema;
  schema.tables = {table("users")};
  schema.tables[0].doc = "First line.\nSecond; DROP TABLE users;\r\nthird\rfourth";
  schema.tables[0].columns[0].doc = "Counts up.";
  schema.tables[0].uniques.push_back({"users_id_key", {"id"}});
  const std::string script = sql::ddl(schema, sql::Database::Sqlite);
  CHECK(script ==
        "-- First line.\n-- Second; DROP TABLE users;\n-- third\n-- fourth\n-- id: Counts up.\n"
        "CREATE TABLE users (\n  id INTEGER PRIMARY KEY\n) STRICT;\nCREATE UNIQUE INDEX users_id_key ON "
        "users (id);\n");
  ochre_test::SqliteDatabase db;
  db.run(script);
  const auto texts = db.rows("SELECT sql FROM sqlite_schema");
  const auto statements = sql::statements(schema, sql::Database::Sqlite);
  REQUIRE(texts.size() == statements.size());
  for (std::size_t at = 0; at < texts.size(); ++at) CHECK(texts[at] == statements[at].text);
}

TEST_CASE("trees print with the parentheses they need, and are compared by value") {
  const sql::Expr either = sql::call(Operation::Or, sql::column("a"), sql::column("order"));
  const sql::Expr both = sql::call(Operation::And, either, sql::call(Operation::Not, either));
  CHECK(sql::text(both, sql::Database::Sqlite) == "(a OR \"order\") AND NOT (a OR \"order\")");
  CHECK(sql::text(sql::join(Operation::And, {sql::verbatim("x < 1"), sql::column("b")}),
                  sql::Database::Sqlite) == "(x < 1) AND b");
  sql::Expr copy = both;
  CHECK(copy == both);
  copy.args[0].args[0].text = "z";
  CHECK_FALSE(copy == both);
  std::vector<std::string> columns;
  sql::collect_columns(both, columns);
  CHECK(columns == std::vector<std::string>{"a", "order"});
}

TEST_CASE("moments are numbers on SQLite and typed literals on PostgreSQL") {
  const auto text = [](sql::Calendar calendar, std::int64_t count, sql::Database database) {
    return sql::text(sql::constant(sql::Moment{calendar, count}), database);
  };
  const auto postgres = sql::Database::Postgres;
  CHECK(text(sql::Calendar::Date, -1, sql::Database::Sqlite) == "-1");
  CHECK(text(sql::Calendar::Date, -1, postgres) == "'1969-12-31'::date");
  CHECK(text(sql::Calendar::Date, -719528, postgres) == "'0001-01-01 BC'::date");
  CHECK(text(sql::Calendar::Time, 86'399'999'999, postgres) == "'23:59:59.999999'::time");
  CHECK(text(sql::Calendar::Timestamp, -1, postgres) == "'1969-12-31 23:59:59.999999+00'::timestamptz");
  CHECK(text(sql::Calendar::Datetime, 1'709'208'000'000'000, postgres) ==
        "'2024-02-29 12:00:00.000000'::timestamp");
}
