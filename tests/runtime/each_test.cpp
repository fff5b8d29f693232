// each(): rows one at a time, in memory that does not grow with their number.
#include <malloc.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <span>

#include "database.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

/// Bytes in use on the heap, SQLite's included. 0 under a sanitizer, which keeps a heap of its own.
std::size_t in_use() {
  const auto heap = mallinfo2();
  return heap.uordblks + heap.hblkhd;
}

void keep_rows(void* context, const ochre::StatementReport& report) {
  *static_cast<std::int64_t*>(context) = report.rows;
}

constexpr int many = 20'000;
constexpr std::size_t little = 100'000;

/// Many profiles with a text that no small string holds.
struct Profiles {
  std::int64_t rows_read = 0;
  ochre::Database db = blog::open("sqlite::memory:", {.on_statement = {keep_rows, &rows_read}});

  Profiles() {
    db.create_missing();
    db.transaction([&](ochre::Transaction& tx) {
      std::vector<NewUser> people;
      std::vector<NewProfile> texts;
      for (std::int64_t id = 1; id <= many; ++id) {
        people.push_back({.id = id, .email = std::to_string(id) + "@x.org", .name = "n"});
        texts.push_back({.user_id = id, .bio = std::to_string(id) + std::string(200, 'x')});
      }
      tx.insert(users, std::span(people));
      tx.insert(profiles, std::span(texts));
    });
  }
};

}  // namespace

TEST_CASE_METHOD(Profiles, "each takes the same memory for many rows as for few") {
  const auto query = from(profiles).order_by(profiles.user_id);
  const std::size_t before = in_use();
  std::size_t most = 0;
  std::int64_t seen = 0;
  db.each(query, [&](const Profile& profile) {
    if (profile.user_id != ++seen) FAIL("a row is missing");
    if (seen % 100 == 0) most = std::max(most, in_use());
  });
  CHECK(seen == many);
  CHECK(most <= before + little);
  const auto rows = db.all(query);
  CHECK(rows.size() == many);
  if (before != 0) CHECK(in_use() > before + many * std::size_t{200});  // the measure sees what all() takes
}

TEST_CASE_METHOD(Profiles, "each that is stopped reads no further") {
  int seen = 0;
  db.each(from(profiles), [&](const Profile&) { return ++seen < 3; });
  CHECK(seen == 3);
  CHECK(rows_read == 3);
  CHECK_THROWS_AS(db.each(from(profiles), [&](const Profile&) { throw ++seen; }), int);
  CHECK(seen == 4);
  db.erase(from(profiles));  // nothing is left open that would refuse it
  CHECK(db.count(profiles) == 0);
}
