// File permissions mean nothing to root, so these run as another user in a process of their own.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using Catch::Contains;

namespace {

/// The type and the sentence of what connecting throws, or what a read and a write do.
std::string attempt(const std::string& path) {
  try {
    const Connection connection = connect("sqlite:" + path);
    connection->execute("create table if not exists other (a)");
    return "no error";
  } catch (const ochre::ReadOnly& error) {
    return std::string("ReadOnly: ") + error.what();
  } catch (const ochre::BadUrl& error) {
    return std::string("BadUrl: ") + error.what();
  } catch (const std::exception& error) {
    return std::string("another type: ") + error.what();
  }
}

std::string attempt_to_read(const std::string& path) { return attempt(path + "?mode=ro"); }

std::string read_immutable(const std::string& path) {
  try {
    return cell(*connect("sqlite:" + path + "?mode=immutable"), "select a from t");
  } catch (const std::exception& error) {
    return error.what();
  }
}

void create(const TemporaryDirectory& directory) {
  connect(directory.url())->execute("create table t (a); insert into t values (7)");
}

}  // namespace

TEST_CASE("a file that may not be written") {
  const TemporaryDirectory directory;
  create(directory);
  chmod(directory.path().c_str(), 0777);
  chmod(directory.file().c_str(), 0444);
  CHECK_THAT(run_unprivileged(attempt, directory), Contains("ReadOnly: ") && Contains("?mode=ro"));
}

TEST_CASE("a file that may not be read") {
  const TemporaryDirectory directory;
  create(directory);
  chmod(directory.path().c_str(), 0777);
  chmod(directory.file().c_str(), 0);
  CHECK_THAT(run_unprivileged(attempt, directory), Contains("BadUrl: ") && Contains("may not be read"));
}

TEST_CASE("a directory in which no file may be created") {
  const TemporaryDirectory directory;
  chmod(directory.path().c_str(), 0555);
  CHECK_THAT(run_unprivileged(attempt, directory),
             Contains("BadUrl: ") && Contains("no permission to write"));
}

TEST_CASE("a directory that cannot hold the WAL") {
  const TemporaryDirectory directory;
  create(directory);
  chmod(directory.file().c_str(), 0666);
  chmod(directory.path().c_str(), 0555);
  CHECK_THAT(run_unprivileged(attempt, directory), Contains("ReadOnly: ") && Contains("?mode=immutable"));
  CHECK_THAT(run_unprivileged(attempt_to_read, directory),
             Contains("ReadOnly: ") && Contains("?mode=immutable"));
  CHECK(run_unprivileged(read_immutable, directory) == "7");
}
