// Queries that travel as JSON: they come back the same, and hostile ones are refused.
#include <catch2/catch.hpp>

#include <limits>

#include "database.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "ochre/query_json.hpp"

using namespace blog;
using ochre::from;
using ochre::query_from_json;
using namespace ochre_test;

namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a query in JSON is the same query") {
  const auto same = [](const auto& query) {
    const auto copy = query_from_json(users, blog::schema, query.to_json());
    CHECK(copy.sql(ochre::Dialect::Sqlite).text == query.sql(ochre::Dialect::Sqlite).text);
    CHECK(copy.sql(ochre::Dialect::Sqlite).bindings == query.sql(ochre::Dialect::Sqlite).bindings);
  };
  same(from(users));
  same(from(users)
           .where(users.age >= 18 && users.role == Role::Author)
           .order_by(users.created_at.desc())
           .limit(20)
           .offset(3));
  same(from(users)
           .where(users.name.contains("a \"b\"\n\\ é😀") || !users.active)
           .where(users.avatar.is_null()));
  same(from(users).where(users.id.in({1, INT64_MIN, INT64_MAX})).where(users.name.not_in({"x", ""})));
  same(from(users).where(users.score.between(-0.5, 1e300)).order_by(users.age.desc().nulls_first()));
  same(from(users).where(
      users.posts.any(posts.author().name == "x" && posts.tags.none(tags.name.like("c%")))));
  same(from(users).where(users.posts.count() > 3).distinct());
  same(from(users).where(users.id.in(from(posts).where(posts.published).select(posts.author_id))));
  same(from(users).where(
      from(posts).where(posts.author_id == users.id && posts.id == ochre::Uuid{}).exists()));
  same(from(users).join(users.posts).group_by(users.id).having(ochre::count(posts.id) > 1));
  const auto others = ochre::alias(users, 2);
  same(from(users).join(others, others.id == users.id + 1).where(ochre::lower(others.name) == "x"));
  same(from(users).where(ochre::coalesce(users.age, 0) % 2 == 1 && ochre::year(users.created_at) == 2000));
  same(from(users).where(ochre::case_when(users.active, 1).otherwise(2) == 1 && -users.id < 0));
}

TEST_CASE("what comes in as JSON is checked against the schema") {
  ochre::Database db = empty_blog();
  const std::string good = from(users).where(users.age >= 18 && users.name == "x").limit(5).to_json();
  CHECK(db.all(query_from_json(users, blog::schema, good)).empty());
  const auto refused = [&](const std::string& json) {
    CHECK_THROWS_AS(query_from_json(users, blog::schema, json), ochre::ValidationFailed);
  };
  refused(replaced(good, "\"age\"", "\"wage\""));
  refused(replaced(good, "\"age\"", "\"age) OR (1=1\""));
  refused(replaced(good, "\"users\"", "\"sqlite_schema\""));
  refused(replaced(good, "\"users\"", "\"posts\""));
  refused(replaced(good, "\"is\":18", "\"is\":\"18\""));
  refused(replaced(good, "\"is\":18", "\"is\":1e3"));
  refused(replaced(good, "\"is\":18", "\"is\":3000000000"));
  refused(replaced(good, "\"is\":18", "\"is\":[18]"));
  refused(replaced(good, "\"is\":5", "\"is\":-5"));
  refused(replaced(good, "\">=\"", "\"like\""));
  refused(replaced(good, "\">=\"", "\"raw\""));
  refused(replaced(good, "\">=\"", "\"; DROP TABLE users\""));
  refused(replaced(good, "\"and\"", "\"+\""));
  refused(replaced(good, "\"where\"", "\"set\""));
  refused(replaced(good, "\"where\"", "\"select\""));
  refused(replaced(good, "\"kind\":\"int32\"", "\"kind\":\"text\""));
  refused(from(posts).to_json());
  refused(replaced(good, "\"of\":\"users\",\"column\":\"age\"", "\"of\":\"posts\",\"column\":\"age\""));
  refused(R"([{"op":"from","args":[{"op":"table","of":"users"}]},{"op":"where","args":[)"
          R"({"op":"raw","first":0,"args":[{"op":"text","is":"1 = 1"}]}]}])");
  refused(from(users).where(users.role == Role::Admin).to_json().replace(0, 1, "{"));
  for (const char* text : {"", "[]", "{}", "null", "[1]", "[{}]", "[{\"op\":1}]", "[{\"op\":\"from\"}]", "[[",
                           "\"", "[\"\\u12\"]"})
    refused(text);
  refused(replaced(good, "\"x\"", "\"\xc3\""));
  for (std::size_t size = 0; size < good.size(); ++size) refused(good.substr(0, size));
}

