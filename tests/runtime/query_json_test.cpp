// Queries that travel as JSON: they come back the same, and hostile ones are refused.
#include <catch2/catch.hpp>

#include "database.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/functions.hpp"
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
  constexpr auto others = ochre::alias(users, 2);
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
  refused(from(users).select(users.name).to_json());
  refused(from(users).where(ochre::raw<bool>("1 = 1")).to_json());
  refused(from(users).where(posts.published).to_json());
  refused(from(users).where(users.role == Role::Admin).to_json().replace(0, 1, "{"));
  for (const char* text : {"", "[]", "{}", "null", "[1]", "[{}]", "[{\"op\":1}]", "[{\"op\":\"from\"}]", "[[",
                           "\"", "[\"\\u12\"]"})
    refused(text);
  for (std::size_t size = 0; size < good.size(); ++size) refused(good.substr(0, size));
}

TEST_CASE("deep and large documents are refused promptly") {
  const auto refused = [](const std::string& json) {
    CHECK_THROWS_AS(query_from_json(users, blog::schema, json), ochre::ValidationFailed);
  };
  refused(std::string(100'000, '['));
  refused("[" + std::string(2'000'000, ' ') + "]");
  auto condition = users.age > 1;
  for (int i = 0; i < 200; ++i) condition = !condition;
  refused(from(users).where(condition).to_json());
}
