#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using Catch::Contains;

namespace {

ochre::Values list_of(const std::vector<ochre::Value>& items) {
  ochre::Values values;
  values.add_list(ochre::Kind::Text, items.data(), items.size());
  return values;
}

ochre::Value text_item(std::string_view text) { return ochre::Value::of_text(ochre::Kind::Text, text); }

}  // namespace

TEST_CASE("a list parameter is rows in the order of the list") {
  const Connection connection = connect_memory();
  CHECK(rows(*connection, 2, "select rowid, value from ochre_list(?1)", integers({30, 10, 20})) ==
        std::vector<Cells>{{"1", "30"}, {"2", "10"}, {"3", "20"}});
  CHECK(rows(*connection, 1, "select value from ochre_list(?1)", integers({})).empty());
}

TEST_CASE("items keep their type and every byte") {
  const Connection connection = connect_memory();
  const std::string with_nul("a\0b", 3);
  const ochre::Values list =
      list_of({text_item(with_nul), text_item(""), ochre::Value::null(ochre::Kind::Text),
               ochre::Value::of_real(ochre::Kind::Float64, 1.5),
               ochre::Value::of_bytes(ochre::Kind::Bytes, {"xy", 2})});
  CHECK(rows(*connection, 2, "select value, typeof(value) from ochre_list(?1)", list) ==
        std::vector<Cells>{
            {with_nul, "text"}, {"", "text"}, {"NULL", "null"}, {"1.5", "real"}, {"x'xy'", "blob"}});
}

TEST_CASE("in and not in use the list, and an index where there is one") {
  const Connection connection = connect_memory();
  connection->execute(
      "create table t (id integer primary key, name text);"
      "insert into t values (1, 'a'), (2, 'b'), (3, 'c'), (4, null)");
  CHECK(rows(*connection, 1, "select name from t where id in ochre_list(?1) order by id",
             integers({3, 1, 3, 9})) == std::vector<Cells>{{"a"}, {"c"}});
  CHECK(rows(*connection, 1, "select id from t where name not in ochre_list(?1)",
             list_of({text_item("b")})) == std::vector<Cells>{{"1"}, {"3"}});
  CHECK(rows(*connection, 1, "select id from t where id in ochre_list(?1)", integers({})).empty());
  CHECK_THAT(connection->explain("select * from t where id in ochre_list(?1)", integers({1})),
             Contains("USING INTEGER PRIMARY KEY"));
}

TEST_CASE("sorted keys lead a join without sorting its result") {
  const Connection connection = connect_memory();
  connection->execute(
      "create table p (id integer primary key, owner integer); create index p_owner on p (owner);"
      "insert into p values (1, 7), (2, 5), (3, 7), (4, 6)");
  const char* sql = "select p.id from ochre_list(?1) as k cross join p on p.owner = k.value";
  CHECK(rows(*connection, 1, sql, integers({5, 7})) == std::vector<Cells>{{"2"}, {"1"}, {"3"}});
  const std::string plan = connection->explain(sql, integers({5, 7}));
  CHECK_THAT(plan, Contains("p_owner"));
  CHECK_THAT(plan, !Contains("TEMP B-TREE"));
}

TEST_CASE("lists join element by element through their positions") {
  const Connection connection = connect_memory();
  ochre::Values values = integers({1, 2});
  values.append(integers({10, 20}));
  const char* sql =
      "select a.value, b.value from ochre_list(?1) as a join ochre_list(?2) as b on b.rowid = a.rowid";
  CHECK(rows(*connection, 2, sql, values) == std::vector<Cells>{{"1", "10"}, {"2", "20"}});
  CHECK(rows(*connection, 1, "select value from ochre_list(?1) where rowid = 3", integers({1, 2})).empty());
  CHECK(rows(*connection, 1, "select value from ochre_list(?1) where rowid = 0", integers({1, 2})).empty());
}

TEST_CASE("several lists and plain values share a statement") {
  const Connection connection = connect_memory();
  ochre::Values values = integers({1});
  values.append(integer(5));
  values.append(integers({2, 3}));
  values.append(integers({4}));
  CHECK(cell(*connection,
             "select (select sum(value) from ochre_list(?1)) + ?2 + (select sum(value) from ochre_list(?3)) +"
             " (select sum(value) from ochre_list(?4))",
             values) == "15");
}

TEST_CASE("nothing but a list parameter is a list") {
  const Connection connection = connect_memory();
  CHECK(rows(*connection, 1, "select value from ochre_list(?1)", integer(140'000'000'000'000)).empty());
  CHECK(rows(*connection, 1, "select value from ochre_list('x')").empty());
  CHECK(rows(*connection, 1, "select value from ochre_list()").empty());
  CHECK(cell(*connection, "select list is null from ochre_list(?1)", integers({1})) == "1");
  connection->execute("create view v as select value from ochre_list(1)");
  CHECK_THROWS_AS(connection->prepare("select * from v"), ochre::Error);
}

TEST_CASE("a list of a hundred thousand") {
  const Connection connection = connect_memory();
  std::vector<std::int64_t> many(100'000);
  for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<std::int64_t>(i);
  CHECK(cell(*connection, "select sum(value) from ochre_list(?1)", integers(many)) == "4999950000");
}
