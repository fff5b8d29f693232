// What the database refuses arrives as a typed exception that names table, columns and constraint.
#include <catch2/catch.hpp>
#include <span>

#include "database.hpp"
#include "ochre/errors.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

using Columns = std::vector<std::string>;

template <class E, class Work>
ochre::ConstraintFailure refused(const Work& work) {
  try {
    work();
  } catch (const E& violation) {
    CHECK_FALSE(violation.message().empty());
    return violation.failure;
  }
  FAIL("nothing was refused");
  return {};
}

}  // namespace

TEST_CASE("unique constraints are named, also over several columns and for the key") {
  ochre::Database db = empty_blog();
  const User ada = add_user(db, "ada");
  auto failure = refused<ochre::UniqueViolation>([&] { add_user(db, "ada"); });
  CHECK(failure.table == "users");
  CHECK(failure.columns == Columns{"email"});
  CHECK(failure.constraint == "users_email_key");

  add_post(db, ada, "One");
  failure = refused<ochre::UniqueViolation>([&] { add_post(db, ada, "One"); });
  CHECK(failure.columns == Columns{"author_id", "title"});
  CHECK(failure.constraint == "posts_author_id_title_key");

  db.insert(NewTag{.name = "x"});
  failure = refused<ochre::UniqueViolation>([&] { db.insert(NewTag{.name = "x"}); });
  CHECK(failure.table == "tags");
  CHECK(failure.columns == Columns{"name"});
}

TEST_CASE("checks are named with the columns they look at") {
  ochre::Database db = empty_blog();
  NewUser fields{.email = "x", .name = "y", .role = Role::Author};
  CHECK_THROWS_AS(db.insert(fields), ochre::ValidationFailed);  // a whole row is judged before it is sent
  fields.role = Role::Reader;
  db.insert(fields);
  const auto failure =
      refused<ochre::CheckViolation>([&] { db.update(from(users).set(users.role, Role::Author)); });
  CHECK(failure.table == "users");
  CHECK_THAT(failure.constraint, Catch::StartsWith("users_adult_author_"));
  CHECK(failure.columns == Columns{"role", "age"});
}

TEST_CASE("a foreign key is found by probing, for inserts, updates and erases") {
  ochre::Database db = empty_blog();
  const User ada = add_user(db, "ada");
  auto failure = refused<ochre::ForeignKeyViolation>(
      [&] { db.insert(NewPost{.author_id = 77, .title = "t", .body = "b"}); });
  CHECK(failure.table == "posts");
  CHECK(failure.columns == Columns{"author_id"});
  CHECK(failure.constraint == "posts_author_id_fkey");

  Post post = add_post(db, ada, "One");
  post.editor_id = 78;
  failure = refused<ochre::ForeignKeyViolation>([&] { db.update(post); });
  CHECK(failure.columns == Columns{"editor_id"});

  const std::vector<NewPostTag> many{{.post_id = post.id, .tag_name = "none"},
                                     {.post_id = post.id, .tag_name = "no"}};
  failure = refused<ochre::ForeignKeyViolation>([&] { db.insert(post_tags, std::span(many)); });
  CHECK(failure.table == "post_tags");
  CHECK(failure.columns.empty());
  CHECK(db.count(post_tags) == 0);
}

TEST_CASE("a refused row leaves nothing behind, and the connection goes on") {
  ochre::Database db = empty_blog();
  std::vector<NewUser> rows;
  for (int i = 0; i < 300; ++i) rows.push_back({.email = std::to_string(i), .name = "n"});
  rows.push_back({.email = "0", .name = "twice"});
  CHECK_THROWS_AS(db.insert(users, std::span(rows)), ochre::UniqueViolation);
  CHECK(db.count(users) == 0);
  rows.pop_back();
  CHECK(db.insert(users, std::span(rows)) == 300);
  CHECK(db.count(users) == 300);
  CHECK(db.find(users, 300)->email == "299");
}
