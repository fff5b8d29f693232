#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include "ochre/driver/sqlite.hpp"
#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using Catch::Contains;

TEST_CASE("the settings the driver promises are in force") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url(), {.busy_timeout = 7, .cache_bytes = 8 << 20});
  CHECK(cell(*connection, "select journal_mode from pragma_journal_mode") == "wal");
  CHECK(cell(*connection, "select synchronous from pragma_synchronous") == "1");
  CHECK(cell(*connection, "select foreign_keys from pragma_foreign_keys") == "1");
  CHECK(cell(*connection, "select cache_size from pragma_cache_size") == "-8192");
  CHECK(cell(*connection, "select page_size from pragma_page_size") == "8192");
  CHECK(cell(*connection, "pragma wal_autocheckpoint") == "4096");
  CHECK(cell(*connection, "select secure_delete from pragma_secure_delete") == "2");
  CHECK(cell(*connection, "select encoding from pragma_encoding") == "UTF-8");
  CHECK_THROWS_AS(run(*connection, "select \"no such column\""), ochre::SchemaMismatch);
}

TEST_CASE("the URL overrides the defaults") {
  const TemporaryDirectory directory;
  const Connection connection =
      connect(directory.url() +
              "?page_size=4096&journal=delete&synchronous=full&cache=1MB&secure_delete=off&mmap=1MB");
  CHECK(cell(*connection, "select journal_mode from pragma_journal_mode") == "delete");
  CHECK(cell(*connection, "select synchronous from pragma_synchronous") == "2");
  CHECK(cell(*connection, "select cache_size from pragma_cache_size") == "-1024");
  CHECK(cell(*connection, "select page_size from pragma_page_size") == "4096");
  CHECK(cell(*connection, "select secure_delete from pragma_secure_delete") == "0");
  CHECK(cell(*connection, "pragma mmap_size") == "1048576");
}

TEST_CASE("an existing file keeps its page size") {
  const TemporaryDirectory directory;
  connect(directory.url() + "?page_size=1024")->execute("create table t (a)");
  const Connection connection = connect(directory.url());
  CHECK(cell(*connection, "select page_size from pragma_page_size") == "1024");
}

TEST_CASE("a database in memory has the large pages, too, and one connection") {
  const Connection connection = connect_memory();
  run(*connection, "create table t (a)");
  CHECK(cell(*connection, "select page_size from pragma_page_size") == "8192");
  CHECK(ochre::sqlite::driver().connection_limit("sqlite::memory:") == 1);
  CHECK(ochre::sqlite::driver().connection_limit("sqlite:x.db") > 1000);
  CHECK(ochre::sqlite::driver().accepts("sqlite:x"));
  CHECK_FALSE(ochre::sqlite::driver().accepts("postgresql://x"));
}

TEST_CASE("memory statistics are off unless the build asks for them") {
  const Connection connection = connect_memory();
  run(*connection, "create table t as select 1");
#ifdef OCHRE_SQLITE_MEMORY_STATISTICS
  CHECK(sqlite3_memory_used() > 0);
#else
  CHECK(sqlite3_memory_used() == 0);
#endif
}

TEST_CASE("closing the last connection leaves no WAL files behind") {
  const TemporaryDirectory directory;
  {
    const Connection connection = connect(directory.url());
    run(*connection, "create table t (a)");
    CHECK(file_exists(directory.file("test.db-wal")));
    CHECK(file_exists(directory.file("test.db-shm")));
  }
  CHECK_FALSE(file_exists(directory.file("test.db-wal")));
  CHECK_FALSE(file_exists(directory.file("test.db-shm")));
}

TEST_CASE("many threads may create one file at the same moment") {
  const TemporaryDirectory directory;
  std::vector<std::string> failures(8);
  std::vector<std::thread> threads;
  for (std::string& failure : failures) {
    threads.emplace_back([&] {
      try {
        const Connection connection = connect(directory.url());
        connection->execute("create table if not exists t (a)");
      } catch (const std::exception& error) {
        failure = error.what();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& failure : failures) CHECK(failure.empty());
}

TEST_CASE("a path where no database can be is refused, saying why") {
  const TemporaryDirectory directory;
  const auto says = [](const std::string& url, const char* reason) {
    INFO(url);
    CHECK_THROWS_AS(connect(url), ochre::BadUrl);
    CHECK_THROWS_WITH(connect(url), Contains(reason));
  };
  write_file(directory.file("plain"), "x");
  says("sqlite:" + directory.path(), "is a directory");
  says("sqlite:" + directory.file("new/"), "is a directory");
  says("sqlite:" + directory.file("missing/test.db"), "does not exist; create it first");
  says("sqlite:" + directory.file("plain/test.db"), "does not exist; create it first");
  says(directory.url() + "?mode=rw", "does not create it");
  says(directory.url() + "?mode=ro", "does not create it");
  says("sqlite:/dev/null", "not a file");
  says("sqlite:" + directory.file(std::string(300, 'x')), "cannot be reached");
  CHECK_FALSE(file_exists(directory.file()));
}

TEST_CASE("something else than a database is refused when it is opened") {
  const TemporaryDirectory directory;
  write_file(directory.file(), std::string(5000, 'x'));
  CHECK_THROWS_AS(connect(directory.url()), ochre::Corrupt);
  CHECK_THROWS_WITH(connect(directory.url()), Contains("not an SQLite database"));
  CHECK(read_file(directory.file()) == std::string(5000, 'x'));
}

TEST_CASE("an empty file is a new database") {
  const TemporaryDirectory directory;
  write_file(directory.file(), "");
  CHECK_NOTHROW(connect(directory.url())->execute("create table t (a)"));
}

TEST_CASE("a database with another text encoding is refused") {
  const TemporaryDirectory directory;
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(directory.file().c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "pragma encoding='UTF-16le'; create table t (a)", nullptr, nullptr, nullptr) ==
          SQLITE_OK);
  sqlite3_close(other);
  CHECK_THROWS_AS(connect(directory.url()), ochre::Unsupported);
  CHECK_THROWS_WITH(connect(directory.url()), Contains("UTF-16le"));
}

TEST_CASE("a read-only connection reads and refuses to write") {
  const TemporaryDirectory directory;
  connect(directory.url())->execute("create table t (a); insert into t values (7)");
  for (const Connection& connection :
       {connect(directory.url() + "?mode=ro"), connect(directory.url(), {.read_only = true}),
        connect(directory.url() + "?mode=immutable")}) {
    CHECK(cell(*connection, "select a from t") == "7");
    CHECK_THROWS_AS(run(*connection, "insert into t values (8)"), ochre::ReadOnly);
  }
}

TEST_CASE("strange names are names of files") {
  const TemporaryDirectory directory;
  for (const std::string name : {"what%3F%23%25.db", "a b.db", "caf\xc3\xa9.db", "x'y\"z.db"}) {
    connect(directory.url(name))->execute("create table t (a)");
    CHECK_NOTHROW(connect(directory.url(name) + "?mode=immutable"));
  }
  CHECK(file_exists(directory.file("what?#%.db")));
  CHECK(std::distance(std::filesystem::directory_iterator(directory.path()), {}) == 4);
}
