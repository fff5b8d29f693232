// The failures that are nobody's fault: locks, full disks, damaged files. All of them provoked for real.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using Catch::Contains;
using ochre::BeginMode;

namespace {

void create_numbers(ochre::Connection& connection, int count) {
  connection.execute("create table t (a integer primary key, b text) strict");
  run(connection, "insert into t select value, hex(randomblob(40)) from ochre_list(?1)", [&] {
    std::vector<std::int64_t> list(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = static_cast<std::int64_t>(i);
    return integers(list);
  }());
}

}  // namespace

TEST_CASE("a lock of another connection is Busy, after the timeout and not before") {
  const TemporaryDirectory directory;
  const Connection writer = connect(directory.url());
  writer->execute("create table t (a)");
  const Connection other = connect(directory.url() + "?busy_timeout=60");
  writer->begin(BeginMode::Immediate);
  const auto began = std::chrono::steady_clock::now();
  CHECK_THROWS_AS(other->begin(BeginMode::Immediate), ochre::Busy);
  CHECK(std::chrono::steady_clock::now() - began >= std::chrono::milliseconds(59));
  CHECK_FALSE(other->in_transaction());
  CHECK(cell(*other, "select count(*) from t") == "0");  // readers do not wait in WAL mode
  CHECK_THROWS_AS(run(*other, "insert into t values (1)"), ochre::Busy);
  writer->commit();
  CHECK(run(*other, "insert into t values (1)") == 1);
  CHECK(other->healthy());
}

TEST_CASE("a snapshot that is too old to write is a serialization failure") {
  const TemporaryDirectory directory;
  const Connection one = connect(directory.url());
  one->execute("create table t (a)");
  const Connection two = connect(directory.url());
  one->begin(BeginMode::Deferred);
  CHECK(cell(*one, "select count(*) from t") == "0");
  run(*two, "insert into t values (1)");
  CHECK_THROWS_AS(run(*one, "insert into t values (2)"), ochre::SerializationFailure);
  one->rollback();
  CHECK(run(*one, "insert into t values (2)") == 1);
}

TEST_CASE("a table in use by a result of the same connection") {
  const Connection connection = connect_memory();
  create_numbers(*connection, 3);
  const auto drop = [](void* context, ochre::Row&) {
    CHECK_THROWS_AS(static_cast<ochre::Connection*>(context)->execute("drop table t"), ochre::Busy);
    return false;
  };
  connection->prepare("select * from t")->each({}, {drop, connection.get()});
  CHECK_NOTHROW(connection->execute("drop table t"));
}

TEST_CASE("a database that may not grow is DiskFull, and what was there stays") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url());
  create_numbers(*connection, 10);
  rows(*connection, 1, "pragma max_page_count=4");
  connection->begin(BeginMode::Immediate);
  CHECK_THROWS_AS(create_numbers(*connection, 1), ochre::StatementFailed);  // the table exists
  CHECK_THROWS_AS(
      run(*connection, "insert into t select a + 10000 + value, hex(zeroblob(9000)) from t, ochre_list(?1)",
          integers({100, 200, 300})),
      ochre::DiskFull);
  connection->rollback();
  CHECK(cell(*connection, "select count(*) from t") == "10");
  CHECK(connection->healthy());
}

TEST_CASE("a file size limit of the system is DiskFull, too") {
  const TemporaryDirectory directory;
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {  // the limit cannot be raised again, so it is a process of its own that gets it
    int outcome = 1;
    try {
      const Connection connection = connect(directory.url());
      create_numbers(*connection, 10);
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{200'000, 200'000};
      setrlimit(RLIMIT_FSIZE, &limit);
      create_numbers(*connect(directory.url("other.db")), 10'000);
      outcome = 2;
    } catch (const ochre::DiskFull&) {
      outcome = 0;
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
      outcome = 3;
    }
    _exit(outcome);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(cell(*connect(directory.url()), "select count(*) from t") == "10");
}

TEST_CASE("a full disk is DiskFull, and space that comes back is used") {
  const std::string full = "/dev/full";
  if (!file_exists(full) || geteuid() != 0) return;
  const TemporaryDirectory directory;
  const std::string place = directory.file("small");
  std::filesystem::create_directory(place);
  if (std::system(("mount -t tmpfs -o size=300k tmpfs " + place + " 2>/dev/null").c_str()) != 0) {
    WARN("no permission to mount a small file system; max_page_count and RLIMIT_FSIZE stand in for it");
    return;
  }
  {
    const Connection connection = connect("sqlite:" + place + "/test.db");
    create_numbers(*connection, 10);
    write_file(place + "/ballast", std::string(100'000, 'x'));
    CHECK_THROWS_AS(run(*connection, "insert into t values (99, hex(zeroblob(200000)))"), ochre::DiskFull);
    std::filesystem::remove(place + "/ballast");
    CHECK(run(*connection, "insert into t values (99, 'x')") == 1);
    CHECK(cell(*connection, "select count(*) from t") == "11");
  }
  CHECK(std::system(("umount " + place).c_str()) == 0);
}

TEST_CASE("a damaged page is Corrupt, and the connection asks to be replaced") {
  const TemporaryDirectory directory;
  {
    const Connection connection = connect(directory.url());
    create_numbers(*connection, 2000);
  }
  std::string content = read_file(directory.file());
  REQUIRE(content.size() > 80'000);
  content.replace(8192, content.size() - 8192, content.size() - 8192, '\x55');
  write_file(directory.file(), content);
  const Connection connection = connect(directory.url());
  CHECK(connection->healthy());
  CHECK_THROWS_AS(cell(*connection, "select count(*) from t where b > ''"), ochre::Corrupt);
  CHECK_FALSE(connection->healthy());
}

TEST_CASE("a file cut short is Corrupt") {
  const TemporaryDirectory directory;
  create_numbers(*connect(directory.url()), 2000);
  std::filesystem::resize_file(directory.file(), 8192 * 3);
  CHECK_THROWS_AS(rows(*connect(directory.url()), 1, "select b from t"), ochre::Corrupt);
}

TEST_CASE("a file that was replaced below a connection is not written any more") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url());
  create_numbers(*connection, 10);
  std::filesystem::rename(directory.file(), directory.file("moved.db"));
  CHECK_FALSE(connection->healthy());
}

TEST_CASE("statements that are wrong say so") {
  const Connection connection = connect_memory();
  create_numbers(*connection, 1);
  CHECK_THROWS_AS(connection->prepare("selec 1"), ochre::StatementFailed);
  CHECK_THROWS_WITH(connection->prepare("selec 1"), Contains("near \"selec\": syntax error"));
  CHECK_THROWS_AS(connection->prepare("select * from missing"), ochre::SchemaMismatch);
  CHECK_THROWS_AS(connection->prepare("select missing from t"), ochre::SchemaMismatch);
  CHECK_THROWS_AS(connection->prepare("insert into t (missing) values (1)"), ochre::SchemaMismatch);
  CHECK_THROWS_AS(connection->execute("select 1; selec 1"), ochre::StatementFailed);
  CHECK_THROWS_AS(run(*connection, "select abs(-9223372036854775808)"), ochre::Overflow);
  CHECK_THROWS_AS(run(*connection, "select json('{')"), ochre::StatementFailed);
  CHECK_THROWS_AS(connection->commit(), ochre::StatementFailed);  // nothing is open
  CHECK_THROWS_AS(run(*connection, "select zeroblob(2000000000)"), ochre::StatementFailed);
}
