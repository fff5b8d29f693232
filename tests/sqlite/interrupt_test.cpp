#include <catch2/catch.hpp>
#include <thread>

#include "core/steady_clock.hpp"
#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using ochre::BeginMode;

namespace {

/// Interrupts a connection again and again until told to stop: the statement may not have begun yet.
class Interrupter {
 public:
  explicit Interrupter(ochre::Connection& connection)
      : thread_([this, &connection] {
          while (!done_) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            connection.interrupt();
          }
        }) {}
  ~Interrupter() {
    done_ = true;
    thread_.join();
  }

 private:
  std::atomic<bool> done_ = false;
  std::thread thread_;
};

/// Two connections to one file: the first holds the lock to write, the second would wait a minute for it.
struct Locked {
  TemporaryDirectory directory;
  Connection holder = connect(directory.url());
  Connection waiting;

  Locked() {
    holder->execute("create table t (a)");
    waiting = connect(directory.url() + "?busy_timeout=60000");
    holder->begin(BeginMode::Immediate);
  }
  void require_usable_again() {
    holder->commit();
    CHECK_NOTHROW(waiting->begin(BeginMode::Immediate));
  }
};

}  // namespace

TEST_CASE("a long query is stopped from another thread, and the connection goes on") {
  const Connection connection = connect_memory();
  const auto endless = connection->prepare(
      "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n");
  {
    const Interrupter interrupter(*connection);
    CHECK_THROWS_AS(endless->run({}), ochre::Interrupted);
  }
  CHECK(connection->healthy());
  CHECK(cell(*connection, "select 1") == "1");
}

TEST_CASE_METHOD(Locked, "waiting for a lock is stopped, too") {
  {
    const Interrupter interrupter(*waiting);
    CHECK_THROWS_AS(waiting->begin(BeginMode::Immediate), ochre::Interrupted);
  }
  require_usable_again();
}

TEST_CASE("an interrupt with nothing to stop does nothing") {
  const Connection connection = connect_memory();
  connection->interrupt();
  CHECK(cell(*connection, "select 1") == "1");
}

TEST_CASE("an interrupted write leaves nothing of itself") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url());
  connection->execute("create table t (a)");
  {
    const Interrupter interrupter(*connection);
    CHECK_THROWS_AS(
        run(*connection,
            "insert into t with recursive n(x) as (select 1 union all select x + 1 from n) select x from n"),
        ochre::Interrupted);
  }
  CHECK(cell(*connection, "select count(*) from t") == "0");
}

namespace {

std::int64_t in_milliseconds(std::int64_t count) { return ochre::steady_microseconds() + count * 1000; }

}  // namespace

TEST_CASE("a deadline stops what runs, not what undoes it") {
  const Connection connection = connect_memory();
  connection->execute("create table t (a)");
  connection->begin(BeginMode::Immediate);
  run(*connection, "insert into t values (1)");
  connection->savepoint(1);
  run(*connection, "insert into t values (2)");
  connection->set_deadline(in_milliseconds(30));
  CHECK_THROWS_AS(
      run(*connection,
          "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"),
      ochre::Timeout);
  connection->roll_back_to(1);
  connection->set_deadline(0);
  CHECK(cell(*connection, "select count(*) from t") == "1");
  connection->set_deadline(in_milliseconds(-1));
  connection->rollback();
  connection->set_deadline(0);
  CHECK(connection->healthy());
  CHECK(cell(*connection, "select count(*) from t") == "0");
}

TEST_CASE_METHOD(Locked, "a deadline ends the wait for a lock") {
  waiting->set_deadline(in_milliseconds(30));
  CHECK_THROWS_AS(waiting->begin(BeginMode::Immediate), ochre::Timeout);
  waiting->set_deadline(0);
  require_usable_again();
}

TEST_CASE("whether the keys of one insert follow each other") {
  const Connection connection = connect_memory();
  connection->execute(
      "create table \"a \"\"b\" (id integer primary key, x); create table other (id integer primary key)");
  CHECK(connection->keys_follow("a \"b"));
  connection->execute("create trigger t after insert on other begin select 1; end");
  CHECK(connection->keys_follow("a \"b"));
  CHECK_FALSE(connection->keys_follow("other"));
  connection->execute("insert into \"a \"\"b\" values (9223372036854775807, 1)");
  CHECK_FALSE(connection->keys_follow("a \"b"));
}
