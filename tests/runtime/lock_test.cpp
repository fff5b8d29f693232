// Reading that ends early, or badly, leaves no statement behind that would hold a lock.
#include <catch2/catch.hpp>
#include <stdexcept>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

/// A file with a rollback journal, where a statement that was not reset keeps every writer out.
struct Rows {
  TemporaryFile file;
  ochre::Database db = blog::open(file.url() + "?journal=delete");

  Rows() {
    db.create_missing();
    const User ann = add_user(db, "Ann");
    for (int i = 0; i < 20; ++i) add_post(db, ann, std::to_string(i));
  }
  void check_unlocked() const {
    const auto other = ochre::sqlite::driver().connect(file.url() + "?journal=delete&busy_timeout=0", {});
    CHECK_NOTHROW(other->execute("begin exclusive; commit"));
  }
};

}  // namespace

TEST_CASE_METHOD(Rows, "a visit that stops or throws leaves no lock") {
  db.each(from(posts), [](const Post&) { return false; });
  check_unlocked();
  CHECK_THROWS_AS(db.each(from(posts), [](const Post&) -> void { throw std::runtime_error("enough"); }),
                  std::runtime_error);
  check_unlocked();
  CHECK_THROWS_AS(db.each(from(posts),
                          [&](const Post&) {
                            db.each(from(users),
                                    [](const User&) -> void { throw std::runtime_error("inner"); });
                          }),
                  std::runtime_error);
  check_unlocked();
}

TEST_CASE_METHOD(Rows, "what reads only a part of its rows leaves no lock") {
  CHECK(db.first(from(posts)).has_value());
  check_unlocked();
  CHECK_THROWS_AS(db.one(from(posts)), ochre::NotExactlyOne);
  check_unlocked();
  CHECK(db.exists(from(posts)));
  check_unlocked();
  const auto page = db.page(from(posts), {.size = 3, .after = ""});
  check_unlocked();
  const auto graph = db.graph(from(users).include(users.posts));
  check_unlocked();
  CHECK_THROWS_AS(db.graph(from(users).include(users.posts), {.rows = 5}), ochre::BudgetExceeded);
  check_unlocked();
}

TEST_CASE_METHOD(Rows, "a failure in the middle of a transaction leaves no lock") {
  CHECK_THROWS_AS(db.transaction([&](ochre::Transaction& tx) {
    tx.each(from(posts), [&](const Post& post) {
      tx.erase(post);
      throw std::runtime_error("stop");
    });
  }),
                  std::runtime_error);
  check_unlocked();
  CHECK_THROWS_AS(db.insert(NewUser{.email = "Ann@example.com", .name = "again"}), ochre::UniqueViolation);
  check_unlocked();
  CHECK(db.count(posts) == 20);
}
