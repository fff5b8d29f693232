// Somebody changes the tables while a program has statements for them prepared.
#include <catch2/catch.hpp>
#include <latch>
#include <thread>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

constexpr std::int64_t connections = 3;

/// A database all of whose connections have used the statements of `work`.
template <class Work>
ochre::Database warm(const TemporaryFile& file, const Work& work) {
  ochre::Database db = blog::open(file.url(), {.connections = connections});
  db.create_missing();
  std::latch together(connections);
  std::vector<std::thread> threads;
  for (std::int64_t i = 0; i < connections; ++i) {
    threads.emplace_back([&] {
      db.transaction(
          [&](ochre::Transaction&) {
            together.arrive_and_wait();
            work(db);
          },
          ochre::BeginMode::ReadOnly);
    });
  }
  for (std::thread& thread : threads) thread.join();
  return db;
}

void read_users(const ochre::Database& db) {
  static_cast<void>(db.find(users, 1));
  static_cast<void>(db.all(from(users).where(users.name == "x")));
  static_cast<void>(db.count(from(users).where(users.name == "x")));
}

void check_refused(ochre::Database& db) {
  for (std::int64_t i = 0; i < 2 * connections; ++i) {
    CHECK_THROWS_AS(db.find(users, 1), ochre::SchemaMismatch);
    CHECK_THROWS_AS(db.all(from(users).where(users.name == "x")), ochre::SchemaMismatch);
    CHECK_THROWS_AS(db.count(from(users).where(users.name == "x")), ochre::SchemaMismatch);
    CHECK_THROWS_AS(db.insert(NewUser{.email = "b", .name = "b"}), ochre::SchemaMismatch);
    CHECK_THROWS_AS(db.transaction([](ochre::Transaction& tx) { tx.all(users); }), ochre::SchemaMismatch);
  }
  CHECK(db.counters().connections_open <= connections);
}

}  // namespace

TEST_CASE("a column that is renamed, and renamed back") {
  const TemporaryFile file;
  ochre::Database db = warm(file, read_users);
  const User ann = add_user(db, "Ann");
  file.execute("alter table users rename column name to title");
  check_refused(db);
  CHECK(db.count(posts) == 0);  // the other tables are as they were
  file.execute("alter table users rename column title to name");
  CHECK(db.find(users, ann.id) == ann);
  CHECK(db.insert(NewUser{.email = "b", .name = "b"}).id == ann.id + 1);
}

TEST_CASE("a table that is dropped, and created again") {
  const TemporaryFile file;
  ochre::Database db = warm(file, read_users);
  file.execute("drop table users");
  check_refused(db);
  db.create_missing();
  CHECK(db.count(users) == 0);
  const User ann = add_user(db, "Ann");
  CHECK(db.find(users, ann.id) == ann);
}

TEST_CASE("columns and indexes that a program does not know do not disturb it") {
  const TemporaryFile file;
  ochre::Database db = warm(file, read_users);
  const User ann = add_user(db, "Ann");
  file.execute("alter table users add column shoe_size integer not null default 42");
  CHECK(db.find(users, ann.id) == ann);
  CHECK(db.all(users) == std::vector<User>{ann});
  file.execute("create index by_name on users (name)");
  CHECK(db.count(from(users).where(users.name == "Ann")) == 1);
  file.execute("drop index by_name");
  CHECK(db.count(from(users).where(users.name == "Ann")) == 1);
  User changed = ann;
  changed.name = "Anne";
  db.update(changed);
  CHECK(db.insert(NewUser{.email = "b", .name = "b"}).id == ann.id + 1);
}

TEST_CASE("a row read while its table changes is of one state or the other") {
  const TemporaryFile file;
  ochre::Database db = warm(file, read_users);
  for (int i = 0; i < 5; ++i) add_user(db, std::to_string(i));
  int seen = 0;
  db.each(from(users), [&](const User& user) {
    if (seen++ == 1) file.execute("alter table users rename column name to title");
    CHECK(user.name.size() == 1);
  });
  CHECK(seen == 5);
  CHECK_THROWS_AS(db.all(users), ochre::SchemaMismatch);
}
