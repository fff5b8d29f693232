// Transactions that may take only so long.
#include <catch2/catch.hpp>
#include <chrono>
#include <latch>
#include <span>
#include <thread>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using ochre::Millis;
using namespace ochre_test;

namespace {

using Clock = std::chrono::steady_clock;

void rest(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

/// Enough tags for a query of many seconds.
void fill(ochre::Database& db) {
  std::vector<NewTag> rows;
  for (int i = 0; i < 2000; ++i) rows.push_back({.name = std::to_string(i)});
  db.insert(tags, std::span(rows));
}

auto endless() {
  const auto b = ochre::alias(tags, 1);
  const auto c = ochre::alias(tags, 2);
  return from(tags).join(b, b.name != tags.name).join(c, c.name + b.name == tags.name + "x");
}

}  // namespace

TEST_CASE("a statement that runs beyond the limit is stopped, and the transaction rolled back") {
  ochre::Database db = empty_blog();
  fill(db);
  const auto began = Clock::now();
  CHECK_THROWS_AS(db.transaction(
                      [&](ochre::Transaction& tx) {
                        tx.insert(NewTag{.name = "gone"});
                        tx.count(endless());
                      },
                      Millis{50}),
                  ochre::Timeout);
  CHECK(Clock::now() - began >= std::chrono::milliseconds(50));
  CHECK(Clock::now() - began < std::chrono::seconds(10));
  CHECK(db.count(tags) == 2000);
  CHECK(db.counters().connections_closed == 0);
  CHECK_NOTHROW(db.transaction([&](ochre::Transaction& tx) { tx.insert(NewTag{.name = "stays"}); }));
}

TEST_CASE("a write that runs beyond the limit leaves nothing of itself") {
  ochre::Database db = empty_blog();
  fill(db);
  const auto b = ochre::alias(tags, 1);
  const auto slow = from(tags).where(from(b).where(b.name + tags.name == b.name + "x").exists());
  CHECK_THROWS_AS(db.transaction(
                      [&](ochre::Transaction& tx) {
                        tx.insert(NewTag{.name = "gone"});
                        for (int i = 0; i < 1000; ++i) tx.erase(slow);
                      },
                      Millis{50}),
                  ochre::Timeout);
  CHECK(db.count(tags) == 2000);
}

TEST_CASE("time spent outside statements counts, whatever the function does about it") {
  ochre::Database db = empty_blog();
  CHECK_THROWS_AS(db.transaction(
                      [&](ochre::Transaction& tx) {
                        tx.insert(NewTag{.name = "a"});
                        rest(40);
                        CHECK_THROWS_AS(tx.count(tags), ochre::Timeout);
                        CHECK_THROWS_AS(tx.insert(NewTag{.name = "b"}), ochre::Timeout);
                      },
                      Millis{20}),
                  ochre::Timeout);
  CHECK_THROWS_AS(db.transaction(
                      [&](ochre::Transaction& tx) {
                        tx.insert(NewTag{.name = "a"});
                        rest(40);
                      },
                      Millis{20}),
                  ochre::Timeout);
  CHECK(db.count(tags) == 0);
}

TEST_CASE("a limit for all transactions, and longer or shorter ones") {
  ochre::Database db = blog::open("sqlite::memory:", {.transaction_timeout = {30}});
  db.create_missing();
  const auto dawdle = [](ochre::Transaction& tx) {
    tx.insert(NewTag{.name = "x"});
    rest(60);
  };
  CHECK_THROWS_AS(db.transaction(dawdle), ochre::Timeout);
  CHECK_NOTHROW(db.transaction(dawdle, Millis{60'000}));
  CHECK(db.count(tags) == 1);
}

TEST_CASE("a savepoint with a limit of its own is undone alone") {
  ochre::Database db = empty_blog();
  db.transaction([&](ochre::Transaction& tx) {
    tx.insert(NewTag{.name = "outer"});
    CHECK_THROWS_AS(tx.transaction(
                        [&](ochre::Transaction& inner) {
                          inner.insert(NewTag{.name = "inner"});
                          rest(40);
                        },
                        Millis{20}),
                    ochre::Timeout);
    CHECK(tx.count(tags) == 1);
    // A longer limit inside does not lift the outer one.
    CHECK_THROWS_AS(db.transaction(
                        [&](ochre::Transaction& middle) {
                          middle.transaction([&](ochre::Transaction&) { rest(40); }, Millis{60'000});
                        },
                        Millis{20}),
                    ochre::Timeout);
    tx.insert(NewTag{.name = "after"});
  });
  CHECK(db.count(tags) == 2);
}

TEST_CASE("waiting for a lock or for the turn to write is a part of the time") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url());
  db.create_missing();
  ochre::Database other = blog::open(file.url());
  const auto write = [&](ochre::Database& by) {
    by.transaction([](ochre::Transaction& tx) { tx.insert(NewTag{.name = "late"}); }, Millis{40});
  };
  for (ochre::Database* rival : {&db, &other}) {  // the turn of one program's threads; the file's lock
    std::latch begun(1);
    std::latch over(1);
    std::thread holder([&] {
      rival->transaction([&](ochre::Transaction&) {
        begun.count_down();
        over.wait();
      });
    });
    begun.wait();
    const auto began = Clock::now();
    CHECK_THROWS_AS(write(db), ochre::Timeout);
    CHECK(Clock::now() - began < std::chrono::seconds(4));
    over.count_down();
    holder.join();
  }
  CHECK_NOTHROW(write(db));
}

TEST_CASE("the hooks of a transaction that made it are not hurried") {
  ochre::Database db = empty_blog();
  std::int64_t seen = -1;
  db.transaction(
      [&](ochre::Transaction& tx) {
        tx.insert(NewTag{.name = "x"});
        tx.after_commit([&] {
          rest(400);
          seen = db.count(tags);
        });
      },
      Millis{300});
  CHECK(seen == 1);
}
