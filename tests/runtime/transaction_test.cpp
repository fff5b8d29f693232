// Transactions, savepoints, hooks; pools used by many threads; opening and creating databases.
#include <unistd.h>
#include <atomic>
#include <span>

#include <catch2/catch.hpp>
#include <stdexcept>
#include <thread>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

TEST_CASE("a transaction commits when its function returns and rolls back when it throws") {
  ochre::Database db = empty_blog();
  const std::int64_t id = db.transaction(
      [&](ochre::Transaction& tx) { return tx.insert(NewUser{.email = "a", .name = "a"}).id; });
  CHECK(db.find(users, id).has_value());
  CHECK_THROWS_AS(db.transaction([&](ochre::Transaction& tx) {
    tx.insert(NewUser{.email = "b", .name = "b"});
    CHECK(tx.count(users) == 2);
    CHECK(db.count(users) == 2);  // the same thread joins
    throw std::runtime_error("stop");
  }),
                  std::runtime_error);
  CHECK(db.count(users) == 1);
}

TEST_CASE("nested transactions are savepoints") {
  ochre::Database db = empty_blog();
  db.transaction([&](ochre::Transaction& tx) {
    tx.insert(NewUser{.email = "a", .name = "a"});
    try {
      tx.transaction([&](ochre::Transaction& inner) {
        inner.insert(NewUser{.email = "b", .name = "b"});
        throw std::runtime_error("inner");
      });
    } catch (const std::runtime_error&) {
    }
    db.transaction([&](ochre::Transaction& inner) { inner.insert(NewUser{.email = "c", .name = "c"}); });
    CHECK(tx.count(users) == 2);
  });
  CHECK(db.all(from(users).order_by(users.id).select(users.email)) == std::vector<std::string>{"a", "c"});
}

TEST_CASE("a refused row inside a transaction can be caught, and the rest commits") {
  ochre::Database db = empty_blog();
  db.transaction([&](ochre::Transaction& tx) {
    tx.insert(NewUser{.email = "a", .name = "a"});
    CHECK_THROWS_AS(tx.insert(NewUser{.email = "a", .name = "b"}), ochre::UniqueViolation);
    std::vector<NewUser> rows{{.email = "x", .name = "x"}, {.email = "a", .name = "again"}};
    CHECK_THROWS_AS(tx.insert(users, std::span(rows)), ochre::UniqueViolation);
    tx.insert(NewUser{.email = "c", .name = "c"});
  });
  CHECK(db.count(users) == 2);
}

TEST_CASE("hooks run after the outermost commit, and not for what was rolled back") {
  ochre::Database db = empty_blog();
  std::string ran;
  db.transaction([&](ochre::Transaction& tx) {
    tx.after_commit([&] { ran += 'a'; });
    try {
      tx.transaction([&](ochre::Transaction& inner) {
        inner.after_commit([&] { ran += 'b'; });
        throw std::runtime_error("inner");
      });
    } catch (const std::runtime_error&) {
    }
    tx.transaction([&](ochre::Transaction& inner) { inner.after_commit([&] { ran += 'c'; }); });
    CHECK(ran.empty());
  });
  CHECK(ran == "ac");
  CHECK_THROWS(db.transaction([&](ochre::Transaction& tx) {
    tx.after_commit([&] { ran += 'd'; });
    throw std::runtime_error("outer");
  }));
  CHECK(ran == "ac");
}

TEST_CASE("a read-only transaction refuses writes and sees one state of the database") {
  ochre::Database db = empty_blog();
  CHECK_THROWS_AS(db.transaction([](ochre::Transaction& tx) { tx.insert(NewTag{.name = "x"}); },
                                 ochre::BeginMode::ReadOnly),
                  ochre::ReadOnly);
  db.insert(NewTag{.name = "x"});
  CHECK(db.count(tags) == 1);

  const TemporaryFile file;
  ochre::Database shared = blog::open(file.url());
  shared.create_missing();
  const auto insert_elsewhere = [&](const char* name) {
    std::thread([&] { shared.insert(NewTag{.name = name}); }).join();
  };
  shared.transaction(
      [&](ochre::Transaction& tx) {
        CHECK(tx.count(tags) == 0);
        insert_elsewhere("a");
        CHECK(tx.count(tags) == 0);
      },
      ochre::BeginMode::ReadOnly);
  CHECK(shared.count(tags) == 1);
}

