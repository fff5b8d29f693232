// Writes beyond single rows: upserts, saves, many rows by key, links, nested inserts, returned rows.
#include <catch2/catch.hpp>
#include <span>

#include "database.hpp"
#include "ochre/errors.hpp"

using namespace blog;
using ochre::from;
using ochre::on_conflict;
using ochre::related;
using namespace ochre_test;

TEST_CASE("upsert inserts, updates, or leaves alone") {
  ochre::Database db = empty_blog();
  const auto put = [&](const std::string& name, const auto& conflict) {
    return db.upsert(users, NewUser{.email = "a@x", .name = name, .score = 2.0}, conflict);
  };
  const User first = *put("Ann", on_conflict(users.email).update(users.name));
  CHECK(first.name == "Ann");
  CHECK(first.id == 1);
  const User second = *put("Anne", on_conflict(users.email).update(users.name));
  CHECK(second.id == first.id);
  CHECK(second.name == "Anne");
  CHECK(second.updated_at >= first.updated_at);
  CHECK(db.find(users, 1) == second);

  CHECK_FALSE(put("Nobody", on_conflict(users.email)).has_value());
  CHECK(db.find(users, 1)->name == "Anne");

  const User counted =
      *put("x", on_conflict(users.email).set(users.score, users.score + ochre::excluded(users.score)));
  CHECK(counted.score == 4.0);
  CHECK(counted.name == "Anne");
  CHECK_FALSE(put("x", on_conflict(users.email).update(users.name).where(users.score > 100)).has_value());
  CHECK(put("Anna", on_conflict(users.email).update(users.name).where(users.score < 100))->name == "Anna");
  CHECK(db.count(users) == 1);

  const Post post = add_post(db, second, "One");
  NewPost again{.author_id = second.id, .title = "One", .body = "new"};
  const Post changed = *db.upsert(posts, again, on_conflict(posts.author_id, posts.title).update(posts.body));
  CHECK(changed.id == post.id);
  CHECK(changed.revision == 2);
  again.title = "Two";
  again.author_id = 99;
  try {
    db.upsert(posts, again, on_conflict(posts.id).update(posts.body));
    FAIL("there is no such author");
  } catch (const ochre::ForeignKeyViolation& violation) {
    CHECK(violation.columns() == std::vector<std::string>{"author_id"});
  }
}

TEST_CASE("get_or_insert finds the row that is there") {
  ochre::Database db = empty_blog();
  const auto [first, is_new] = db.get_or_insert(NewUser{.email = "a@x", .name = "Ann"}, users.email);
  CHECK(is_new);
  const auto [second, is_new_again] = db.get_or_insert(NewUser{.email = "a@x", .name = "Bob"}, users.email);
  CHECK_FALSE(is_new_again);
  CHECK(first == second);
  CHECK(db.count(users) == 1);
}

TEST_CASE("save writes the fields that differ") {
  ochre::Database db = empty_blog();
  const User ann = add_user(db, "Ann");
  const Post before = add_post(db, ann, "One");
  Post after = before;
  CHECK_FALSE(db.save(before, after));
  after.title = "Two";
  db.update(from(posts).set(posts.body, "changed meanwhile").set(posts.revision, posts.revision));
  CHECK(db.save(before, after));
  CHECK(after.revision == 2);
  CHECK(db.find(posts, before.id)->title == "Two");
  CHECK(db.find(posts, before.id)->body == "changed meanwhile");
  Post stale = before;
  stale.title = "Three";
  CHECK_THROWS_AS(db.save(before, stale), ochre::Conflict);

  User renamed = ann;
  renamed.name = "Anne";
  renamed.age = 30;
  CHECK(db.save(ann, renamed));
  CHECK(db.find(users, ann.id) == renamed);
  User other = ann;
  other.id = 77;
  CHECK_THROWS_AS(db.save(ann, other), ochre::Error);
}

TEST_CASE("many rows are updated by key in one statement, or none is") {
  ochre::Database db = empty_blog();
  const User ann = add_user(db, "Ann");
  std::vector<Post> rows;
  for (int i = 0; i < 20; ++i) rows.push_back(add_post(db, ann, std::to_string(i)));
  for (Post& post : rows) {
    post.title += "!";
    post.editor_id = ann.id;
  }
  rows[3].editor_id = std::nullopt;
  db.update(posts, std::span(rows));
  CHECK(rows[0].revision == 2);
  for (const Post& post : rows) {
    const Post stored = *db.find(posts, post.id);
    CHECK(stored.title == post.title);
    CHECK(stored.editor_id == post.editor_id);
    CHECK(stored.revision == 2);
  }
  std::vector<Post> stale = rows;
  stale[7].revision = 1;
  for (Post& post : stale) post.title += "?";
  try {
    db.update(posts, std::span(stale));
    FAIL("a stale row was written");
  } catch (const ochre::Conflict& conflict) {
    CHECK(conflict.expected() == 1);
    CHECK(conflict.actual() == 2);
  }
  CHECK(db.count(from(posts).where(posts.title.ends_with("?"))) == 0);
  CHECK(stale[0].revision == 2);
}

