#include "spell/operation.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support/sqlite_database.hpp"

using ochre::Dialect;
namespace spell = ochre::spell;
using spell::Binding;
using spell::Operation;

namespace {

// Operands that are all `x`, as tight or as loose as told.
std::string spelled(Operation operation, std::size_t operands, Binding operand, Dialect dialect) {
  std::string out;
  const auto literal = [&](std::string_view text) { out += text; };
  const auto write = [&](std::size_t, Binding least) { out += operand < least ? "(x)" : "x"; };
  spell::expand(spell::spelling(operation, dialect), operands, literal, write);
  return out;
}

}  // namespace

TEST_CASE("every operation is spelled in every dialect") {
  for (int at = 0; at <= static_cast<int>(spell::last_operation); ++at) {
    INFO(at);
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgres}) {
      const auto spelling = spell::spelling(static_cast<Operation>(at), dialect);
      REQUIRE(!spelling.pattern.empty());
      CHECK(spelling.binding != Binding::Anything);
    }
  }
}

TEST_CASE("operands go into parentheses only where they could be misread") {
  const auto sqlite = Dialect::Sqlite;
  CHECK(spelled(Operation::And, 2, Binding::Or, sqlite) == "(x) AND (x)");
  CHECK(spelled(Operation::And, 2, Binding::And, sqlite) == "x AND x");
  CHECK(spelled(Operation::Subtract, 2, Binding::Add, sqlite) == "x - (x)");
  CHECK(spelled(Operation::Divide, 2, Binding::Multiply, sqlite) == "x / (x)");
  CHECK(spelled(Operation::Divide, 2, Binding::Multiply, Dialect::Postgres) == "x / nullif(x, 0)");
  CHECK(spelled(Operation::Equal, 2, Binding::Compare, sqlite) == "(x) = (x)");
  CHECK(spelled(Operation::In, 3, Binding::Or, sqlite) == "(x) IN (x, x)");
  CHECK(spelled(Operation::Coalesce, 3, Binding::Or, sqlite) == "coalesce(x, x, x)");
  CHECK(spelled(Operation::Negate, 1, Binding::Negate, sqlite) == "- (x)");
  CHECK(spelled(Operation::YearOfDays, 1, Binding::Add, sqlite) ==
        "CAST(strftime('%Y', (x) * 86400, 'unixepoch') AS INTEGER)");
}

TEST_CASE("the current moment and random uuids on SQLite") {
  ochre_test::SqliteDatabase db;
  const auto value = [&](Operation operation) {
    return spelled(operation, 0, Binding::Primary, Dialect::Sqlite);
  };
  const std::string micros = value(Operation::NowMicros);
  CHECK(db.one("SELECT typeof(" + micros + ")") == "integer");
  CHECK(db.one("SELECT abs(" + micros + " - (julianday('now') - 2440587.5) * 86400e6) < 1000") == "1");
  CHECK(db.one("SELECT " + value(Operation::NowDays) + " = (" + micros + ") / 86400000000") == "1");
  CHECK(db.one("SELECT " + value(Operation::NowTime) + " BETWEEN 0 AND 86399999999") == "1");
  for (int turn = 0; turn < 300; ++turn) {
    const std::string hex = db.one("SELECT hex(" + value(Operation::RandomUuid) + ")");
    REQUIRE(hex.size() == 32);
    CHECK(hex[12] == '4');
    CHECK(std::string("89AB").find(hex[16]) != std::string::npos);
  }
}