TEST_CASE("deep and large documents are refused promptly") {
  const auto refused = [](const std::string& json) {
    CHECK_THROWS_AS(query_from_json(users, blog::schema, json), ochre::ValidationFailed);
  };
  refused(std::string(100'000, '['));
  refused("[" + std::string(2'000'000, ' ') + "]");
  std::string deep = R"({"op":"is_null","args":[{"op":"column","of":"users","column":"age"}]})";
  auto condition = users.age.is_null();
  for (int i = 0; i < 200; ++i) {
    deep = R"({"op":"not","args":[)" + deep + "]}";
    condition = !condition;
  }
  refused(R"([{"op":"from","args":[{"op":"table","of":"users"}]},{"op":"where","args":[)" + deep + "]}]");
  CHECK_THROWS_AS(from(users).where(condition).to_json(), ochre::Unsupported);
}

TEST_CASE("every clause that leaves whole rows travels") {
  ochre::Database db = empty_blog();
  for (const char* name : {"a", "b", "c"}) db.insert(NewUser{.email = name, .name = name});
  const auto same = [&](const auto& query, std::size_t rows) {
    const auto copy = query_from_json(users, blog::schema, query.to_json());
    CHECK(copy.to_json() == query.to_json());
    for (const auto dialect : {ochre::Dialect::Sqlite, ochre::Dialect::Postgres}) {
      CHECK(copy.sql(dialect).text == query.sql(dialect).text);
      CHECK(copy.sql(dialect).bindings == query.sql(dialect).bindings);
    }
    CHECK(db.all(copy).size() == rows);
  };
  const auto named = [](const char* name) { return from(users).where(users.name == name); };
  same(from(users).for_update(), 3);
  same(named("a").union_with(named("b")), 2);
  same(named("a").union_all(named("a").order_by(users.id).limit(1)).limit(5), 2);
  same(from(users).except(named("b")).intersect(named("a")), 1);
  same(from(users).union_with(named("b").union_all(named("c"))), 3);
  same(from(users).left_join(users.posts).where(posts.id.is_null()), 3);
  const auto others = ochre::alias(users, 1);
  same(from(users).left_join(others, others.id == users.id), 3);
  same(from(users).where(
           users.id.in(from(posts).select(posts.author_id).union_with(named("c").select(users.id)))),
       1);
  same(from(users).where(users.score == -0.0), db.count(from(users).where(users.score == 0.0)));
}

TEST_CASE("a query that could not be read back is not written, and the sentence says why") {
  const auto refused = [](const auto& query, const std::string& construct) {
    CHECK_THROWS_AS(query.to_json(), ochre::Unsupported);
    CHECK_THROWS_WITH(query.to_json(), Catch::Contains("has no JSON form") && Catch::Contains(construct));
  };
  refused(from(users).where(ochre::raw<bool>("1 = 1")), "raw");
  const auto older = ochre::named("older", from(users).where(users.age > 30).select(users.id));
  refused(from(users).join(older, older.column() == users.id), "no query is named 'older'");
  refused(from(users).where(users.score == std::numeric_limits<double>::quiet_NaN()), "a value");
  refused(from(users).where(users.name == "caf\xe9"), "UTF-8");
  refused(from(users).where(posts.published), "not a part of it");
  refused(from(users).union_with(from(users)).order_by(users.id + 1), "is ordered by");
}

TEST_CASE("a condition is not evaded by a union that came in before it") {
  ochre::Database db = empty_blog();
  db.insert(NewUser{.email = "a", .name = "a"});
  const auto came = query_from_json(users, blog::schema, from(users).union_all(from(users)).to_json());
  CHECK(db.all(came).size() == 2);
  CHECK_THROWS_AS(db.all(came.where(users.name == "b")), ochre::Unsupported);
  CHECK_THROWS_AS(db.count(came.where(users.name == "b")), ochre::Unsupported);
  CHECK_THROWS_AS(db.erase(came.where(users.name == "b")), ochre::Unsupported);
  CHECK_THROWS_AS(db.all(came.distinct()), ochre::Unsupported);
  CHECK_THROWS_AS(db.all(came.select(users.id)), ochre::Unsupported);
  CHECK_THROWS_AS(came.where(users.name == "b").to_json(), ochre::Unsupported);
}

TEST_CASE("hostile unions are refused") {
  const std::string good = from(users).union_with(from(users).where(users.age > 1)).to_json();
  const std::string member = R"("op":"query","clauses":[{"op":"from","args":[{"op":"table","of":"users"}]})";
  const auto refused = [](const std::string& json) {
    CHECK_THROWS_AS(query_from_json(users, blog::schema, json), ochre::ValidationFailed);
  };
  CHECK_NOTHROW(query_from_json(users, blog::schema, good));
  refused(replaced(good, member,
                   R"("op":"query","clauses":[{"op":"from","args":[{"op":"table","of":"posts"}]})"));
  refused(replaced(good, member, R"("op":"query","clauses":[)"));
  refused(replaced(good, member,
                   member + R"(,{"op":"select","args":[{"op":"column","of":"users","column":"id"}]})"));
  refused(replaced(good, R"("union","args":[)", R"("union","args":[{"op":"null"},)"));
  const std::string nested =
      from(users)
          .where(
              users.id.in(from(posts).select(posts.author_id).union_all(from(posts).select(posts.author_id))))
          .to_json();
  CHECK_NOTHROW(query_from_json(users, blog::schema, nested));
  const auto last = nested.rfind("\"author_id\"");
  refused(std::string(nested).replace(last, 11, "\"title\""));
}
