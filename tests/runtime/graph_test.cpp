// Graphs: related rows loaded level by level.
#include <catch2/catch.hpp>

#include "authors.hpp"
#include "ochre/errors.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

/// Ann: A1 [cpp sql], A2 [cpp]; Bob: B1 [], edited by Ann; Cid: nothing, but a profile.
struct Blog : Authors {
  Blog() {
    db.insert(NewTag{.name = "cpp"});
    db.insert(NewTag{.name = "sql"});
    db.insert(NewPostTag{.post_id = a1.id, .tag_name = "cpp"});
    db.insert(NewPostTag{.post_id = a1.id, .tag_name = "sql"});
    db.insert(NewPostTag{.post_id = a2.id, .tag_name = "cpp"});
    db.insert(NewProfile{.user_id = cid.id, .bio = "quiet"});
    b1.editor_id = ann.id;
    db.update(b1);
  }
};

template <class Range>
std::string titles(const Range& found) {
  std::string out;
  for (const Post& post : found) out += post.title + " ";
  return out;
}

template <class Range>
std::string names(const Range& found) {
  std::string out;
  for (const Tag& tag : found) out += tag.name + " ";
  return out;
}

}  // namespace

TEST_CASE_METHOD(Blog, "to-many relations are spans, many-to-many ones share their rows") {
  const auto graph = db.graph(from(users).order_by(users.id).include(users.posts, posts.tags));
  REQUIRE(graph.size() == 3);
  CHECK(graph[0] == ann);
  CHECK(titles(graph.of(graph[0], users.posts)) == "A1 A2 ");
  CHECK(titles(graph.of(graph[1], users.posts)) == "B1 ");
  CHECK(graph.of(graph[2], users.posts).empty());

  const Post& first = graph.of(graph[0], users.posts)[0];
  const Post& second = graph.of(graph[0], users.posts)[1];
  CHECK(names(graph.of(first, posts.tags)) == "cpp sql ");
  CHECK(names(graph.of(second, posts.tags)) == "cpp ");
  CHECK(&graph.of(first, posts.tags)[0] == &graph.of(second, posts.tags)[0]);
  CHECK(graph.of(graph.of(graph[1], users.posts)[0], posts.tags).empty());
}

TEST_CASE_METHOD(Blog, "the order of the parents does not matter") {
  const auto graph = db.graph(from(users).order_by(users.id.desc()).include(users.posts));
  CHECK(titles(graph.of(graph[2], users.posts)) == "A1 A2 ");
  CHECK(titles(graph.of(graph[1], users.posts)) == "B1 ");
}

TEST_CASE_METHOD(Blog, "conditions, orders and limits hold for each parent") {
  const auto include = [&](const auto& step) {
    const auto graph = db.graph(from(users).order_by(users.id).include(step));
    return titles(graph.of(graph[0], users.posts)) + "| " + titles(graph.of(graph[1], users.posts));
  };
  CHECK(include(users.posts.order_by(posts.title.desc())) == "A2 A1 | B1 ");
  CHECK(include(users.posts.order_by(posts.title.desc()).limit(1)) == "A2 | B1 ");
  CHECK(include(users.posts.limit(1)) == "A1 | B1 ");
  CHECK(include(users.posts.where(posts.title != "A1")) == "A2 | B1 ");
  CHECK(include(users.posts.where(posts.title != "A2").order_by(posts.title).limit(1)) == "A1 | B1 ");
  CHECK(include(users.posts.where(posts.editor().name == "Ann")) == "| B1 ");
  CHECK(include(users.posts.where(posts.tags.any())) == "A1 A2 | ");
  CHECK(include(users.posts.limit(0)) == "| ");

  const auto tagged =
      db.graph(from(posts).order_by(posts.title).include(posts.tags.order_by(tags.name.desc()).limit(1)));
  CHECK(names(tagged.of(tagged[0], posts.tags)) == "sql ");
  CHECK(names(tagged.of(tagged[1], posts.tags)) == "cpp ");
}

