// The parts of docs/queries.md that write.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sample.hpp"

using namespace blog;
using ochre::from;

TEST_CASE("docs: insert") {
  ochre::Database db = docs::sample();
  // [insert]
  User eve = db.insert(NewUser{.email = "eve@example.com", .name = "Eve"});

  std::vector<NewTag> names = {{.name = "music"}, {.name = "poetry"}, {.name = "science"}};
  db.insert(tags, names);
  // [end]
  CHECK(eve.role == Role::Reader);
  CHECK(db.find(users, eve.id) == eve);
  CHECK(db.count(tags) == 5);
}

TEST_CASE("docs: update and erase") {
  ochre::Database db = docs::sample();
  // [update]
  Post draft = db.one(from(posts).where(posts.title == "Draft"));
  draft.body = "It can follow analysis.";
  db.update(draft);  // by its key

  auto by_grace = from(posts).where(posts.title == "Bugs");
  db.update(by_grace.set(posts.likes, posts.likes + 1).set(posts.editor_id, std::nullopt));
  // [end]
  CHECK(db.one(from(posts).where(posts.title == "Draft")) == draft);
  CHECK(db.one(by_grace).likes == 13);

  // [erase]
  db.erase(draft);
  std::int64_t gone = db.erase(from(posts).where(posts.likes < 5));
  // [end]
  CHECK(gone == 1);
  CHECK(db.count(posts) == 2);
}

TEST_CASE("docs: transactions") {
  ochre::Database db = docs::sample();
  const User bob = db.one(from(users).where(users.name == "Bob"));
  // [transaction]
  std::int64_t id = db.transaction([&](ochre::Transaction& tx) {
    Post hello = tx.insert(NewPost{.author_id = bob.id, .title = "Hello", .body = "First."});
    tx.insert(NewPostTag{.post_id = hello.id, .tag_name = "history"});
    return hello.id;
  });
  // [end]
  CHECK(db.find(posts, id));

  // [rollback]
  try {
    db.transaction([&](ochre::Transaction& tx) {
      tx.erase(from(users));
      throw std::runtime_error("on second thoughts");
    });
  } catch (const std::runtime_error&) {
    // every user is still there
  }
  // [end]
  CHECK(db.count(users) == 3);
}

TEST_CASE("docs: errors") {
  ochre::Database db = docs::sample();
  std::string table;
  std::vector<std::string> columns;
  // [errors]
  try {
    db.insert(NewUser{.email = "ada@example.com", .name = "Another Ada"});
  } catch (const ochre::UniqueViolation& taken) {
    table = taken.table();      // "users"
    columns = taken.columns();  // {"email"}
  }
  // [end]
  CHECK(table == "users");
  CHECK(columns == std::vector<std::string>{"email"});
}
