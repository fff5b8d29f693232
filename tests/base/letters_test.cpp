#include "base/letters.hpp"

#include <catch2/catch.hpp>

using namespace ochrec::base;

TEST_CASE("lower case is that of ASCII") {
  CHECK(lower_case("Ab_Z9ÄÉ") == "ab_z9ÄÉ");
  CHECK(lower_case("@[`{") == "@[`{");  // the neighbours of the letters
}

TEST_CASE("a beginning has whole characters") {
  CHECK(beginning("abc", 3) == "abc");
  CHECK(beginning("abc", 9) == "abc");
  CHECK(beginning("abc", 2) == "ab");
  CHECK(beginning("aé", 2) == "a");
  CHECK(beginning("\xF0\x9F\x8E\x88", 3).empty());
  CHECK(beginning("abc", 0).empty());
}
