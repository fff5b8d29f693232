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

TEST_CASE("docs: insert many, and with what belongs to them") {
  ochre::Database db = docs::sample();
  const std::vector<NewUser> people = {{.email = "eve@example.com", .name = "Eve"},
                                       {.email = "dan@example.com", .name = "Dan"}};
  // [insert_returning]
  std::vector<User> inserted = db.insert_returning(users, people);  // in the order of people
  // [end]
  REQUIRE(inserted.size() == 2);
  CHECK(db.find(users, inserted[1].id)->name == "Dan");

  // [nested]
  auto titled = [](const char* title) {
    return [title](const User& author) {
      return NewPost{.author_id = author.id, .title = title, .body = "by " + author.name};
    };
  };
  User kay = db.insert(NewUser{.email = "kay@example.com", .name = "Kay"},
                       related(users.posts, titled("First"), related(posts.tags, NewTag{.name = "music"})),
                       related(users.posts, titled("Second")));
  // [end]
  CHECK(db.count(from(posts).where(posts.author_id == kay.id)) == 2);
  CHECK(db.one(from(posts).where(posts.tags.any(tags.name == "music"))).body == "by Kay");

  // [nested_first]
  Post debut = db.insert(NewPost{.author_id = 0, .title = "Debut", .body = "…"},  // the key is filled in
                         related(posts.author, NewUser{.email = "lee@example.com", .name = "Lee"}));
  // [end]
  CHECK(db.find(users, debut.author_id)->name == "Lee");
}

TEST_CASE("docs: rules") {
  ochre::Database db = docs::sample();
  std::string what;
  // [invalid]
  try {
    db.insert(users, std::vector<NewUser>{{.email = "eve@example.com", .name = "Eve"},
                                          {.email = "nobody", .name = "Dan", .age = 7}});
  } catch (const ochre::ValidationFailed& failure) {
    what = failure.what();  // A batch of User is not valid: [1].email …, [1].age …
  }
  // [end]
  CHECK(what.starts_with("A batch of User is not valid:\n[1].email: "));
  CHECK(what.find("\n[1].age: ") != std::string::npos);
  CHECK(db.count(users) == 3);
  CHECK_THROWS_WITH(db.insert(NewUser{.email = "nobody", .name = "Dan"}),
                    Catch::StartsWith("User is not valid:\nemail: "));
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
  CHECK(db.one(from(posts).where(posts.title == "Draft")).body == draft.body);
  CHECK(db.one(by_grace).likes == 13);

  // [erase]
  db.erase(draft);
  std::int64_t gone = db.erase(from(posts).where(posts.likes < 5));
  // [end]
  CHECK(gone == 1);
  CHECK(db.count(posts) == 2);
}

TEST_CASE("docs: insert or change") {
  ochre::Database db = docs::sample();
  // [upsert]
  auto same_email = ochre::on_conflict(users.email).update(users.name);
  std::optional<User> ada =
      db.upsert(users, NewUser{.email = "ada@example.com", .name = "Ada L."}, same_email);
  auto [tag, is_new] = db.get_or_insert(NewTag{.name = "history"}, tags.name);
  // [end]
  CHECK(ada->name == "Ada L.");
  CHECK(ada->age == 36);
  CHECK(tag.name == "history");
  CHECK_FALSE(is_new);
}

TEST_CASE("docs: only what changed") {
  ochre::Database db = docs::sample();
  const User before = db.one(from(users).where(users.name == "Bob"));
  User after = before;
  after.name = "Robert";
  // [save]
  bool changed = db.save(before, after);  // writes the name, and updated_at
  // [end]
  CHECK(changed);
  CHECK(db.find(users, before.id) == after);
}

TEST_CASE("docs: versions") {
  ochre::Database db = docs::sample();
  Post mine = db.one(from(posts).where(posts.title == "Notes"));
  Post yours = mine;
  db.update(yours);
  std::int64_t found = 0;
  // [conflict]
  try {
    db.update(mine);  // somebody else was faster
  } catch (const ochre::Conflict& conflict) {
    found = conflict.actual();  // the revision in the database
  }
  // [end]
  CHECK(found == yours.revision);
}

TEST_CASE("docs: links") {
  ochre::Database db = docs::sample();
  const Post draft = db.one(from(posts).where(posts.title == "Draft"));
  const Tag history = db.find(tags, "history").value();
  const std::vector<Tag> all_tags = db.all(tags);
  // [links]
  db.link(draft, posts.tags, history);
  db.replace_links(draft, posts.tags, all_tags);  // exactly these
  db.unlink(draft, posts.tags, history);
  // [end]
  CHECK(db.one(from(tags).where(tags.posts.any(posts.id == draft.id))).name == "machines");
}

TEST_CASE("docs: transactions") {
  ochre::Database db = docs::sample();
  const User bob = db.one(from(users).where(users.name == "Bob"));
  // [transaction]
  ochre::Uuid id = db.transaction([&](ochre::Transaction& tx) {
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
