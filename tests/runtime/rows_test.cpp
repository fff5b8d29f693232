// Rows by key: insert, find, update, erase, and what comes back exactly.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <span>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

TEST_CASE("an inserted row comes back with its key, its defaults and its computed columns") {
  ochre::Database db = empty_blog();
  const User ada = db.insert(NewUser{.email = "ada@example.com", .name = "Ada"});
  CHECK(ada.id == 1);
  CHECK(ada.role == Role::Reader);
  CHECK(ada.active);
  CHECK(ada.created_at.time_since_epoch().count() > 0);
  CHECK(ada.created_at == ada.updated_at);
  CHECK(db.find(users, ada.id) == ada);

  const Post post = db.insert(NewPost{.author_id = ada.id, .title = "One", .body = "0123456789"});
  CHECK(post.words == 2);
  CHECK(post.revision == 1);
  CHECK(post.id != ochre::Uuid{});
  CHECK(db.find(posts, post.id) == post);
}

TEST_CASE("a key of zero is a key, not an automatic one") {
  ochre::Database db = empty_blog();
  CHECK(db.insert(NewUser{.id = 0, .email = "a", .name = "Zero"}).id == 0);
  CHECK(db.insert(NewUser{.email = "b", .name = "One"}).id == 1);
  CHECK(db.find(users, 0)->name == "Zero");
}

TEST_CASE("find takes all parts of a composite key and answers nothing for a key that is not there") {
  ochre::Database db = empty_blog();
  const Post post = add_post(db, add_user(db, "Ada"), "One");
  db.insert(NewTag{.name = "cpp"});
  db.insert(NewPostTag{.post_id = post.id, .tag_name = "cpp"});
  CHECK(db.find(post_tags, post.id, "cpp").has_value());
  CHECK_FALSE(db.find(post_tags, post.id, "sql").has_value());
  CHECK_FALSE(db.find(users, 99).has_value());
}

TEST_CASE("update writes the row, sets @updated and raises @version") {
  ochre::Database db = empty_blog();
  User ada = add_user(db, "Ada");
  const User before = ada;
  ada.name = "Ada L.";
  ada.age = 36;
  db.update(ada);
  CHECK(ada.updated_at >= before.updated_at);
  CHECK(db.find(users, ada.id) == ada);

  Post post = add_post(db, ada, "One");
  Post stale = post;
  post.title = "Two";
  db.update(post);
  CHECK(post.revision == 2);
  CHECK(db.find(posts, post.id)->revision == 2);
  try {
    db.update(stale);
    FAIL("a stale row was written");
  } catch (const ochre::Conflict& conflict) {
    CHECK(conflict.expected() == 1);
    CHECK(conflict.actual() == 2);
  }
  CHECK(stale.revision == 1);
  db.erase(post);
  CHECK_THROWS_AS(db.update(post), ochre::Conflict);
  User nobody = ada;
  nobody.id = 99;
  CHECK_THROWS_AS(db.update(nobody), ochre::NotExactlyOne);
}

TEST_CASE("erase tells whether there was a row, and cascades as the schema says") {
  ochre::Database db = empty_blog();
  const User ada = add_user(db, "Ada");
  const User bob = add_user(db, "Bob");
  Post post = add_post(db, ada, "One");
  Post other = add_post(db, bob, "Two");
  other.editor_id = ada.id;
  db.update(other);
  CHECK(db.erase(ada));
  CHECK_FALSE(db.erase(ada));
  CHECK_FALSE(db.find(posts, post.id).has_value());
  CHECK(db.find(posts, other.id)->editor_id == std::nullopt);
}

