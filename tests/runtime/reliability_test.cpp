// What goes wrong around a database, provoked for real, and that the pool goes on afterwards: killed
// processes, full disks, locks, files that may not be written, damaged files.
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <span>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "apart.hpp"
#include "database.hpp"
#include "ochre/errors.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

std::vector<NewTag> new_tags(int first, int count) {
  std::vector<NewTag> rows;
  for (int i = first; i < first + count; ++i) rows.push_back({.name = "tag " + std::to_string(i)});
  return rows;
}

std::size_t open_files() {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

/// No file of this process may grow beyond a size, as on a full disk, while this lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, SIG_DFL);
  }

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("a process killed during bulk inserts leaves each of them whole or not at all") {
  constexpr int batch = 20'000;
  for (const int milliseconds : {0, 3, 10, 25, 50, 90}) {
    const TemporaryFile file;
    blog::open(file.url()).create_missing();
    Child child([&](auto say) {
      ochre::Database db = blog::open(file.url() + "?cache=64KB");  // so that pages spill before the commit
      say();
      for (int round = 0;; ++round) {
        const std::vector<NewTag> rows = new_tags(round * batch, batch);
        db.insert(tags, std::span(rows));
      }
      return 0;
    });
    REQUIRE(child.wait_for_word());
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    child.kill();

    ochre::Database db = blog::open(file.url());
    CHECK(db.count(tags) % batch == 0);
    CHECK(static_cast<std::int64_t>(db.all(tags).size()) == db.count(tags));
    const std::vector<NewTag> rows = new_tags(-batch, batch);
    CHECK(db.insert(tags, std::span(rows)) == batch);
  }
}