TEST_CASE("updates and inserts return rows") {
  ochre::Database db = empty_blog();
  const std::vector<NewUser> fields{{.email = "a", .name = "a"}, {.email = "b", .name = "b"}};
  const std::vector<User> inserted = db.insert_returning(users, std::span(fields));
  REQUIRE(inserted.size() == 2);
  CHECK(inserted[1].id == 2);
  CHECK(db.find(users, 2) == inserted[1]);
  const std::vector<User> updated =
      db.update_returning(from(users).where(users.email == "a").set(users.score, users.score + 1.5));
  REQUIRE(updated.size() == 1);
  CHECK(updated[0].score == 1.5);
  CHECK(db.update_returning(from(users).where(users.email == "z").set(users.score, 1)).empty());
}

TEST_CASE("many-to-many rows are linked, unlinked and replaced") {
  ochre::Database db = empty_blog();
  const Post post = add_post(db, add_user(db, "Ann"), "One");
  std::vector<Tag> words;
  for (const char* name : {"a", "b", "c"}) words.push_back(db.insert(NewTag{.name = name}));
  const auto linked = [&] {
    std::string out;
    for (const Tag& tag : db.all(from(tags).where(tags.posts.any(posts.id == post.id)).order_by(tags.name)))
      out += tag.name;
    return out;
  };
  CHECK(db.link(post, posts.tags, words[0]) == 1);
  CHECK(db.link(post, posts.tags, words[0]) == 0);
  CHECK(db.link(post, posts.tags, words) == 2);
  CHECK(linked() == "abc");
  CHECK(db.unlink(post, posts.tags, words[1]) == 1);
  CHECK(db.unlink(post, posts.tags, words[1]) == 0);
  CHECK(linked() == "ac");
  CHECK(db.link(words[1], tags.posts, post) == 1);
  db.replace_links(post, posts.tags, std::span(words).first(1));
  CHECK(linked() == "a");
  CHECK_THROWS_AS(db.link(post, posts.tags, Tag{.name = "unknown"}), ochre::ForeignKeyViolation);
  CHECK_THROWS_AS(db.replace_links(post, posts.tags, std::vector<Tag>{{.name = "unknown"}}),
                  ochre::ForeignKeyViolation);
  CHECK(linked() == "a");
}

TEST_CASE("rows that belong to another can be made from it") {
  ochre::Database db = empty_blog();
  const auto titled = [](const char* title) {
    return [title](const User& author) {
      return NewPost{.author_id = author.id, .title = title, .body = "by " + author.name};
    };
  };
  const User ann = db.insert(NewUser{.email = "a", .name = "Ann"},
                             related(users.posts, titled("One"), related(posts.tags, NewTag{.name = "x"})),
                             related(users.posts, titled("Two")));
  CHECK(db.all(from(posts).order_by(posts.title).select(posts.title, posts.body)) ==
        std::vector<std::tuple<std::string, std::string>>{{"One", "by Ann"}, {"Two", "by Ann"}});
  CHECK(db.count(from(posts).where(posts.author_id == ann.id && posts.tags.any(tags.name == "x"))) == 1);
}

TEST_CASE("a row and those that belong to it go in together, or not at all") {
  ochre::Database db = empty_blog();
  const User ann = db.insert(
      NewUser{.email = "a", .name = "Ann"}, related(users.profile, NewProfile{.user_id = 0, .bio = "hello"}),
      related(users.posts, NewPost{.author_id = 0, .title = "One", .body = ""},
              related(posts.tags, NewTag{.name = "x"}), related(posts.tags, NewTag{.name = "y"})),
      related(users.posts, NewPost{.author_id = 0, .title = "Two", .body = ""}));
  CHECK(db.find(profiles, ann.id)->bio == "hello");
  CHECK(db.count(from(posts).where(posts.author_id == ann.id)) == 2);
  CHECK(db.count(from(posts).where(posts.tags.any(tags.name == "y"))) == 1);
  CHECK_THROWS_AS(db.insert(NewUser{.email = "b", .name = "Bob"},
                            related(users.posts, NewPost{.author_id = 0, .title = "", .body = ""})),
                  ochre::ValidationFailed);
  CHECK(db.count(users) == 1);
}