TEST_CASE("a deferred transaction that read what others changed meanwhile cannot write; a retry can") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url());
  db.create_missing();
  int runs = 0;
  db.retry(
      3,
      [&](ochre::Transaction& tx) {
        const std::int64_t seen = tx.count(tags);
        if (++runs == 1) std::thread([&] { db.insert(NewTag{.name = "meanwhile"}); }).join();
        tx.insert(NewTag{.name = "after " + std::to_string(seen)});
      },
      ochre::BeginMode::Deferred);
  CHECK(runs == 2);
  CHECK(db.all(from(tags).order_by(tags.name).select(tags.name)) ==
        std::vector<std::string>{"after 1", "meanwhile"});
}

TEST_CASE("the stricter modes hold the lock to write from their beginning") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url());
  db.create_missing();
  ochre::Database rival = blog::open(file.url(), {.busy_timeout = {20}});
  for (const auto mode : {ochre::BeginMode::Immediate, ochre::BeginMode::Serializable,
                          ochre::BeginMode::RepeatableRead, ochre::BeginMode::Deferred}) {
    db.transaction(
        [&](ochre::Transaction&) {
          const auto write = [&] { rival.insert(NewTag{.name = "rival"}); };
          if (mode == ochre::BeginMode::Deferred) {
            CHECK_NOTHROW(write());
          } else {
            CHECK_THROWS_AS(write(), ochre::Busy);
          }
        },
        mode);
  }
}

TEST_CASE("opening a database") {
  CHECK_THROWS_AS(blog::open("mysql://x"), ochre::NoDriver);
  CHECK_THROWS_AS(blog::open("postgresql://x"), ochre::NoDriver);
  CHECK_THROWS_AS(blog::open("blog.db"), ochre::BadUrl);
  const TemporaryFile file;
  {
    ochre::Database db = blog::open(file.url());
    db.create_missing();
    db.create_missing();
    add_user(db, "ada");
    const ochre::Database copy = db;
    db = blog::open("sqlite::memory:");
    CHECK(copy.count(users) == 1);
  }
  ochre::Database reader = blog::open(file.url(), {.read_only = true});
  CHECK(reader.count(users) == 1);
  CHECK_THROWS_AS(reader.insert(NewTag{.name = "x"}), ochre::ReadOnly);
}

TEST_CASE("create_missing refuses a table that differs, and changes nothing then") {
  const TemporaryFile file;
  {
    static constexpr std::string_view ddl[] = {"CREATE TABLE tags (name INTEGER) STRICT"};
    ochre::ModelInfo other = ochre::Model<Tag>::info;
    other.ddl[0] = {ddl};
    const ochre::ModelInfo* const models[] = {&other};
    const ochre::SchemaInfo other_schema{"other", models};
    const ochre::Driver* const drivers[] = {&ochre::sqlite::driver()};
    ochre::Database::open(file.url(), drivers, other_schema).create_missing();
  }
  ochre::Database db = blog::open(file.url());
  CHECK_THROWS_AS(db.create_missing(), ochre::SchemaMismatch);
  CHECK_THROWS_AS(db.count(users), ochre::SchemaMismatch);
}

TEST_CASE("many threads read and write one file") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url(), {.connections = 4});
  db.create_missing();
  constexpr int threads = 8;
  constexpr int rounds = 50;
  std::atomic<int> read{0};
  std::vector<std::thread> workers;
  for (int thread = 0; thread < threads; ++thread) {
    workers.emplace_back([&, thread] {
      for (int round = 0; round < rounds; ++round) {
        const std::string email = std::to_string(thread) + "-" + std::to_string(round);
        if (round % 2 == 0) {
          db.insert(NewUser{.email = email, .name = "single"});
        } else {
          db.transaction([&](ochre::Transaction& tx) {
            const std::int64_t before = tx.count(users);
            tx.insert(NewUser{.email = email, .name = "transaction"});
            if (tx.count(users) != before + 1) throw std::logic_error("another writer came between");
          });
        }
        read += db.exists(from(users).where(users.email == email)) ? 1 : 0;
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  CHECK(read == threads * rounds);
  CHECK(db.count(users) == threads * rounds);
}
