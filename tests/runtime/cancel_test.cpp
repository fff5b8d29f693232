// Cancelling one transaction from another thread: its statement stops, nobody else's does, and the connection
// serves the next one.
#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <thread>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

void pause(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

/// A file with enough tags that a query of their pairs runs for minutes.
struct Tags {
  TemporaryFile file;
  ochre::Database db;

  explicit Tags(const ochre::Options& options = {}) : db(blog::open(file.url(), options)) {
    db.create_missing();
    std::vector<NewTag> rows;
    for (int i = 0; i < 2000; ++i) rows.push_back({.name = std::to_string(i)});
    db.insert(tags, rows);
  }

  static auto endless() {
    const auto b = ochre::alias(tags, 1);
    const auto c = ochre::alias(tags, 2);
    return from(tags).join(b, b.name != tags.name).join(c, c.name + b.name == tags.name + "x");
  }
};

class Canceller {
 public:
  Canceller(ochre::Cancellation& wish, int milliseconds)
      : thread_([&wish, milliseconds] {
          pause(milliseconds);
          wish.cancel();
        }) {}
  Canceller(const Canceller&) = delete;
  Canceller& operator=(const Canceller&) = delete;
  ~Canceller() { thread_.join(); }

 private:
  std::thread thread_;
};

}  // namespace

TEST_CASE_METHOD(Tags, "one query is cancelled, and the connection serves the next") {
  for (int round = 0; round < 5; ++round) {
    ochre::Cancellation stop;
    const Canceller canceller(stop, 5 * round);
    CHECK_THROWS_AS(
        db.transaction(
            [&](ochre::Transaction& tx) { tx.insert(NewTag{.name = "lost"}), tx.count(endless()); }, stop),
        ochre::Interrupted);
    CHECK(db.count(tags) == 2000);
    CHECK(db.transaction([](ochre::Transaction& tx) { return tx.count(tags); }, ochre::BeginMode::ReadOnly) ==
          2000);
  }
}

TEST_CASE_METHOD(Tags, "what others run goes on") {
  ochre::Cancellation stop;
  std::atomic<bool> done{false};
  std::atomic<int> answers{0};
  std::thread other([&] {
    while (!done) answers += db.count(from(tags).where(tags.name.contains("1"))) > 0 ? 1 : -1000;
  });
  {
    const Canceller canceller(stop, 20);
    CHECK_THROWS_AS(db.transaction([](ochre::Transaction& tx) { return tx.all(endless()); },
                                   {ochre::BeginMode::ReadOnly, {}, &stop}),
                    ochre::Interrupted);
  }
  done = true;
  other.join();
  CHECK(answers > 0);
}

TEST_CASE_METHOD(Tags, "rows that are handed over one by one are cancelled between them") {
  ochre::Cancellation stop;
  int seen = 0;
  const auto visit = [&](const Tag&) {
    if (++seen == 3) stop.cancel();
  };
  CHECK_THROWS_AS(db.transaction([&](ochre::Transaction& tx) { tx.each(tags, visit); }, stop),
                  ochre::Interrupted);
  CHECK(seen >= 3);
  CHECK(db.count(tags) == 2000);
}

TEST_CASE_METHOD(Tags, "a cancelled transaction does not commit, whatever becomes of its errors, nor begin") {
  ochre::Cancellation stop;
  const auto stubborn = [&](ochre::Transaction& tx) {
    tx.insert(NewTag{.name = "lost"});
    stop.cancel();
    CHECK_THROWS_AS(tx.count(tags), ochre::Interrupted);
    CHECK_THROWS_AS(tx.transaction([](ochre::Transaction&) {}), ochre::Interrupted);
  };
  CHECK_THROWS_AS(db.transaction(stubborn, stop), ochre::Interrupted);
  CHECK(db.count(tags) == 2000);
  int runs = 0;
  CHECK_THROWS_AS(db.transaction([&](ochre::Transaction&) { ++runs; }, stop), ochre::Interrupted);
  CHECK_THROWS_AS(db.retry(
                      5, [&](ochre::Transaction&) { ++runs; }, stop),
                  ochre::Interrupted);
  CHECK(runs == 0);
}

TEST_CASE_METHOD(Tags, "a savepoint is cancelled alone, and with the transaction around it") {
  ochre::Cancellation inner;
  ochre::Cancellation outer;
  const auto work = [&](ochre::Transaction& tx) {
    tx.insert(NewTag{.name = "kept"});
    CHECK_THROWS_AS(tx.transaction(
                        [&](ochre::Transaction& nested) {
                          nested.insert(NewTag{.name = "lost"});
                          inner.cancel();
                          nested.count(tags);
                        },
                        inner),
                    ochre::Interrupted);
    CHECK(tx.count(tags) == 2001);
  };
  db.transaction(work, outer);
  CHECK(db.count(tags) == 2001);
  ochre::Cancellation unused;
  CHECK_THROWS_AS(db.transaction(
                      [&](ochre::Transaction& tx) {
                        outer.cancel();
                        tx.transaction([](ochre::Transaction& nested) { nested.count(tags); }, unused);
                      },
                      outer),
                  ochre::Interrupted);
  CHECK(db.count(tags) == 2001);
}

TEST_CASE("waiting is cancelled: for a connection, for the turn to write, for another process's lock") {
  const Tags one({.connections = 1});
  const Tags several({.connections = 3});
  ochre::Database rival = blog::open(several.file.url(), {.connections = 1});
  const auto cancelled = [](ochre::Database db, ochre::Database holder) {
    std::atomic<bool> held{false};
    std::atomic<bool> release{false};
    std::thread owner([&] {
      holder.transaction([&](ochre::Transaction& tx) {
        tx.insert(NewTag{.name = "held"});
        held = true;
        while (!release) pause(1);
      });
    });
    while (!held) pause(1);
    ochre::Cancellation stop;
    const auto start = std::chrono::steady_clock::now();
    {
      const Canceller canceller(stop, 20);
      CHECK_THROWS_AS(db.transaction([](ochre::Transaction& tx) { tx.insert(NewTag{.name = "late"}); }, stop),
                      ochre::Interrupted);
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    release = true;
    owner.join();
    CHECK(db.count(from(tags).where(tags.name == "late")) == 0);
    db.erase(from(tags).where(tags.name == "held"));
  };
  cancelled(one.db, one.db);
  cancelled(several.db, several.db);
  cancelled(several.db, rival);
}

TEST_CASE("many transactions are cancelled at any moment, and each is whole or not there") {
  const Tags many({.connections = 4});
  ochre::Database db = many.db;
  std::atomic<int> committed{0};
  std::atomic<int> cancelled{0};
  const auto worker = [&](int number) {
    for (int i = 0; i < 40; ++i) {
      ochre::Cancellation stop;
      const Canceller canceller(stop, i % 3);
      try {
        db.transaction(
            [&](ochre::Transaction& tx) {
              for (int part = 0; part < 20; ++part) {
                tx.insert(NewTag{.name = std::to_string(number) + "/" + std::to_string(i) + "/" +
                                         std::to_string(part)});
                if (i % 2 == 0) pause(part % 3 == 0 ? 1 : 0);
              }
            },
            stop);
        ++committed;
      } catch (const ochre::Interrupted&) {
        ++cancelled;
      }
    }
  };
  std::vector<std::thread> threads;
  for (int number = 0; number < 4; ++number) threads.emplace_back(worker, number);
  for (std::thread& thread : threads) thread.join();
  CHECK(committed + cancelled == 160);
  CHECK(cancelled > 0);
  CHECK(db.count(tags) == 2000 + 20 * committed);
}