TEST_CASE_METHOD(Blog, "to-one relations, both ways") {
  const auto graph =
      db.graph(from(posts).order_by(posts.title).include(posts.author, users.profile).include(posts.editor));
  REQUIRE(graph.of(graph[0], posts.author) != nullptr);
  CHECK(*graph.of(graph[0], posts.author) == ann);
  CHECK(graph.of(graph[0], posts.author) == graph.of(graph[1], posts.author));
  CHECK(graph.of(graph[0], posts.editor) == nullptr);
  CHECK(*graph.of(graph[2], posts.editor) == ann);
  CHECK(graph.of(*graph.of(graph[0], posts.author), users.profile) == nullptr);

  const auto people = db.graph(from(users).order_by(users.id).include(users.profile));
  CHECK(people.of(people[0], users.profile) == nullptr);
  CHECK(people.of(people[2], users.profile)->bio == "quiet");
}

TEST_CASE_METHOD(Blog, "chains that begin alike share their level, whichever has the conditions") {
  const auto graph = db.graph(from(users)
                                  .order_by(users.id)
                                  .include(users.posts.where(posts.title == "A1"))
                                  .include(users.posts, posts.tags)
                                  .include(users.posts, posts.author));
  const auto found = graph.of(graph[0], users.posts);
  CHECK(titles(found) == "A1 ");
  CHECK(names(graph.of(found[0], posts.tags)) == "cpp sql ");
  CHECK(*graph.of(found[0], posts.author) == ann);
  CHECK_THROWS_AS(db.graph(from(users).include(users.posts.limit(1)).include(users.posts.limit(2))),
                  ochre::Error);
}

TEST_CASE_METHOD(Blog, "parents on keys of several parts") {
  const auto graph = db.graph(from(post_tags)
                                  .order_by(post_tags.tag_name, post_tags.post_id)
                                  .include(post_tags.post)
                                  .include(post_tags.tag));
  REQUIRE(graph.size() == 3);
  CHECK(graph.of(graph[0], post_tags.tag)->name == "cpp");
  CHECK(graph.of(graph[2], post_tags.post)->title == "A1");
}

TEST_CASE_METHOD(Blog, "mistakes with graphs are sentences") {
  const auto graph = db.graph(from(users).order_by(users.id).include(users.posts));
  const User copy = graph[0];
  CHECK_THROWS_WITH(graph.of(copy, users.posts), Catch::Contains("not a copy"));
  CHECK_THROWS_WITH(graph.of(graph[0], users.profile), Catch::Contains("did not include User.profile"));
}

TEST_CASE_METHOD(Blog, "a budget bounds rows, depth and edges") {
  const auto query = from(users).include(users.posts, posts.tags);
  CHECK_NOTHROW(db.graph(query, {.rows = 8, .depth = 2, .edges = 6}));
  CHECK_THROWS_AS(db.graph(query, {.rows = 7}), ochre::BudgetExceeded);
  CHECK_THROWS_AS(db.graph(query, {.depth = 1}), ochre::BudgetExceeded);
  CHECK_THROWS_AS(db.graph(query, {.edges = 5}), ochre::BudgetExceeded);
  CHECK(db.count(users) == 3);
}

TEST_CASE("a graph of nothing is empty") {
  ochre::Database db = empty_blog();
  const auto graph = db.graph(from(users).include(users.posts, posts.tags).include(users.profile));
  CHECK(graph.empty());
}

TEST_CASE("a graph of many rows agrees with one query per row") {
  ochre::Database db = empty_blog();
  db.transaction([&](ochre::Transaction& tx) {
    for (int i = 0; i < 50; ++i) {
      const User user = tx.insert(NewUser{.email = std::to_string(i), .name = "n"});
      for (int p = 0; p < i % 7; ++p) {
        tx.insert(NewPost{.author_id = user.id, .title = std::to_string(p * 31 % 7), .body = ""});
      }
    }
  });
  const auto graph = db.graph(from(users).include(users.posts.order_by(posts.title.desc()).limit(3)));
  for (const User& user : graph) {
    const auto expected =
        db.all(from(posts).where(posts.author_id == user.id).order_by(posts.title.desc()).limit(3));
    const auto found = graph.of(user, users.posts);
    CHECK(std::vector<Post>(found.begin(), found.end()) == expected);
  }
}
