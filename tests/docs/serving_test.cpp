// The parts of docs/queries.md about pools, limits and watching.
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "ochre/registry.hpp"
#include "sample.hpp"

using namespace blog;
using ochre::from;

namespace {

// [on_statement]
void log_slow_statements(void* lines, const ochre::StatementReport& report) {
  if (report.nanoseconds < 1'000) return;
  const std::string text = std::string(report.sql) + " [" + ochre::masked_bindings(report) + "]";
  static_cast<std::vector<std::string>*>(lines)->push_back(text);
}
// [end]

}  // namespace

TEST_CASE("docs: limits and modes") {
  ochre::Database db = docs::sample();
  // [limit]
  auto publish = [&](ochre::Transaction& tx) {
    return tx.update(from(posts).where(posts.title == "Draft").set(posts.published, true));
  };
  db.transaction(publish, ochre::Millis{500});

  auto count_all = [&](ochre::Transaction& tx) { return tx.count(posts) + tx.count(tags); };
  std::int64_t rows = db.transaction(count_all, ochre::BeginMode::ReadOnly);
  // [end]
  CHECK(rows == 6);
  CHECK(db.count(from(posts).where(posts.published)) == 4);
  CHECK_THROWS_AS(db.transaction(publish, ochre::BeginMode::ReadOnly), ochre::ReadOnly);
}

TEST_CASE("docs: retry") {
  ochre::Database db = docs::sample();
  // [retry]
  db.retry(5, [&](ochre::Transaction& tx) {
    tx.update(from(posts).where(posts.title == "Notes").set(posts.likes, posts.likes + 1));
  });
  // [end]
  CHECK(db.one(from(posts).where(posts.title == "Notes")).likes == 4);
}

TEST_CASE("docs: hooks") {
  ochre::Database db = docs::sample();
  std::vector<std::string> outbox;
  // [after_commit]
  db.transaction([&](ochre::Transaction& tx) {
    User eve = tx.insert(NewUser{.email = "eve@example.com", .name = "Eve"});
    tx.after_commit([&outbox, eve] { outbox.push_back("Welcome, " + eve.name); });
  });
  // [end]
  CHECK(outbox == std::vector<std::string>{"Welcome, Eve"});
}

TEST_CASE("docs: options") {
  std::vector<std::string> log;
  // [options]
  ochre::Database db = blog::open("sqlite::memory:", {.acquire_timeout = {2'000},
                                                      .transaction_timeout = {10'000},
                                                      .connections = 16,
                                                      .least_connections = 2,
                                                      .on_statement = {log_slow_statements, &log},
                                                      .idle_timeout = {60'000},
                                                      .lifetime = {3'600'000}});
  // [end]
  db.create_missing();
  db.insert(NewTag{.name = "secret"});
  for (const std::string& line : log) CHECK(line.find("secret") == std::string::npos);
}

TEST_CASE("docs: counters") {
  ochre::Database db = docs::sample();
  std::string text;
  // [counters]
  ochre::Counters counters = db.counters();
  std::int64_t queries_prepared = counters.cache_misses;
  text = ochre::to_prometheus(counters, "blog");  // ochre_statements_total{database="blog"} …
  // [end]
  CHECK(queries_prepared >= 0);
  CHECK(text.find("ochre_statements_total{database=\"blog\"} ") != std::string::npos);
  CHECK(counters.statements > 10);
}

TEST_CASE("docs: names") {
  ochre::Database db = docs::sample();
  // [names]
  ochre::name_database("blog", db);                      // where it is opened
  ochre::Database same = ochre::database_named("blog");  // anywhere else
  // [end]
  CHECK(same.count(users) == 3);
  CHECK(ochre::forget_database("blog"));
}

TEST_CASE("docs: interrupt") {
  ochre::Database db = docs::sample();
  // [interrupt]
  std::thread shutdown([&] { db.interrupt(); });  // statements that run now throw ochre::Interrupted
  // [end]
  shutdown.join();
  CHECK(db.count(users) == 3);
}

TEST_CASE("docs: cancellation") {
  ochre::Database db = docs::sample();
  bool stopped = false;
  // [cancellation]
  ochre::Cancellation stop;  // may be given to several; outlives them
  std::thread button([&] { stop.cancel(); });
  try {
    db.transaction([&](ochre::Transaction& tx) { return tx.all(from(posts)); },
                   {ochre::BeginMode::ReadOnly, ochre::Millis{500}, &stop});
  } catch (const ochre::Interrupted&) {
    stopped = true;
  }
  // [end]
  button.join();
  CHECK((stopped || stop.cancelled()));
  CHECK(db.count(users) == 3);
}
