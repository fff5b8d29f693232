// Watching a database: reports, counters, names, retries, connections that come and go.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <span>
#include <thread>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "ochre/registry.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

struct Log {
  std::vector<std::string> lines;
  std::int64_t nanoseconds = 0;

  static void add(void* context, const ochre::StatementReport& report) {
    auto& log = *static_cast<Log*>(context);
    log.lines.push_back(std::string(report.sql.substr(0, 6)) + " [" + ochre::masked_bindings(report) + "] " +
                        std::to_string(report.rows) + (report.failed ? " failed" : ""));
    log.nanoseconds += report.nanoseconds;
    throw 1;  // a log that throws is ignored
  }
};

}  // namespace

TEST_CASE("the hook sees each statement, without values") {
  Log log;
  ochre::Database db = blog::open("sqlite::memory:", {.on_statement = {Log::add, &log}});
  db.create_missing();
  db.insert(NewTag{.name = "secret"});
  CHECK(db.find(tags, "secret").has_value());
  CHECK(db.all(from(tags).where(tags.name.in({"a", "secret"}))).size() == 1);
  CHECK_THROWS_AS(db.insert(NewTag{.name = "secret"}), ochre::UniqueViolation);
  CHECK(log.lines == std::vector<std::string>{"INSERT [?1 text(6)] 1", "SELECT [?1 text(6)] 1",
                                              "SELECT [?1 list(2)] 1", "INSERT [?1 text(6)] 0 failed"});
  CHECK(log.nanoseconds > 0);
}

TEST_CASE("counters count, and print for Prometheus") {
  ochre::Database db = empty_blog();
  const ochre::Counters before = db.counters();
  for (int i = 0; i < 3; ++i) db.all(from(tags).where(tags.name == std::to_string(i)));
  CHECK_THROWS(db.transaction([](ochre::Transaction&) { throw 1; }));
  const ochre::Counters after = db.counters();
  CHECK(after.statements - before.statements == 3);
  CHECK(after.cache_misses - before.cache_misses == 1);
  CHECK(after.cache_hits - before.cache_hits == 2);
  CHECK(after.transactions - before.transactions == 1);
  CHECK(after.rollbacks - before.rollbacks == 1);
  CHECK(after.connections_open == 1);
  const std::string text = to_prometheus(after, "a\"b");
  CHECK(text.find("# TYPE ochre_statements_total counter\nochre_statements_total{database=\"a\\\"b\"} ") !=
        std::string::npos);
  CHECK(text.find("ochre_connections{database=\"a\\\"b\"} 1\n") != std::string::npos);
  CHECK(text.find("ochre_connections_busy{database=\"a\\\"b\"} 0\n") != std::string::npos);
}

TEST_CASE("databases have names") {
  CHECK_THROWS_AS(ochre::database_named("main"), ochre::Error);
  ochre::name_database("main", empty_blog());
  CHECK(ochre::database_named("main").count(users) == 0);
  CHECK_THROWS_WITH(ochre::database_named("other"), Catch::Contains("there are: main"));
  CHECK(ochre::forget_database("main"));
  CHECK_FALSE(ochre::forget_database("main"));
}

TEST_CASE("retry begins again after what may pass, and only then") {
  ochre::Database db = empty_blog();
  int runs = 0;
  const int result = db.retry(4, [&](ochre::Transaction& tx) {
    tx.insert(NewTag{.name = "x"});
    if (++runs < 3) throw ochre::Busy("busy");
    return runs;
  });
  CHECK(result == 3);
  CHECK(db.count(tags) == 1);
  runs = 0;
  const auto always = [&](ochre::Transaction&) {
    ++runs;
    throw ochre::SerializationFailure("again");
  };
  CHECK_THROWS_AS(db.retry(2, always), ochre::SerializationFailure);
  CHECK(runs == 2);
  runs = 0;
  CHECK_THROWS_AS(db.retry(5, [&](ochre::Transaction&) { ++runs, throw ochre::Error("final"); }),
                  ochre::Error);
  CHECK(runs == 1);
  runs = 0;
  db.transaction(
      [&](ochre::Transaction&) { CHECK_THROWS_AS(db.retry(5, always), ochre::SerializationFailure); });
  CHECK(runs == 1);
}

TEST_CASE("a query that runs long can be interrupted from another thread") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url());
  db.create_missing();
  std::vector<NewTag> rows;
  for (int i = 0; i < 2000; ++i) rows.push_back({.name = std::to_string(i)});
  db.insert(tags, std::span(rows));
  const auto b = ochre::alias(tags, 1);
  const auto c = ochre::alias(tags, 2);
  const auto endless = from(tags).join(b, b.name != tags.name).join(c, c.name + b.name == tags.name + "x");
  std::atomic<bool> done{false};
  std::thread stopper([&] {
    while (!done) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      db.interrupt();
    }
  });
  CHECK_THROWS_AS(db.count(endless), ochre::Interrupted);
  done = true;
  stopper.join();
  CHECK(db.count(tags) == 2000);
}

TEST_CASE("more distinct queries than the cache holds, and queries inside themselves") {
  ochre::Database db = blog::open("sqlite::memory:", {.statements = 4});
  db.create_missing();
  add_user(db, "ann");
  for (int round = 0; round < 3; ++round) {
    for (int size = 1; size < 30; ++size) {
      auto query = from(users);
      for (int i = 0; i < size; ++i) query = query.where(users.id > 0);
      CHECK(db.count(query) == 1);
    }
  }
  int depth = 0;
  const auto query = from(users).where(users.id > 0);
  const auto dive = [&](const auto& self, int left) -> void {
    db.each(query, [&](const User&) {
      ++depth;
      if (left > 0) self(self, left - 1);
      CHECK(db.count(from(users).where(users.id > 0).limit(left + 1)) == 1);
    });
  };
  dive(dive, 8);
  CHECK(depth == 9);
}
