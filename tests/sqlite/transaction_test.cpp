#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using ochre::BeginMode;

namespace {

Connection numbers(const TemporaryDirectory& directory) {
  Connection connection = connect(directory.url());
  connection->execute("create table t (a integer unique) strict");
  return connection;
}

std::string all(ochre::Connection& connection) {
  return cell(connection, "select coalesce(group_concat(a), '') from (select a from t order by a)");
}

}  // namespace

TEST_CASE("commit keeps, rollback drops") {
  const TemporaryDirectory directory;
  const Connection connection = numbers(directory);
  connection->begin(BeginMode::Immediate);
  CHECK(connection->in_transaction());
  run(*connection, "insert into t values (1)");
  connection->commit();
  CHECK_FALSE(connection->in_transaction());
  connection->begin(BeginMode::Deferred);
  run(*connection, "insert into t values (2)");
  connection->rollback();
  connection->rollback();  // nothing is open: nothing happens
  CHECK(all(*connect(directory.url())) == "1");
}

TEST_CASE("savepoints nest") {
  const TemporaryDirectory directory;
  const Connection connection = numbers(directory);
  connection->begin(BeginMode::Deferred);
  run(*connection, "insert into t values (1)");
  connection->savepoint(1);
  run(*connection, "insert into t values (2)");
  connection->savepoint(2);
  run(*connection, "insert into t values (3)");
  connection->roll_back_to(2);
  connection->savepoint(2);
  run(*connection, "insert into t values (4)");
  connection->release(2);
  connection->release(1);
  connection->savepoint(1);
  run(*connection, "insert into t values (5)");
  connection->roll_back_to(1);
  connection->commit();
  CHECK(all(*connection) == "1,2,4");
}

TEST_CASE("a read-only transaction refuses to write, the next one may") {
  const TemporaryDirectory directory;
  const Connection connection = numbers(directory);
  const auto insert = connection->prepare("insert into t values (?1)");
  connection->begin(BeginMode::ReadOnly);
  CHECK(all(*connection).empty());
  CHECK_THROWS_AS(insert->run(integer(1)), ochre::ReadOnly);
  CHECK_THROWS_AS(connection->execute("select 1; delete from t"), ochre::ReadOnly);
  connection->commit();
  CHECK(insert->run(integer(1)) == 1);
  connection->begin(BeginMode::Serializable);
  CHECK(insert->run(integer(2)) == 1);
  connection->rollback();
  CHECK(all(*connection) == "1");
}

TEST_CASE("a failed statement leaves its transaction open") {
  const TemporaryDirectory directory;
  const Connection connection = numbers(directory);
  connection->begin(BeginMode::Immediate);
  run(*connection, "insert into t values (1)");
  CHECK_THROWS_AS(run(*connection, "insert into t values (2), (1)"), ochre::UniqueViolation);
  CHECK(connection->in_transaction());
  connection->commit();
  CHECK(all(*connection) == "1");
}

TEST_CASE("health: no transaction left over, the file where it was") {
  const TemporaryDirectory directory;
  const Connection connection = numbers(directory);
  CHECK(connection->healthy());
  connection->begin(BeginMode::Immediate);
  CHECK_FALSE(connection->healthy());
  connection->rollback();
  CHECK(connection->healthy());
  REQUIRE(std::rename(directory.file().c_str(), directory.file("moved.db").c_str()) == 0);
  CHECK_FALSE(connection->healthy());
}

TEST_CASE("deferred keys fail at commit, and the transaction can still be rolled back") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url());
  connection->execute(
      "create table p (id integer primary key);"
      "create table c (p integer references p deferrable initially deferred)");
  connection->begin(BeginMode::Deferred);
  run(*connection, "insert into c values (7)");
  CHECK_THROWS_AS(connection->commit(), ochre::ForeignKeyViolation);
  CHECK(connection->in_transaction());
  connection->rollback();
  CHECK(cell(*connection, "select count(*) from c") == "0");
}

TEST_CASE("transactions nobody ended do not outlive their connection") {
  const TemporaryDirectory directory;
  {
    const Connection connection = numbers(directory);
    connection->begin(BeginMode::Immediate);
    run(*connection, "insert into t values (1)");
  }
  CHECK(all(*connect(directory.url())).empty());
}
