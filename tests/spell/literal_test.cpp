#include "spell/literal.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "support/sqlite_database.hpp"

using ochre::Dialect;
namespace spell = ochre::spell;
using ochre_test::SqliteDatabase;

namespace {

std::string integer(std::int64_t value) {
  std::string out;
  spell::append_integer(out, value);
  return out;
}

std::string real(double value, Dialect dialect = Dialect::Sqlite) {
  std::string out;
  spell::append_real(out, value, dialect);
  return out;
}

std::string text(std::string_view value) {
  std::string out;
  spell::append_text(out, value);
  return out;
}

}  // namespace

TEST_CASE("integers are read back whole") {
  SqliteDatabase db;
  for (const std::int64_t value : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1},
                                   std::int64_t{0}, std::numeric_limits<std::int64_t>::max()}) {
    CHECK(db.one("SELECT typeof(" + integer(value) + ")") == "integer");
    CHECK(db.one("SELECT " + integer(value)) == std::to_string(value));
  }
  db.run("CREATE TABLE t (x INTEGER NOT NULL DEFAULT " + integer(std::numeric_limits<std::int64_t>::min()) +
         ") STRICT");
  db.run("INSERT INTO t DEFAULT VALUES");
  CHECK(db.one("SELECT x FROM t") == "-9223372036854775808");
}

TEST_CASE("reals are read back to the bit and stay reals") {
  SqliteDatabase db;
  const double largest = std::numeric_limits<double>::max();
  const double smallest = std::numeric_limits<double>::denorm_min();
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double value : {0.0, 1.0, -1.5, 0.1, 1e15, 1e16, 1e22, 123456789.125, largest, -largest,
                             smallest, infinity, -infinity}) {
    INFO(real(value));
    sqlite3_stmt* statement = nullptr;
    const std::string query = "SELECT " + real(value);
    REQUIRE(sqlite3_prepare_v2(db.handle(), query.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    CHECK(sqlite3_column_type(statement, 0) == SQLITE_FLOAT);
    CHECK(sqlite3_column_double(statement, 0) == value);
    sqlite3_finalize(statement);
  }
  CHECK(real(std::numeric_limits<double>::quiet_NaN()) == "NULL");
  CHECK(real(infinity, Dialect::Postgres) == "'Infinity'::double precision");
}

TEST_CASE("text is read back byte by byte") {
  SqliteDatabase db;
  for (const std::string value :
       {"", "it's", "''", "a\\b", "a\nb", "\xF0\x9F\xA6\x8A größe", "-- x", "; drop"}) {
    CHECK(db.one("SELECT " + text(value)) == value);
  }
}

TEST_CASE("bytes, uuids and booleans per dialect") {
  std::array<std::byte, 16> uuid{};
  for (std::size_t at = 0; at < uuid.size(); ++at) uuid[at] = static_cast<std::byte>(at * 17);
  CHECK(spell::uuid_text(uuid) == "00112233-4455-6677-8899-aabbccddeeff");
  const auto spelled = [&](Dialect dialect) {
    std::string out;
    spell::append_uuid(out, uuid, dialect);
    out += ' ';
    spell::append_bytes(out, std::span(uuid).first(2), dialect);
    out += ' ';
    spell::append_bool(out, true, dialect);
    return out;
  };
  CHECK(spelled(Dialect::Sqlite) == "x'00112233445566778899aabbccddeeff' x'0011' 1");
  CHECK(spelled(Dialect::Postgres) == "'00112233-4455-6677-8899-aabbccddeeff'::uuid '\\x0011'::bytea TRUE");
}
