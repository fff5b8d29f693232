#include "deb822/relations.hpp"

#include <catch2/catch.hpp>

using deb822::Alternative;
using deb822::Comparison;
using deb822::parse_relations;

TEST_CASE("a relationship field is groups of alternatives") {
  const auto groups =
      parse_relations("libc6 (>= 2.34), python3:any | python3.11,\n default-mta|mail-transport-agent");
  REQUIRE(groups.size() == 3);
  CHECK(groups[0] == deb822::Group{{"libc6", "", {{Comparison::AtLeast, "2.34"}}}});
  CHECK(groups[1] == deb822::Group{{"python3", "any", {}}, {"python3.11", "", {}}});
  CHECK(groups[2] == deb822::Group{{"default-mta", "", {}}, {"mail-transport-agent", "", {}}});
}

TEST_CASE("blanks are free and a trailing comma is harmless") {
  CHECK(parse_relations("").empty());
  CHECK(parse_relations(" , ").empty());
  CHECK(parse_relations("a(<<1:2.0~rc1-3) , ") ==
        std::vector<deb822::Group>{{{"a", "", {{Comparison::Older, "1:2.0~rc1-3"}}}}});
}

TEST_CASE("every comparison has its spelling, and the old ones include equality") {
  const auto comparison = [](const char* text) {
    return parse_relations(text).at(0).at(0).constraint->comparison;
  };
  CHECK(comparison("a (<< 1)") == Comparison::Older);
  CHECK(comparison("a (<= 1)") == Comparison::AtMost);
  CHECK(comparison("a (= 1)") == Comparison::Exactly);
  CHECK(comparison("a (>= 1)") == Comparison::AtLeast);
  CHECK(comparison("a (>> 1)") == Comparison::Newer);
  CHECK(comparison("a (< 1)") == Comparison::AtMost);
  CHECK(comparison("a (> 1)") == Comparison::AtLeast);
}

TEST_CASE("what is not a relationship is refused, and quoted") {
  const char* text = GENERATE("a b", "a (1.0)", "a (>= )", "a (>= 1", "a (>= 1 2)", ":any", "a:", "| b",
                              "a | | b", "a |", "(>= 1)");
  CAPTURE(text);
  CHECK_THROWS_AS(parse_relations(text), deb822::RelationError);
}
