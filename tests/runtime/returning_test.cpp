// Rows that come back from writes as the database has them: keys, defaults, computed columns, order.
#include <catch2/catch.hpp>
#include <span>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

std::vector<NewUser> new_users(std::size_t count) {
  std::vector<NewUser> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    rows.push_back({.email = number, .name = "n" + number});
    if (i % 3 == 0) rows.back().age = 20;
  }
  return rows;
}

void check_in_order(const ochre::Database& db, const std::vector<NewUser>& given,
                    const std::vector<User>& inserted) {
  REQUIRE(inserted.size() == given.size());
  for (std::size_t i = 0; i < given.size(); ++i) {
    CHECK(inserted[i].email == given[i].email.value());
    CHECK(db.find(users, inserted[i].id) == inserted[i]);
  }
}

}  // namespace

TEST_CASE("many rows come back with their keys, in the order they were given in") {
  for (const std::size_t count : {0U, 1U, 2U, 15U, 16U, 129U, 1000U}) {
    ochre::Database db = empty_blog();
    add_user(db, "before");
    const std::vector<NewUser> given = new_users(count);
    check_in_order(db, given, db.insert_returning(users, std::span(given)));
    CHECK(db.counters().statements <= 2 + 3 * static_cast<std::int64_t>(count));
  }
}

TEST_CASE("a thousand rows take few statements") {
  ochre::Database db = empty_blog();
  const std::vector<NewUser> given = new_users(1000);
  const std::int64_t before = db.counters().statements;
  CHECK(db.insert_returning(users, std::span(given)).back().id == 1000);
  CHECK(db.counters().statements - before < 30);
}

TEST_CASE("given keys and those the database makes may be mixed") {
  ochre::Database db = empty_blog();
  std::vector<NewUser> given = new_users(40);
  for (std::size_t i = 0; i < given.size(); i += 7) given[i].id = static_cast<std::int64_t>(1000 - 10 * i);
  const std::vector<User> inserted = db.insert_returning(users, std::span(given));
  check_in_order(db, given, inserted);
  CHECK(inserted[7].id == 930);
}

TEST_CASE("computed columns and defaults come back with many rows, too") {
  ochre::Database db = empty_blog();
  const User ann = add_user(db, "Ann");
  std::vector<NewPost> given;
  for (int i = 0; i < 150; ++i) {
    given.push_back({.author_id = ann.id,
                     .title = std::to_string(i),
                     .body = std::string(static_cast<std::size_t>(i), 'x')});
  }
  const std::vector<Post> inserted = db.insert_returning(posts, std::span(given));
  REQUIRE(inserted.size() == given.size());
  for (std::size_t i = 0; i < given.size(); ++i) {
    CHECK(inserted[i].title == std::to_string(i));
    CHECK(inserted[i].words == static_cast<std::int32_t>(i / 5));
    CHECK(inserted[i].revision == 1);
    CHECK(db.find(posts, inserted[i].id) == inserted[i]);
  }
}

TEST_CASE("a trigger that takes keys in between is noticed") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url());
  db.create_missing();
  file.execute(
      "create trigger twin after insert on users when new.name != 'twin' begin insert into users (email, "
      "name, created_at, updated_at) values (new.email || '-twin', 'twin', 0, 0); end");
  const std::vector<NewUser> given = new_users(20);
  check_in_order(db, given, db.insert_returning(users, std::span(given)));
  CHECK(db.count(users) == 40);
}

TEST_CASE("rows that a trigger keeps out are not said to be in") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url());
  db.create_missing();
  file.execute(
      "create trigger picky before insert on users when new.name = 'n7' begin select raise(ignore); end");
  const std::vector<NewUser> given = new_users(20);
  CHECK_THROWS_WITH(db.insert_returning(users, std::span(given)), Catch::Contains("a trigger kept"));
  CHECK_THROWS_WITH(db.insert(given[7]), Catch::Contains("a trigger kept"));
  CHECK(db.count(users) == 0);
}

TEST_CASE("keys are right where the largest possible one is taken") {
  ochre::Database db = empty_blog();
  NewUser last{.email = "last", .name = "last"};
  last.id = std::numeric_limits<std::int64_t>::max();
  db.insert(last);
  const std::vector<NewUser> given = new_users(20);
  check_in_order(db, given, db.insert_returning(users, std::span(given)));
}

TEST_CASE("a batch with a row that is refused inserts nothing") {
  ochre::Database db = empty_blog();
  std::vector<NewUser> given = new_users(200);
  given[150].email = "3";
  try {
    db.insert_returning(users, std::span(given));
    FAIL("two rows have one address");
  } catch (const ochre::UniqueViolation& violation) {
    CHECK(violation.table() == "users");
    CHECK(violation.columns() == std::vector<std::string>{"email"});
  }
  CHECK(db.count(users) == 0);
}

TEST_CASE("an update brings computed columns up to date in the struct") {
  ochre::Database db = empty_blog();
  const User ann = add_user(db, "Ann");
  Post post = add_post(db, ann, "One");
  const Post before = post;
  post.body = std::string(50, 'x');
  db.update(post);
  CHECK(post.words == 10);
  CHECK(post.revision == 2);
  CHECK(db.find(posts, post.id) == post);

  Post saved = post;
  saved.body = std::string(25, 'x');
  CHECK(db.save(post, saved));
  CHECK(saved.words == 5);
  CHECK(db.find(posts, post.id) == saved);

  Post stale = before;
  stale.body = "";
  CHECK_THROWS_AS(db.update(stale), ochre::Conflict);
  CHECK(stale.words == before.words);

  std::vector<Post> several{saved, add_post(db, ann, "Two")};
  for (Post& each : several) each.body += std::string(100, 'y');
  db.update(posts, std::span(several));
  CHECK(several[0].words == 25);
  for (const Post& each : several) CHECK(db.find(posts, each.id) == each);
}
