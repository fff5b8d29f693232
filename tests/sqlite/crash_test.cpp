// A process that dies leaves all of a transaction or nothing.
#include <catch2/catch.hpp>
#include <csignal>

#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;

namespace {

void insert_many(ochre::Connection& connection, int count) {
  const auto statement = connection.prepare("insert into t (b) values (hex(randomblob(400)))");
  for (int i = 0; i < count; ++i) statement->run({});
}

void die_before_commit(const std::string& url) {
  const Connection connection =
      connect(url + "?cache=64KB");  // so that pages spill to the WAL before the commit
  connection->begin(ochre::BeginMode::Immediate);
  insert_many(*connection, 2000);
  std::raise(SIGKILL);
}

void die_after_commit(const std::string& url) {
  const Connection connection = connect(url);
  connection->begin(ochre::BeginMode::Immediate);
  insert_many(*connection, 2000);
  connection->commit();
  connection->begin(ochre::BeginMode::Immediate);
  insert_many(*connection, 500);
  std::raise(SIGKILL);
}

/// Opens what is left, counts the rows, checks that the file is whole and that closing cleans up.
std::string survivors(const TemporaryDirectory& directory) {
  std::string count;
  {
    const Connection connection = connect(directory.url());
    CHECK(cell(*connection, "select integrity_check from pragma_integrity_check") == "ok");
    count = cell(*connection, "select count(*) from t");
  }
  CHECK_FALSE(file_exists(directory.file("test.db-wal")));
  return count;
}

void create_table(const TemporaryDirectory& directory) {
  connect(directory.url())->execute("create table t (a integer primary key, b text) strict");
}

}  // namespace

TEST_CASE("killed inside a transaction: nothing of it is left") {
  const TemporaryDirectory directory;
  create_table(directory);
  run_apart(die_before_commit, directory.url());
  CHECK(file_exists(directory.file("test.db-wal")));
  CHECK(survivors(directory) == "0");
}

TEST_CASE("killed after a commit: all of it is there, and nothing of the next") {
  const TemporaryDirectory directory;
  create_table(directory);
  run_apart(die_after_commit, directory.url());
  CHECK(survivors(directory) == "2000");
}
