#include <catch2/catch.hpp>

#include "ochre/driver/sqlite_row.hpp"
#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using Catch::Contains;

namespace {

struct Person {
  std::int64_t id = 0;
  std::string name;
  std::optional<double> height;
};

void read(ochre::sqlite::Row row, Person& person) {
  row.get(0, person.id);
  row.get(1, person.name);
  row.get(2, person.height);
}

void bind(ochre::sqlite::Parameters& out, const Person& person, const ochre::Moment&) {
  out.add(person.id);
  out.add(person.name);
  out.add(person.height);
}

constexpr const ochre::RowCodec& person_codec = ochre::sqlite::codec<Person, Person, read, bind>;

Connection people() {
  Connection connection = connect_memory();
  connection->execute(
      "create table people (id integer primary key, name text not null unique, height real) strict;"
      "insert into people values (1, 'Ada', 1.6), (2, 'Bob', null)");
  return connection;
}

}  // namespace

TEST_CASE("rows become structs") {
  const Connection connection = people();
  std::vector<Person> found;
  connection->prepare("select * from people order by id")->read_all({}, person_codec, &found, 7);
  REQUIRE(found.size() == 2);
  CHECK(found.capacity() >= 7);
  CHECK(found[0].name == "Ada");
  CHECK(found[0].height == 1.6);
  CHECK(found[1].id == 2);
  CHECK_FALSE(found[1].height.has_value());
}

TEST_CASE("rows read the same where the layout of SQLite's values is not known") {
  const Connection connection = people();
  CHECK(ochre::sqlite::detail::value_stride != 0);
  std::vector<Person> known;
  connection->prepare("select * from people order by id")->read_all({}, person_codec, &known, 0);
  const std::size_t stride = std::exchange(ochre::sqlite::detail::value_stride, 0);
  std::vector<Person> unknown;
  connection->prepare("select * from people order by id")->read_all({}, person_codec, &unknown, 0);
  ochre::sqlite::detail::value_stride = stride;
  REQUIRE(unknown.size() == 2);
  CHECK(known[0].name == unknown[0].name);
  CHECK(known[0].height == unknown[0].height);
  CHECK(known[1].height == unknown[1].height);
}

TEST_CASE("a column the statement does not have reads as NULL") {
  const Connection connection = people();
  Person person{7, "left over", 1.0};
  CHECK(connection->prepare("select id from people where id = 1")->read_one({}, person_codec, &person));
  CHECK(person.id == 1);
  CHECK(person.name.empty());
  CHECK_FALSE(person.height.has_value());
}

TEST_CASE("one row is read, or none") {
  const Connection connection = people();
  const auto statement = connection->prepare("select * from people where id = ?1");
  Person person;
  CHECK(statement->read_one(integer(2), person_codec, &person));
  CHECK(person.name == "Bob");
  CHECK_FALSE(statement->read_one(integer(3), person_codec, &person));
  CHECK(statement->read_one(integer(1), person_codec, &person));
  CHECK(person.name == "Ada");
}

TEST_CASE("many structs go into one statement") {
  const Connection connection = people();
  const Person more[] = {{3, "Cleo", 1.7}, {4, "Dan", {}}, {5, "Eve", 1.5}};
  const auto statement = connection->prepare("insert into people values (?, ?, ?), (?, ?, ?), (?, ?, ?)");
  CHECK(statement->insert_rows(person_codec, more, 3, sizeof(Person), 3, {}) == 3);
  CHECK(connection->last_insert_id() == 5);
  CHECK_THROWS_AS(statement->insert_rows(person_codec, more, 3, sizeof(Person), 3, {}),
                  ochre::UniqueViolation);
  CHECK(cell(*connection, "select count(*) from people") == "5");
}

TEST_CASE("a statement is usable again after it failed") {
  const Connection connection = people();
  const auto statement = connection->prepare("insert into people (name) values (?1)");
  CHECK_THROWS_AS(statement->run(text("Ada")), ochre::UniqueViolation);
  CHECK(statement->run(text("Cleo")) == 1);
  CHECK_THROWS_AS(statement->run(null()), ochre::NotNullViolation);
  CHECK(statement->run(text("Dan")) == 1);
}

TEST_CASE("changes are those of this statement") {
  const Connection connection = people();
  CHECK(run(*connection, "update people set height = 2") == 2);
  CHECK(run(*connection, "create table other (a)") == 0);
  CHECK(run(*connection, "select * from people") == 0);
  CHECK(run(*connection, "update people set height = 2 where id = 9") == 0);
  CHECK(run(*connection, "delete from people") == 2);
  CHECK(run(*connection, "insert into people (name) values ('x'), ('y') returning id") == 2);
}