TEST_CASE("values come back exactly") {
  ochre::Database db = empty_blog();
  NewUser fields{.email = "x", .name = "y"};

  SECTION("texts") {
    const std::string texts[] = {"", "Zoë 東京 😀", "it's \"quoted\" -- ; \\", std::string(100'000, 'x')};
    int number = 0;
    for (const std::string& text : texts) {
      const User ada = db.insert(NewUser{.email = "e" + std::to_string(number++), .name = "n"});
      const Profile profile = db.insert(NewProfile{.user_id = ada.id, .bio = text});
      CHECK(db.find(profiles, ada.id)->bio == text);
      CHECK(profile.bio == text);
    }
    const User ada = db.insert(NewUser{.email = "last", .name = "n"});
    for (const std::string& no_text : {std::string("a\0b", 3), std::string(1, '\0'), std::string("\xff")}) {
      CHECK_THROWS_AS(db.insert(NewProfile{.user_id = ada.id, .bio = no_text}), ochre::ValidationFailed);
    }
  }
  SECTION("integers") {
    for (const std::int64_t id : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}, std::int64_t{0},
                                  std::numeric_limits<std::int64_t>::max()}) {
      db.insert(NewUser{.id = id, .email = std::to_string(id), .name = "n"});
      CHECK(db.find(users, id)->id == id);
    }
  }
  SECTION("floating-point numbers") {
    const double values[] = {0.0,
                             -0.0,
                             1e308,
                             5e-324,
                             0.1,
                             -std::numeric_limits<double>::infinity(),
                             std::numeric_limits<double>::infinity()};
    int number = 0;
    for (const double value : values) {
      fields.score = value;
      fields.email = std::to_string(number++);
      const User stored = *db.find(users, db.insert(fields).id);
      CHECK(stored.score == value);
    }
    fields.score = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(db.insert(fields), ochre::ValidationFailed);
    CHECK_THROWS_AS(db.insert(users, std::span(&fields, 1)), ochre::ValidationFailed);
    CHECK_THROWS_AS(db.count(from(users).where(users.score == std::numeric_limits<double>::quiet_NaN())),
                    ochre::ValidationFailed);
  }
  SECTION("bytes, absent and empty") {
    fields.avatar = std::vector<std::byte>{};
    CHECK(db.find(users, db.insert(fields).id)->avatar == std::vector<std::byte>{});
    fields.email = "z";
    fields.avatar = std::nullopt;
    CHECK(db.find(users, db.insert(fields).id)->avatar == std::nullopt);
    fields.email = "zz";
    std::vector<std::byte> large(100'000'000);
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<std::byte>(i * 7);
    fields.avatar = large;
    const auto id = db.insert(fields).id;
    CHECK((db.find(users, id)->avatar == large));
  }
  SECTION("times before 1970 and with microseconds") {
    fields.created_at = ochre::Timestamp(ochre::Duration(-1));
    CHECK(db.find(users, db.insert(fields).id)->created_at.time_since_epoch().count() == -1);
  }
}

TEST_CASE("numbers that a member cannot hold are refused, not cut") {
  const TemporaryFile file;
  file.execute(
      "create table users (id integer primary key, email, name, age integer, role, active, score, avatar, "
      "created_at, "
      "updated_at);"
      "insert into users values (1, 'a', 'a', 4294967296 + 20, 'reader', 1, 0.0, null, 0, 0),"
      "(2, 'b', 'b', -2147483648, 'reader', 1, 0.0, null, 0, 0)");
  ochre::Database db = blog::open(file.url());
  CHECK_THROWS_WITH(db.find(users, 1), Catch::Contains("4294967316") && Catch::Contains("int32"));
  CHECK_THROWS_AS(db.all(users), ochre::Corrupt);
  CHECK_THROWS_AS(db.all(from(users).select(users.age)), ochre::Corrupt);
  CHECK(db.find(users, 2)->age == std::numeric_limits<std::int32_t>::min());
  CHECK(db.count(users) == 2);
}

TEST_CASE("what floats can hold") {
  using ochre::Scalar;
  constexpr double largest = std::numeric_limits<float>::max();
  CHECK(Scalar<float>::load(largest) == std::numeric_limits<float>::max());
  CHECK(Scalar<float>::load(0x1.fffffe8p+127) == std::numeric_limits<float>::max());  // rounds down
  CHECK_THROWS_AS(Scalar<float>::load(0x1.ffffffp+127), ochre::Corrupt);
  CHECK_THROWS_AS(Scalar<float>::load(-1e300), ochre::Corrupt);
  CHECK(std::isinf(Scalar<float>::load(std::numeric_limits<double>::infinity())));
  CHECK(std::isnan(Scalar<float>::load(std::numeric_limits<double>::quiet_NaN())));
  CHECK_THROWS_AS(Scalar<std::int16_t>::load(32768), ochre::Corrupt);
  CHECK(Scalar<std::int16_t>::load(-32768) == -32768);
}
