// The parts of docs/queries.md that select, join, group and load graphs.
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "ochre/query_json.hpp"
#include "sample.hpp"

using namespace blog;
using ochre::from;

TEST_CASE("docs: select") {
  ochre::Database db = docs::sample();
  // [select]
  std::vector<std::string> names = db.all(from(users).order_by(users.name).select(users.name));
  std::vector<std::tuple<std::string, std::int32_t>> pairs =
      db.all(from(posts).order_by(posts.likes.desc()).select(posts.title, posts.likes));
  // [end]
  CHECK(names == std::vector<std::string>{"Ada", "Bob", "Grace"});
  CHECK(pairs.front() == std::tuple("Bugs", 12));

  // [select_as]
  struct Line {
    std::string title;
    std::string author;
  };
  std::vector<Line> lines = db.all(from(posts)
                                       .where(posts.published)
                                       .order_by(posts.title)
                                       .select(posts.title, posts.author().name)
                                       .as<Line>());
  // [end]
  REQUIRE(lines.size() == 3);
  CHECK(lines.front().title == "Bugs");
  CHECK(lines.front().author == "Grace");
}

TEST_CASE("docs: functions") {
  ochre::Database db = docs::sample();
  // [functions]
  auto shouting = from(posts).where(upper(posts.title) == "BUGS" && length(posts.body) < 10);
  auto ages = from(users).order_by(users.id).select(users.name, coalesce(users.age, 0));
  // [end]
  CHECK(db.count(shouting) == 1);
  CHECK(std::get<1>(db.all(ages).back()) == 0);
}

TEST_CASE("docs: joins and groups") {
  ochre::Database db = docs::sample();
  // [joins]
  auto counts = from(users)
                    .join(users.posts)
                    .group_by(users.id)
                    .having(ochre::count() > 1)
                    .select(users.name, ochre::count(), max(posts.likes));
  std::vector<std::tuple<std::string, std::int64_t, std::optional<std::int32_t>>> busy = db.all(counts);

  auto edited = from(posts).left_join(posts.editor).select(posts.title, users.name);  // the name is optional
  // [end]
  REQUIRE(busy.size() == 1);
  CHECK(busy.front() == std::tuple("Ada", 3, 7));
  CHECK(db.count(edited) == 4);
}

TEST_CASE("docs: questions about related rows") {
  ochre::Database db = docs::sample();
  // [related]
  auto readers = from(users).where(users.posts.none());
  auto stars = from(users).where(users.posts.any(posts.likes > 10));
  auto prolific = from(users).where(users.posts.count(posts.published) >= 2);
  auto about_history = from(posts).where(posts.tags.any(tags.name == "history"));
  auto by_ada = from(posts).where(posts.author().name == "Ada");
  // [end]
  CHECK(db.one(readers).name == "Bob");
  CHECK(db.one(stars).name == "Grace");
  CHECK(db.one(prolific).name == "Ada");
  CHECK(db.count(about_history) == 2);
  CHECK(db.count(by_ada) == 3);
}

TEST_CASE("docs: unions") {
  ochre::Database db = docs::sample();
  // [unions]
  auto people = from(users).select(users.name);
  auto words = from(tags).order_by(tags.name).limit(2).select(tags.name);
  auto known =
      people.union_with(words).order_by(users.name.desc()).limit(10);  // also intersect, except, union_all
  // [end]
  CHECK(db.all(known) == std::vector<std::string>{"machines", "history", "Grace", "Bob", "Ada"});
}

TEST_CASE("docs: named queries") {
  ochre::Database db = docs::sample();
  // [named]
  auto grown = ochre::named("grown", from(users).where(users.age >= 18));
  auto theirs = from(posts)
                    .with(grown)
                    .join(grown, grown.column(users.id) == posts.author_id)
                    .select(posts.title, grown.column(users.name));
  std::vector<User> oldest = db.all(from(grown).order_by(grown.column(users.age).desc()).limit(2));
  // [end]
  CHECK(db.count(theirs) == db.count(from(posts).where(posts.author().age >= 18)));
  REQUIRE(!oldest.empty());
  CHECK(oldest.front().age >= oldest.back().age);
}

TEST_CASE("docs: queries as JSON") {
  ochre::Database db = docs::sample();
  const std::int64_t me = db.one(from(users).where(users.name == "Ada")).id;
  // [query_json]
  using Row = std::tuple<std::string, std::int64_t>;
  std::string counted =
      from(users).join(users.posts).group_by(users.id).select(users.name, ochre::count()).to_json();
  std::string grown = from(users).where(users.age >= 18).to_json();

  std::vector<Row> rows = db.all(ochre::query_from_json<Row>(blog::schema, counted));
  auto mine = ochre::query_from_json(users, blog::schema, grown).where(users.id == me);
  // [end]
  CHECK(rows.size() == 2);
  CHECK(db.one(mine).name == "Ada");
}

TEST_CASE("docs: graphs") {
  ochre::Database db = docs::sample();
  std::map<std::string, std::string> seen;
  // [graph]
  auto wanted =
      from(users)
          .order_by(users.name)
          .include(users.posts.where(posts.published).order_by(posts.likes.desc()).limit(5), posts.tags)
          .include(users.profile);
  auto graph = db.graph(wanted);
  for (const User& user : graph) {
    for (const Post& post : graph.of(user, users.posts)) {
      for (const Tag& tag : graph.of(post, posts.tags)) seen[user.name] += post.title + ":" + tag.name + " ";
    }
    const Profile* profile = graph.of(user, users.profile);  // null where there is none
    if (profile) seen[user.name] += profile->bio;
  }
  // [end]
  CHECK(seen.size() == 2);
  CHECK(seen["Grace"] == "Bugs:machines ");
  CHECK(seen["Ada"].find("Notes:history") != std::string::npos);
}

TEST_CASE("docs: one row at a time") {
  ochre::Database db = docs::sample();
  std::int64_t total = 0;
  // [each]
  db.each(from(posts).where(posts.published), [&](const Post& post) { total += post.likes; });
  // [end]
  CHECK(total == 22);
}

TEST_CASE("docs: a query as SQL") {
  ochre::Database db = docs::sample();
  // [sql]
  ochre::SqlText text = from(users).where(users.age >= 18).limit(10).sql(ochre::Dialect::Sqlite);
  // [end]
  CHECK(text.text.find("users") != std::string::npos);
  CHECK(text.bindings.front() == "18");
}