TEST_CASE("text after the first statement is refused, comments are not text") {
  const Connection connection = people();
  CHECK_NOTHROW(connection->prepare("select 1; -- done\n /* really */ ;"));
  CHECK_THROWS_WITH(connection->prepare("select 1; delete from people"), Contains("more than one statement"));
  CHECK_THROWS_AS(connection->prepare("select 1; nonsense"), ochre::StatementFailed);
  CHECK_THROWS_WITH(connection->prepare("  -- nothing\n"), Contains("no statement"));
  CHECK_THROWS_WITH(connection->prepare(std::string_view("select 1\0; select 2", 19)), Contains("NUL"));
  CHECK(cell(*connection, "select count(*) from people") == "2");
}

TEST_CASE("the number of values must be the number of parameters") {
  const Connection connection = people();
  const auto statement = connection->prepare("select ?1, ?2");
  CHECK_THROWS_WITH(statement->run(integer(1)), Contains("has 2 parameters and got 1"));
  CHECK_THROWS_AS(connection->prepare("select 1")->run(integer(1)), ochre::StatementFailed);
}

TEST_CASE("reading stops when the visitor says so, and holds nothing") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url());
  connection->execute("create table t (a); insert into t values (1), (2), (3)");
  const auto statement = connection->prepare("select a from t");
  int seen = 0;
  statement->each({}, {[](void* count, ochre::Row&) { return ++*static_cast<int*>(count) < 2; }, &seen});
  CHECK(seen == 2);
  CHECK_NOTHROW(connection->execute("drop table t"));
}

TEST_CASE("a visitor that throws leaves the statement reset") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url());
  connection->execute("create table t (a); insert into t values (1), (2)");
  const auto statement = connection->prepare("select a from t");
  const auto throwing = [](void*, ochre::Row&) -> bool { throw std::runtime_error("enough"); };
  CHECK_THROWS_WITH(statement->each({}, {throwing, nullptr}), "enough");
  CHECK_NOTHROW(connection->execute("drop table t"));
}

TEST_CASE("a visitor may use the statement it is called from") {
  const Connection connection = people();
  const auto statement = connection->prepare("select id from people where id <= ?1 order by id");
  struct Nested {
    ochre::Statement& statement;
    std::vector<std::int64_t> order;
    int depth = 0;
  } nested{*statement, {}};
  const auto visit = [](void* context, ochre::Row& row) {
    auto& self = *static_cast<Nested*>(context);
    ochre::Value id[1];
    row.cells(0, id);
    self.order.push_back(id[0].integer);
    Person person;
    if (id[0].integer == 2)
      self.order.push_back(
          self.statement.read_one(integer(1), ochre::RowCodec{nullptr, [](void*, int, void*) {}, nullptr},
                                  &person)
              ? 100
              : 0);
    return true;
  };
  statement->each(integer(2), {visit, &nested});
  CHECK(nested.order == std::vector<std::int64_t>{1, 2, 100});
}

TEST_CASE("writes with RETURNING are finished when one row is read") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url());
  connection->execute("create table people (id integer primary key, name text, height real)");
  Person person;
  const auto statement = connection->prepare("insert into people (name) values ('x'), ('y') returning *");
  CHECK(statement->read_one({}, person_codec, &person));
  CHECK(person.id == 1);
  CHECK(cell(*connect(directory.url()), "select count(*) from people") == "2");
}

TEST_CASE("a plan is text, nested steps deeper") {
  const Connection connection = people();
  const std::string plan = connection->explain(
      "select * from people where id = ?1 and height in (select max(height) from people)", integer(1));
  CHECK_THAT(plan, Contains("INTEGER PRIMARY KEY"));
  CHECK_THAT(plan, Contains("\n  S"));
  CHECK(plan.back() == '\n');
}

TEST_CASE("prepared statements follow a schema that changes") {
  const Connection connection = people();
  const auto statement = connection->prepare("select name from people where id = ?1");
  CHECK(statement->run(integer(1)) == 0);
  connection->execute("alter table people add column extra text");
  CHECK_NOTHROW(statement->run(integer(1)));
  connection->execute("drop table people");
  CHECK_THROWS_AS(statement->run(integer(1)), ochre::SchemaMismatch);
}
