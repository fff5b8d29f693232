#include <catch2/catch.hpp>
#include <thread>

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

TEST_CASE("waiting for a lock is stopped, too") {
  const TemporaryDirectory directory;
  const Connection holder = connect(directory.url());
  holder->execute("create table t (a)");
  const Connection waiting = connect(directory.url() + "?busy_timeout=60000");
  holder->begin(BeginMode::Immediate);
  {
    const Interrupter interrupter(*waiting);
    CHECK_THROWS_AS(waiting->begin(BeginMode::Immediate), ochre::Interrupted);
  }
  holder->commit();
  CHECK_NOTHROW(waiting->begin(BeginMode::Immediate));
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
