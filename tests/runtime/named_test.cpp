// Named queries of whole rows: selected from, joined, selected as they are, recursive, and sent as JSON.
#include <catch2/catch.hpp>
#include <tuple>

#include "database.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/named_query.hpp"
#include "ochre/query_json.hpp"
#include "wiki/models.hpp"

using namespace blog;
using ochre::from;
using ochre::query_from_json;
using namespace ochre_test;

namespace {

using Names = std::vector<std::string>;

/// Ann with posts A1, A2; Bob with B1; Cid with none, and 40 years old.
struct Authors {
  ochre::Database db = empty_blog();
  User ann = add_user(db, "Ann");
  User bob = add_user(db, "Bob");
  User cid = db.insert(NewUser{.email = "cid@example.com", .name = "Cid", .age = 40});
  Post a1 = add_post(db, ann, "A1");
  Post a2 = add_post(db, ann, "A2");
  Post b1 = add_post(db, bob, "B1");

  /// What a query gives also after a journey as JSON.
  template <class R, class... Outer>
  auto travelled(const ochre::Query<R, Outer...>& query) const {
    const auto rows = db.all(query);
    const auto copy = query_from_json<R>(blog::schema, query.to_json());
    CHECK(db.all(copy) == rows);
    CHECK(copy.sql(ochre::Dialect::Postgres).text == query.sql(ochre::Dialect::Postgres).text);
    return rows;
  }
};

const auto early = ochre::named("early", from(users).where(users.name < "C"));

}  // namespace

TEST_CASE_METHOD(Authors, "a named query of whole rows is selected from") {
  CHECK(travelled(from(early).order_by(early.column(users.name).desc())) == std::vector<User>{bob, ann});
  CHECK(travelled(from(early).where(early.column(users.name) == "Ann").select(early.column(users.id))) ==
        std::vector<std::int64_t>{ann.id});
  CHECK(db.first(from(early).order_by(early.column(users.id))) == ann);
  CHECK(db.count(from(early)) == 2);
  CHECK(db.exists(from(early).where(early.column(users.role) == Role::Reader)));
  int seen = 0;
  db.each(from(early), [&](const User&) { ++seen; });
  CHECK(seen == 2);
  CHECK(db.count(from(users).where(users.id.in(from(early).select(early.column(users.id))))) == 2);
  CHECK(travelled(from(early).union_all(from(users)).order_by(early.column(users.id).desc())).front() == cid);
  const auto graph = db.graph(from(early).order_by(early.column(users.id)).include(users.posts));
  CHECK(graph.of(graph[0], users.posts).size() == 2);
}

TEST_CASE_METHOD(Authors, "a named query of whole rows is joined") {
  const auto with_posts =
      from(posts).with(early).join(early, early.column(users.id) == posts.author_id).order_by(posts.title);
  CHECK(travelled(with_posts.select(posts.title, early.column(users.name))).back() ==
        std::tuple<std::string, std::string>("B1", "Bob"));
  CHECK(travelled(with_posts.select(posts, early)).front() == std::tuple(a1, ann));
  CHECK(travelled(with_posts.select(early)).back() == bob);

  const auto left = from(users)
                        .with(early)
                        .left_join(early, early.column(users.id) == users.id)
                        .order_by(users.id)
                        .select(users.name, early);
  const auto rows = travelled(left);
  REQUIRE(rows.size() == 3);
  CHECK(std::get<1>(rows[1]) == bob);
  CHECK(std::get<1>(rows[2]) == std::nullopt);
}

TEST_CASE_METHOD(Authors, "whole rows stand among other items of a named query") {
  const auto pairs = ochre::named(
      "pairs", from(users).left_join(users.posts).order_by(users.id).select(users.id, posts, users.age));
  const auto rows = travelled(from(pairs).order_by(pairs.column<0>(), pairs.column<1>(posts.title)));
  REQUIRE(rows.size() == 4);
  CHECK(rows[1] == std::tuple(ann.id, std::optional(a2), std::optional<std::int32_t>()));
  CHECK(std::get<1>(rows[3]) == std::nullopt);
  const std::vector<std::optional<std::string>> titles =
      travelled(from(pairs).where(pairs.column<2>() == 40).select(pairs.column<1>(posts.title)));
  CHECK(titles == std::vector<std::optional<std::string>>{std::nullopt});

  struct Line {
    std::string name;
    Post post;
  };
  const auto lines =
      ochre::named("lines", from(users).join(users.posts).select(users.name, posts).as<Line>());
  CHECK(db.all(from(lines).where(lines.column<1>(posts.title) == "B1")).front().post == b1);
}

TEST_CASE_METHOD(Authors, "a definition is needed once, and one name means one query") {
  CHECK(db.count(from(early).with(early)) == 2);
  CHECK(db.count(from(users).with(early).with(early).join(early, early.column(users.id) == users.id)) == 2);
  const auto other = ochre::named("early", from(users).where(users.name < "B"));
  CHECK_THROWS_AS(db.count(from(early).with(other)), ochre::Unsupported);
  CHECK_THROWS_WITH(db.count(from(early).with(other)), Catch::Contains("named early"));
}

TEST_CASE_METHOD(Authors, "rows of a named query are not changed") {
  CHECK_THROWS_AS(db.erase(from(early)), ochre::StatementFailed);
  CHECK_THROWS_AS(db.update(from(early).set(users.name, "x")), ochre::StatementFailed);
  CHECK_THROWS_AS(db.page(from(early)), ochre::Unsupported);
  CHECK(db.count(users) == 3);
}

TEST_CASE("a recursive query finds whole rows") {
  using wiki::topics;
  ochre::Database db = wiki::open("sqlite::memory:");
  db.create_missing();
  std::int64_t parent = db.insert(wiki::NewTopic{.name = "All"}).id;
  for (const char* name : {"Arts", "Music", "Song"})
    parent = db.insert(wiki::NewTopic{.name = name, .parent_id = parent}).id;
  db.insert(wiki::NewTopic{.name = "Bees"});

  const auto below =
      ochre::recursive("below", from(topics).where(topics.name == "Arts"), [](const auto& so_far) {
        return from(topics).join(so_far, topics.parent_id == so_far.column(topics.id));
      });
  Names names;
  for (const wiki::Topic& topic : db.all(from(below).order_by(below.column(topics.id))))
    names.push_back(topic.name);
  CHECK(names == Names{"Arts", "Music", "Song"});
  const auto copy = query_from_json<wiki::Topic>(wiki::schema, from(below).to_json());
  CHECK(db.all(copy) == db.all(from(below)));
}