TEST_CASE("a full disk is DiskFull; nothing of the transaction is left, and space that comes back is used") {
  // With a small cache the insert meets the end of the disk, with a large one the commit does.
  for (const char* cache : {"?cache=64KB", "?cache=64MB"}) {
    const TemporaryFile file;
    ochre::Database db = blog::open(file.url() + cache);
    db.create_missing();
    db.insert(NewTag{.name = "before"});
    const std::size_t files = open_files();
    const std::vector<NewTag> rows = new_tags(0, 50'000);
    {
      const FileSizeLimit limit(300'000);
      for (int i = 0; i < 3; ++i) {
        CHECK_THROWS_AS(db.insert(tags, std::span(rows)), ochre::DiskFull);
        CHECK_THROWS_AS(db.transaction([&](ochre::Transaction& tx) {
          tx.insert(NewTag{.name = "gone"});
          tx.insert(tags, std::span(rows));
        }),
                        ochre::DiskFull);
        CHECK(db.count(tags) == 1);
      }
    }
    CHECK(db.insert(tags, std::span(rows)) == 50'000);
    CHECK(db.count(tags) == 50'001);
    CHECK(open_files() <= files);
  }
}

TEST_CASE("a transaction the database has ended goes no further, whatever its function does") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url() + "?cache=64KB");
  db.create_missing();
  const std::vector<NewTag> rows = new_tags(0, 50'000);
  {
    const FileSizeLimit limit(300'000);
    CHECK_THROWS_AS(db.transaction([&](ochre::Transaction& tx) {
      CHECK_THROWS_AS(tx.insert(tags, std::span(rows)), ochre::DiskFull);
      CHECK_THROWS_AS(tx.insert(NewTag{.name = "alone"}), ochre::Error);
    }),
                    ochre::Error);
  }
  CHECK(db.count(tags) == 0);
}

TEST_CASE("a file somebody else locks is Busy, and usable when it is free again") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url(), {.busy_timeout = {30}});
  db.create_missing();
  const auto other = ochre::sqlite::driver().connect(file.url(), {});
  other->begin(ochre::BeginMode::Immediate);
  CHECK_THROWS_AS(db.insert(NewTag{.name = "a"}), ochre::Busy);
  CHECK_THROWS_AS(db.transaction([](ochre::Transaction&) {}), ochre::Busy);
  CHECK_THROWS_AS(db.retry(2, [](ochre::Transaction&) {}), ochre::Busy);
  CHECK(db.count(tags) == 0);  // readers do not wait
  other->commit();
  db.insert(NewTag{.name = "a"});
  CHECK(db.count(tags) == 1);
  CHECK(db.counters().connections_open == 1);
}

TEST_CASE("an exclusive lock keeps readers out as well") {
  const TemporaryFile file;
  ochre::Database db = blog::open(file.url() + "?journal=delete", {.busy_timeout = {30}});
  db.create_missing();
  CHECK(db.count(tags) == 0);
  const auto other = ochre::sqlite::driver().connect(file.url() + "?journal=delete", {});
  other->execute("begin exclusive");
  CHECK_THROWS_AS(db.count(tags), ochre::Busy);
  CHECK_THROWS_AS(db.find(tags, "x"), ochre::Busy);
  other->execute("commit");
  CHECK(db.count(tags) == 0);
}

TEST_CASE("what may only be read is ReadOnly to every write, and can still be read") {
  const TemporaryFile file;
  {
    ochre::Database db = blog::open(file.url());
    db.create_missing();
    db.insert(NewTag{.name = "a"});
  }
  for (const char* mode : {"?mode=ro", "?mode=immutable"}) {
    ochre::Database db = blog::open(file.url() + mode);
    const std::vector<NewTag> rows = new_tags(0, 3);
    Tag row = db.find(tags, "a").value();
    for (int i = 0; i < 3; ++i) {
      CHECK_THROWS_AS(db.insert(NewTag{.name = "b"}), ochre::ReadOnly);
      CHECK_THROWS_AS(db.insert(tags, std::span(rows)), ochre::ReadOnly);
      CHECK_THROWS_AS(db.insert_returning(tags, std::span(rows)), ochre::ReadOnly);
      CHECK_THROWS_AS(db.erase(row), ochre::ReadOnly);
      CHECK_THROWS_AS(db.erase(from(tags)), ochre::ReadOnly);
      CHECK_THROWS_AS(db.upsert(tags, NewTag{.name = "a"}, ochre::on_conflict(tags.name)), ochre::ReadOnly);
      CHECK(db.count(tags) == 1);
    }
    CHECK_NOTHROW(db.transaction([](ochre::Transaction& tx) { CHECK(tx.count(tags) == 1); },
                                 ochre::BeginMode::ReadOnly));
  }
}

TEST_CASE("a file whose permissions forbid writing is ReadOnly") {
  const TemporaryFile file;
  blog::open(file.url()).create_missing();
  chmod(file.path().c_str(), 0444);
  chmod(std::filesystem::path(file.path()).parent_path().c_str(), 0777);  // only the file is the obstacle
  Child child([&](auto) {
    if (geteuid() == 0 && setuid(65534) != 0) return 0;  // root may write everything
    try {
      blog::open(file.url()).insert(NewTag{.name = "a"});
    } catch (const ochre::ReadOnly&) {
      return 0;
    }
    return 1;
  });
  CHECK(child.wait_for_end() == 0);
}

TEST_CASE("a damaged file is Corrupt, and the pool uses it again when it has been restored") {
  const TemporaryFile file;
  {
    ochre::Database db = blog::open(file.url());
    db.create_missing();
    const std::vector<NewTag> rows = new_tags(0, 5'000);
    db.insert(tags, std::span(rows));
  }
  const std::string whole = content_of(file.path());
  REQUIRE(whole.size() > 100'000);
  std::string damaged = whole;
  damaged.replace(whole.size() / 2, whole.size() / 4, whole.size() / 4, '\x55');

  ochre::Database db = blog::open(file.url(), {.cache_bytes = 64 << 10});
  write_file(file.path(), damaged);
  const std::size_t files = open_files();
  for (int i = 0; i < 3; ++i) {
    CHECK_THROWS_AS(db.all(tags), ochre::Corrupt);
    CHECK_THROWS_AS(db.transaction([](ochre::Transaction& tx) { tx.all(tags); }), ochre::Corrupt);
  }
  CHECK(db.counters().connections_closed > 0);
  write_file(file.path(), whole);
  CHECK(db.all(tags).size() == 5'000);
  CHECK(open_files() <= files + 2);  // the connection has its WAL open now
}

TEST_CASE("a file that is no database is refused when it is opened") {
  const TemporaryFile file;
  write_file(file.path(), std::string(20'000, 'x'));
  CHECK_THROWS_AS(blog::open(file.url()), ochre::Corrupt);
  const TemporaryFile empty;
  write_file(empty.path(), "");
  CHECK_NOTHROW(blog::open(empty.url()).create_missing());
}
