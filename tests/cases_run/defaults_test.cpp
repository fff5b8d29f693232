// What the runtime fills in is what the database holds; computed fields come back computed.
#include <catch2/catch.hpp>

#include "defaults/models.hpp"

TEST_CASE("defaults and computed fields agree with the database") {
  ochre::Database db = defaults::open("sqlite::memory:");
  db.create_missing();
  const defaults::Token token = db.insert(defaults::NewToken{});
  CHECK(token.text == "abc");
  CHECK(token.number == 40);
  CHECK(token.year >= 2024);
  CHECK(token.maybe == 5);
  CHECK_FALSE(token.note.has_value());
  CHECK(token.issued == token.touched);  // one reading of the clock
  CHECK(token.double_ == 80);
  CHECK(token.quadruple == 160);
  CHECK(token.label == "ABC");
  CHECK(token.revision == 1);
  CHECK(db.find(defaults::tokens, token.id) == token);
  CHECK(db.count(ochre::from(defaults::tokens).where(defaults::tokens.quadruple == 160)) == 1);

  const defaults::Token other = db.insert(defaults::NewToken{.note = "x", .maybe = std::nullopt});
  CHECK(other.note == "x");
  CHECK_FALSE(other.maybe.has_value());
  CHECK(other.id != token.id);
}

TEST_CASE("checks see through computed fields and defaults") {
  CHECK(validate(defaults::NewToken{.number = 249}).empty());
  const ochre::Violations found = validate(defaults::NewToken{.number = 250});
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "small");
  CHECK(validate(defaults::NewToken{.number = 250, .state = defaults::State::Closed}).empty());
  // Overflow is a violation, whatever SQLite would make of it.
  CHECK(validate(defaults::NewToken{.number = INT64_MAX, .state = defaults::State::Closed}).size() == 1);
}
