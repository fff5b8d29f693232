// What goes in comes out, exactly, or is refused.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "ochre/errors.hpp"
#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
using Catch::Contains;

namespace {

/// Writes a value, reads it back together with its storage class.
Cells round_trip(ochre::Connection& connection, const char* type, const ochre::Values& value) {
  connection.execute("drop table if exists t; create table t (a " + std::string(type) + ") strict");
  run(connection, "insert into t values (?1)", value);
  return rows(connection, 2, "select a, typeof(a) from t")[0];
}

double round_trip(ochre::Connection& connection, double value) {
  double read = 0;
  connection.execute("drop table if exists t; create table t (a real) strict");
  run(connection, "insert into t values (?1)", real(value));
  connection.prepare("select a from t")
      ->each({}, {[](void* context, ochre::Row& row) {
                    ochre::Value cell[1];
                    row.cells(0, cell);
                    *static_cast<double*>(context) = cell[0].real;
                    return true;
                  },
                  &read});
  return read;
}

}  // namespace

TEST_CASE("NULL, empty text and empty bytes stay apart") {
  const Connection connection = connect_memory();
  CHECK(round_trip(*connection, "text", null()) == Cells{"NULL", "null"});
  CHECK(round_trip(*connection, "text", text("")) == Cells{"", "text"});
  CHECK(round_trip(*connection, "text", text(std::string_view())) == Cells{"", "text"});
  CHECK(round_trip(*connection, "blob", bytes("")) == Cells{"x''", "blob"});
  CHECK(round_trip(*connection, "blob", bytes(std::string_view())) == Cells{"x''", "blob"});
  CHECK(round_trip(*connection, "integer", integer(0)) == Cells{"0", "integer"});
}

TEST_CASE("text keeps every byte") {
  const Connection connection = connect_memory();
  for (const std::string& value : {std::string("a\0b\0", 4), std::string("\0", 1), std::string("caf\xc3\xa9"),
                                   std::string("\xf0\x9f\x90\x98"), std::string("\xff\xfe invalid \xc3"),
                                   std::string("1e5"), std::string(" padded "), std::string("'quoted\"")}) {
    CHECK(round_trip(*connection, "text", text(value)) == Cells{value, "text"});
  }
}

TEST_CASE("bytes keep every byte") {
  const Connection connection = connect_memory();
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  CHECK(round_trip(*connection, "blob", bytes(all)) == Cells{"x'" + all + "'", "blob"});
}

TEST_CASE("integers reach their ends") {
  const Connection connection = connect_memory();
  using Limits = std::numeric_limits<std::int64_t>;
  for (const std::int64_t value : {Limits::min(), Limits::min() + 1, std::int64_t{-1}, Limits::max()}) {
    CHECK(round_trip(*connection, "integer", integer(value)) == Cells{std::to_string(value), "integer"});
  }
}

TEST_CASE("floats are exact") {
  const Connection connection = connect_memory();
  using Limits = std::numeric_limits<double>;
  for (const double value : {0.1, 1.0 / 3, -1e308, Limits::max(), Limits::min(), Limits::denorm_min(),
                             Limits::infinity(), -Limits::infinity(), 9007199254740993.0, 1e15, -7.0}) {
    CHECK(round_trip(*connection, value) == value);
  }
  CHECK(round_trip(*connection, -0.0) == 0.0);  // the sign is lost: SQLite keeps whole numbers as integers
}

TEST_CASE("NaN is refused, because SQLite would make NULL of it") {
  const Connection connection = connect_memory();
  connection->execute("create table t (a real) strict");
  for (const double nan : {std::nan(""), -std::nan("1")}) {
    CHECK_THROWS_AS(run(*connection, "insert into t values (?1)", real(nan)), ochre::ValidationFailed);
  }
  CHECK(cell(*connection, "select count(*) from t") == "0");
}

TEST_CASE("100 MB go in and out") {
  const TemporaryDirectory directory;
  const Connection connection = connect(directory.url());
  std::string large(100'000'000, '\0');
  for (std::size_t i = 0; i < large.size(); i += 997) large[i] = static_cast<char>(i);
  connection->execute("create table t (a blob, b text) strict");
  ochre::Values values = bytes(large);
  values.append(text(large));
  run(*connection, "insert into t values (?1, ?2)", values);
  const std::vector<Cells> found = rows(*connection, 2, "select a, b from t");
  CHECK((found[0][0] == "x'" + large + "'"));
  CHECK((found[0][1] == large));
}

TEST_CASE("what is longer than SQLite allows is refused with the limit") {
  const Connection connection = connect_memory();
  connection->execute("create table t (a blob) strict");
  const auto statement = connection->prepare("insert into t values (?1)");
  const std::string nearly(1'000'000'001, 'x');
  CHECK_THROWS_AS(statement->run(bytes(nearly)), ochre::StatementFailed);
  CHECK_THROWS_WITH(statement->run(text(nearly)), Contains("1000000000 bytes"));
  CHECK(statement->run(bytes("short")) == 1);
  CHECK(cell(*connection, "select count(*) from t") == "1");
}

TEST_CASE("text of another type is not bent into shape by a STRICT table") {
  const Connection connection = connect_memory();
  CHECK_THROWS_AS(round_trip(*connection, "integer", text("twelve")), ochre::CheckViolation);
  CHECK_THROWS_AS(round_trip(*connection, "text", bytes("x")), ochre::CheckViolation);
}
