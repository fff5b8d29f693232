// Uses of queries that are odd but allowed, and what becomes of those that are not: the last word counts
// where there can be one only, and a mistake gets its own sentence, not one about the schema.
#include <catch2/catch.hpp>
#include <tuple>

#include "database.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "wiki/models.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

using Names = std::vector<std::string>;

/// Ann, a reader with posts A1 and A2; Bob, an admin with B1; Cid, a reader without.
struct Authors {
  ochre::Database db = empty_blog();
  User ann = add_user(db, "Ann");
  User bob = db.insert(NewUser{.email = "bob@example.com", .name = "Bob", .role = Role::Admin});
  User cid = add_user(db, "Cid");

  Authors() {
    add_post(db, ann, "A1");
    add_post(db, ann, "A2");
    add_post(db, bob, "B1");
  }
  template <class R, class... Outer>
  Names names(const ochre::Query<R, Outer...>& query) const {
    return db.all(query.select(users.name));
  }
};

const auto in_order = from(users).order_by(users.id);

}  // namespace

TEST_CASE_METHOD(Authors, "limits and offsets said twice, orders and groups added") {
  CHECK(names(in_order.limit(1).limit(2)) == Names{"Ann", "Bob"});
  CHECK(names(in_order.limit(2).limit(1)) == Names{"Ann"});
  CHECK(db.count(in_order.limit(1).limit(2)) == 2);
  CHECK(names(in_order.offset(1).offset(2)) == Names{"Cid"});
  CHECK(names(in_order.offset(2)) == Names{"Cid"});
  CHECK(db.count(from(users).offset(2)) == 1);
  CHECK(names(from(users).limit(0)).empty());
  CHECK_FALSE(db.exists(from(users).limit(0)));
  CHECK(db.first(from(users).limit(0)) == std::nullopt);
  CHECK(names(from(users).limit(INT64_MAX).offset(INT64_MAX)).empty());
  CHECK_THROWS_AS(from(users).limit(-1), ochre::ValidationFailed);
  CHECK(names(from(users).order_by(users.role.desc()).order_by(users.name.desc())) ==
        Names{"Bob", "Cid", "Ann"});
  CHECK(db.count(from(users).group_by(users.role).group_by(users.name)) == 3);
  CHECK(names(from(users).order_by(users.name.desc()).distinct().distinct()) == Names{"Cid", "Bob", "Ann"});
}

TEST_CASE_METHOD(Authors, "a single item is read into a struct, too") {
  struct Name {
    std::string text;
  };
  CHECK(db.all(in_order.select(users.name).as<Name>()).back().text == "Cid");
}

TEST_CASE_METHOD(Authors, "enums have their order wherever they come from") {
  const auto last = [&](const auto& key) { return names(from(users).order_by(key, users.id.desc())).back(); };
  CHECK(last(ochre::coalesce(users.role, Role::Reader)) == "Bob");
  CHECK(last(ochre::nullif(users.role, Role::Author)) == "Bob");
  CHECK(last(ochre::case_when(users.id > 0, users.role).otherwise(Role::Author)) == "Bob");
  const auto own = ochre::alias(users, 1);
  CHECK(last(from(own).where(own.id == users.id).select(own.role).value()) == "Bob");

  const auto roles = ochre::named("roles", from(users).select(users.name, users.role));
  CHECK(db.all(from(roles).order_by(roles.column<1>().desc()).select(roles.column<0>())).front() == "Bob");
  const auto rows = ochre::named("whole", from(users));
  CHECK(db.all(from(rows).order_by(rows.column(users.role).desc())).front() == bob);
  const auto again = ochre::named("again", from(roles));
  CHECK(db.all(from(again).order_by(again.column<1>().desc())).front() == std::tuple("Bob", Role::Admin));
}

TEST_CASE_METHOD(Authors, "numbers of named queries are what they were") {
  const auto scores = ochre::named("scores", from(users).select(users.score, users.id));
  const std::string text = from(scores)
                               .select(ochre::sum(scores.column<0>()), ochre::sum(scores.column<1>()))
                               .sql(ochre::Dialect::Postgres)
                               .text;
  CHECK_THAT(text,
             Catch::Contains("CAST(sum(scores.c0) AS double precision), CAST(sum(scores.c1) AS bigint)"));
}

TEST_CASE_METHOD(Authors,
                 "named queries that are missing, misplaced or misnamed have a sentence of their own") {
  const auto early = ochre::named("early", from(users).where(users.name < "C"));
  const auto on = early.column(users.id) == users.id;
  const auto says = [&](const auto& query, const char* sentence) {
    CHECK_THROWS_WITH(db.count(query), Catch::Contains(sentence));
    CHECK_THROWS_AS(db.count(query), ochre::StatementFailed);
  };
  says(from(users).join(early, on), "joined without its definition");
  says(from(users).with(early).where(on), "not a part of it");
  says(from(users).with(early).select(early), "not a part of it");
  says(from(early).join(early, on), "in the query twice");
  CHECK(db.count(from(users).with(early).where(users.id.in(from(early).select(early.column(users.id))))) ==
        2);
  const auto table = ochre::named("users", from(users));
  CHECK_THROWS_AS(db.count(from(table)), ochre::Unsupported);
  CHECK_THROWS_WITH(db.count(from(table)), Catch::Contains("give it another name"));
}

TEST_CASE_METHOD(Authors, "pages of joins do not lose rows in silence") {
  const auto joined = from(users).join(users.posts);
  CHECK_THROWS_AS(db.page(joined), ochre::Unsupported);
  const auto first = db.page(joined.distinct(), {.size = 1});
  CHECK(first.rows == std::vector<User>{ann});
  CHECK(db.page(joined.distinct(), {.size = 5, .after = first.next}).rows == std::vector<User>{bob});
  CHECK(db.page(from(posts).join(posts.author), {.size = 5}).rows.size() == 3);
}

TEST_CASE_METHOD(Authors, "what is too deep for a database is refused, not a crash") {
  auto nested = from(users).select(users.id);
  for (int i = 0; i < 3000; ++i) nested = from(users).where(users.id.in(nested)).select(users.id);
  CHECK_THROWS_AS(db.count(nested), ochre::Unsupported);
  auto condition = users.age.is_null();
  for (int i = 0; i < 100'000; ++i) condition = !condition;
  CHECK_THROWS_AS(db.count(from(users).where(condition)), ochre::Unsupported);
  ochre::Expr<std::int64_t> sum = users.id + 0;
  for (int i = 0; i < 3000; ++i) sum = sum + 1;
  CHECK_THROWS_AS(db.count(from(users).where(sum > 0)), ochre::Unsupported);
  auto many = users.id == 0;
  for (int i = 1; i < 5000; ++i) many = many || users.id == i;
  CHECK(db.count(from(users).where(many)) == 3);
}

TEST_CASE_METHOD(Authors, "graphs of joined rows, aliases and no rows") {
  const auto other = ochre::alias(users, 1);
  const auto graph = db.graph(from(other).order_by(other.id).include(users.posts));
  CHECK(graph.of(graph[0], users.posts).size() == 2);
  CHECK(db.graph(from(users).join(users.posts).select(posts).include(posts.tags)).size() == 3);
  const auto twice = db.graph(from(users).join(users.posts).order_by(users.id).include(users.posts));
  CHECK(twice.of(twice[1], users.posts).size() == 2);
  const auto none = db.graph(in_order.include(users.posts.limit(0)));
  CHECK(none.of(none[0], users.posts).empty());
}
