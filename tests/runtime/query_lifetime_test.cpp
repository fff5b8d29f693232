// Queries that live long, move, and go with the thread that made them.
#include <catch2/catch.hpp>
#include <optional>
#include <thread>
#include <utility>

#include "database.hpp"
#include "ochre/errors.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

using Users = ochre::Query<User>;

Users grown_ups() { return from(users).where(users.age >= 18).order_by(users.id).limit(10); }

std::string text_of(const Users& query) { return query.sql(ochre::Dialect::Sqlite).text; }

/// What a thread keeps for its end.
std::optional<Users>& kept_by_this_thread() {
  thread_local std::optional<Users> kept;
  return kept;
}

}  // namespace

TEST_CASE("a query made by one thread is used and dropped by another") {
  const std::string expected = text_of(grown_ups());
  for (int round = 0; round < 20; ++round) {
    std::vector<Users> made;
    std::thread([&] {
      for (int i = 0; i < 50; ++i) made.push_back(grown_ups());
    }).join();
    std::thread([&, moved = std::move(made)]() mutable {
      for (const Users& query : moved) {
        if (text_of(query) != expected) made.push_back(query);
      }
      moved.clear();
    }).join();
    REQUIRE(made.empty());
  }
}

TEST_CASE("a query may outlive everything else of its thread") {
  std::string text;
  std::thread([&] {
    kept_by_this_thread();  // is made before, and so goes after, what queries leave behind
    for (int i = 0; i < 20; ++i) text = text_of(grown_ups());
    kept_by_this_thread() = grown_ups();
  }).join();
  CHECK(text == text_of(grown_ups()));
}

TEST_CASE("copies of a query grow on their own") {
  const Users all = from(users);
  const Users some = all.where(users.age >= 18);
  Users copy = some;
  copy = copy.limit(3);
  CHECK(text_of(all) != text_of(some));
  CHECK(text_of(some) != text_of(copy));
  const Users& same = copy;
  copy = same;
  CHECK(text_of(copy) == text_of(some.limit(3)));
}

TEST_CASE("a query that was moved from is refused, and can be given another") {
  ochre::Database db = empty_blog();
  add_user(db, "Ann");
  Users query = from(users);
  const Users taken = std::move(query);
  CHECK(db.count(taken) == 1);
  CHECK_THROWS_AS(db.count(query), ochre::StatementFailed);  // NOLINT(bugprone-use-after-move)
  query = taken;
  CHECK(db.count(query) == 1);
  Users other = from(users).where(users.name == "Bob");
  other = std::move(query);
  CHECK(db.count(other) == 1);
  CHECK_THROWS_AS(db.count(query), ochre::StatementFailed);  // NOLINT(bugprone-use-after-move)
}

TEST_CASE("thousands of conditions and long texts are bound as they are") {
  ochre::Database db = empty_blog();
  const User ann = add_user(db, std::string(80, 'n'));
  auto condition = users.name == std::string(80, 'n');
  for (int i = 0; i < 500; ++i) condition = std::move(condition) && users.name != std::string(5'000, 'x');
  CHECK(db.one(from(users).where(condition)).id == ann.id);
  CHECK(db.one(from(users).where(users.name == std::string(80, 'n'))).id == ann.id);
}
