// The pool: how many connections there are, how long they live, who waits for one.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <latch>
#include <thread>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

void rest(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

/// Lets `count` threads hold a connection each at the same time.
void use_together(ochre::Database& db, int count) {
  std::latch all_have_one(count);
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&] {
      db.transaction([&](ochre::Transaction&) { all_have_one.arrive_and_wait(); },
                     ochre::BeginMode::ReadOnly);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

TEST_CASE("a pool begins with the connections it is told to, and opens more when they are needed") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url(), {.connections = 5, .least_connections = 3});
  CHECK(db.counters().connections_open == 3);
  CHECK(db.counters().connections_busy == 0);
  use_together(db, 3);
  CHECK(db.counters().connections_open == 3);
  use_together(db, 5);
  CHECK(db.counters().connections_open == 5);
  db.transaction([&](ochre::Transaction&) { CHECK(db.counters().connections_busy == 1); });

  CHECK(blog::open(file.url()).counters().connections_open == 1);
  CHECK(blog::open(file.url(), {.connections = 2, .least_connections = 9}).counters().connections_open == 2);
  CHECK(blog::open("sqlite::memory:", {.least_connections = 4}).counters().connections_open == 1);
}

TEST_CASE("idle connections are closed down to the least there should be") {
  const TemporaryFile file;
  ochre::Database db =
      blog::open(file.url(), {.connections = 4, .least_connections = 2, .idle_timeout = {40}});
  db.create_missing();
  use_together(db, 4);
  CHECK(db.counters().connections_open == 4);
  rest(100);
  CHECK(db.count(users) == 0);
  CHECK(db.counters().connections_open == 2);
  rest(100);
  CHECK(db.count(users) == 0);
  CHECK(db.counters().connections_open == 2);
  CHECK(db.counters().connections_closed == 2);
}

TEST_CASE("connections idle out and grow old; what they counted is kept") {
  const TemporaryFile file;
  for (const bool idle : {true, false}) {
    ochre::Options options{.least_connections = 0};
    (idle ? options.idle_timeout : options.lifetime).count = 20;
    ochre::Database db = blog::open(file.url(), options);
    db.create_missing();
    CHECK(db.count(users) == 0);
    const ochre::Counters before = db.counters();
    rest(60);
    CHECK(db.count(users) == 0);
    CHECK(db.counters().connections_opened == before.connections_opened + 1);
    CHECK(db.counters().connections_closed == before.connections_closed + 1);
    CHECK(db.counters().statements == 2);
  }
}

TEST_CASE("a database in memory lives as long as its handle, whatever the limits") {
  ochre::Database db = blog::open(
      "sqlite::memory:", {.least_connections = 0, .idle_timeout = {1}, .lifetime = {1}, .check_after = {1}});
  db.create_missing();
  rest(10);
  db.insert(NewTag{.name = "a"});
  rest(10);
  CHECK(db.count(tags) == 1);
  CHECK(db.counters().connections_opened == 1);
}

TEST_CASE("a connection that rested is checked before it is used") {
  const TemporaryFile file;
  const TemporaryFile elsewhere;
  ochre::Database db = blog::open(file.url(), {.check_after = {20}});
  db.create_missing();
  db.insert(NewTag{.name = "old"});
  CHECK(db.count(tags) == 1);
  // Somebody puts another file in its place, as a restored backup is.
  std::filesystem::rename(file.path(), elsewhere.path());
  for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(file.path() + suffix);
  {
    ochre::Database other = blog::open(file.url());
    other.create_missing();
  }
  rest(60);
  CHECK(db.count(tags) == 0);
  CHECK(db.counters().connections_closed == 1);
}

TEST_CASE("a pool of one connection serves its holder and makes others wait") {
  ochre::Database db = blog::open("sqlite::memory:", {.acquire_timeout = {50}});
  db.create_missing();
  db.transaction([&](ochre::Transaction&) {
    std::thread([&] { CHECK_THROWS_AS(db.count(users), ochre::Timeout); }).join();
    CHECK(db.count(users) == 0);
  });
  CHECK(db.counters().waits == 1);
  std::thread([&] { CHECK(db.count(users) == 0); }).join();
}

TEST_CASE("a thread that waits gets the connection that is given back") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url(), {.connections = 1});
  db.create_missing();
  std::latch held(1);
  std::thread holder([&] {
    db.transaction([&](ochre::Transaction&) {
      held.count_down();
      while (db.counters().waits == 0) rest(1);
    });
  });
  held.wait();
  CHECK(db.count(users) == 0);
  CHECK(db.counters().waits == 1);
  holder.join();
}

TEST_CASE("a connection that cannot be opened leaves its place free") {
  const TemporaryFile file;
  const TemporaryFile elsewhere;
  { blog::open(file.url()).create_missing(); }
  ochre::Database db =
      blog::open(file.url() + "?mode=rw", {.acquire_timeout = {50}, .connections = 1, .lifetime = {1}});
  std::filesystem::rename(file.path(), elsewhere.path());
  rest(10);
  for (int i = 0; i < 3; ++i) CHECK_THROWS_AS(db.count(users), ochre::BadUrl);
  std::filesystem::rename(elsewhere.path(), file.path());
  CHECK(db.count(users) == 0);
}
