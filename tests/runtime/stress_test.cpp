// Threads, pools and transactions all at once. Run under ThreadSanitizer, this is where races would show.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <span>
#include <stdexcept>
#include <thread>

#include "database.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/registry.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using ochre::Millis;
using namespace ochre_test;

namespace {

constexpr int people = 10;
constexpr double wealth = 100.0 * people;

/// What went through, to be compared with what the database says at the end.
struct Ledger {
  std::atomic<std::int64_t> transfers{0};
  std::atomic<std::int64_t> hooks{0};
  std::atomic<std::int64_t> tags{0};
  std::atomic<std::int64_t> wrong_sums{0};
  std::atomic<std::int64_t> stopped{0};
};

/// One thread's work: random calls, some of which give up in the middle.
class Worker {
 public:
  Worker(ochre::Database db, int number, Ledger& ledger)
      : db_(std::move(db)), number_(number), ledger_(ledger), random_(static_cast<unsigned>(number)) {}

  void run(int rounds) {
    for (int round = 0; round < rounds; ++round) {
      try {
        work(round);
      } catch (const ochre::Busy&) {
        ++ledger_.stopped;
      } catch (const ochre::Timeout&) {
        ++ledger_.stopped;
      } catch (const ochre::Interrupted&) {
        ++ledger_.stopped;
      } catch (const ochre::SerializationFailure&) {
        ++ledger_.stopped;
      }
    }
  }

 private:
  void work(int round) {
    switch (random_() % 8) {
      case 0:
      case 1: return transfer();
      case 2: return add_up();
      case 3: return walk();
      case 4: return insert_many(round);
      case 5: return insert_and_give_up();
      case 6: return hurry();
      default: return use_by_name();
    }
  }

  std::int64_t somebody() { return 1 + static_cast<std::int64_t>(random_() % people); }

  void move(ochre::Session& session, std::int64_t from_id, std::int64_t to_id) {
    session.update(from(users).where(users.id == from_id).set(users.score, users.score - 1));
    session.update(from(users).where(users.id == to_id).set(users.score, users.score + 1));
  }

  void transfer() {
    db_.retry(20, [&](ochre::Transaction& tx) {
      tx.after_commit([&] { ++ledger_.hooks; });
      move(tx, somebody(), somebody());
      try {
        tx.transaction([&](ochre::Transaction& inner) {
          inner.update(from(users).set(users.score, users.score + 1000));
          throw std::runtime_error("undo");
        });
      } catch (const std::runtime_error&) {
      }
    });
    ++ledger_.transfers;
  }

  void add_up() {
    db_.transaction(
        [&](ochre::Transaction& tx) {
          for (int i = 0; i < 3; ++i) {
            if (tx.one(from(users).select(ochre::sum(users.score))) != wealth) ++ledger_.wrong_sums;
          }
        },
        ochre::BeginMode::ReadOnly);
  }

  void walk() {
    double sum = 0;
    db_.each(from(users), [&](const User& user) {
      sum += db_.find(users, user.id).value().score;  // on the same connection, in the same state
    });
    if (sum != wealth) ++ledger_.wrong_sums;
  }

  void insert_many(int round) {
    std::vector<NewTag> rows;
    for (int i = 0; i < 20; ++i) {
      rows.push_back(
          {.name = std::to_string(number_) + "-" + std::to_string(round) + "-" + std::to_string(i)});
    }
    db_.insert(tags, std::span(rows));
    ledger_.tags += 20;
  }

  void insert_and_give_up() {
    try {
      db_.transaction([&](ochre::Transaction& tx) {
        tx.after_commit([&] { ledger_.wrong_sums += 1; });
        tx.insert(NewTag{.name = "gone " + std::to_string(number_)});
        throw std::runtime_error("give up");
      });
    } catch (const std::runtime_error&) {
    }
  }

  void hurry() {
    db_.transaction(
        [&](ochre::Transaction& tx) {
          move(tx, somebody(), somebody());
          tx.count(from(users).where(users.posts.none()));
        },
        Millis{static_cast<std::int64_t>(1 + random_() % 3)});
  }

  void use_by_name() {
    const std::string name = "stress " + std::to_string(number_ % 3);
    ochre::name_database(name, db_);
    static_cast<void>(db_.counters());
    db_.count(tags);
  }

  ochre::Database db_;
  int number_;
  Ledger& ledger_;
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("a savepoint is undone also under a rain of interrupts, or its transaction is") {
  ochre::Database db = empty_blog();
  std::atomic<bool> done{false};
  std::thread disturber([&] {
    while (!done) db.interrupt();
  });
  std::int64_t committed = 0;
  for (int i = 0; i < 3000; ++i) {
    try {
      db.transaction([&](ochre::Transaction& tx) {
        tx.insert(NewTag{.name = "kept " + std::to_string(i)});
        try {
          tx.transaction([&](ochre::Transaction& inner) {
            inner.insert(NewTag{.name = "undone " + std::to_string(i)});
            throw std::runtime_error("undo");
          });
        } catch (const std::runtime_error&) {
        }
      });
      ++committed;
    } catch (const ochre::Error&) {
    }
  }
  done = true;
  disturber.join();
  CHECK(db.count(from(tags).where(tags.name.starts_with("undone"))) == 0);
  CHECK(db.count(tags) == committed);
}

TEST_CASE("threads, pools and transactions together") {
  for (const std::size_t connections : {1U, 2U, 6U}) {
    const TemporaryFile file;
    ochre::Options options{.connections = connections, .statements = 8};
    options.idle_timeout = options.check_after = {2};
    options.lifetime = {25};
    ochre::Database db = blog::open(file.url(), options);
    db.create_missing();
    for (int i = 0; i < people; ++i) {
      db.insert(NewUser{.email = std::to_string(i), .name = "n", .score = wealth / people});
    }
    Ledger ledger;
    std::atomic<bool> done{false};
    std::thread disturber([&] {
      while (!done) {
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
        db.interrupt();
      }
    });
    std::vector<std::thread> threads;
    for (int number = 0; number < 6; ++number) {
      threads.emplace_back([&, number] { Worker(db, number, ledger).run(150); });
    }
    for (std::thread& thread : threads) thread.join();
    done = true;
    disturber.join();
    for (int i = 0; i < 3; ++i) ochre::forget_database("stress " + std::to_string(i));

    CHECK(ledger.transfers > 0);
    CHECK(ledger.hooks == ledger.transfers);
    CHECK(ledger.wrong_sums == 0);
    CHECK(db.one(from(users).select(ochre::sum(users.score))) == wealth);
    CHECK(db.count(tags) == ledger.tags);
    CHECK(db.counters().connections_open <= static_cast<std::int64_t>(connections));
    CHECK(db.counters().connections_busy == 0);
  }
}
