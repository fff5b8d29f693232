#include "base/suggest.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using ochrec::base::nearest;

namespace {
const std::vector<std::string> fields = {"title", "author", "created_at", "id", "body"};
}

TEST_CASE("a slip of the finger finds its name") {
  CHECK(nearest("titel", fields) == "title");
  CHECK(nearest("athor", fields) == "author");
  CHECK(nearest("autthor", fields) == "author");
  CHECK(nearest("creatd_at", fields) == "created_at");
  CHECK(nearest("Author", fields) == "author");
}

TEST_CASE("what is far from everything finds nothing") {
  CHECK(!nearest("publisher", fields));
  CHECK(!nearest("", fields));
  CHECK(!nearest("title", {}));
  CHECK(!nearest(std::string(100'000, 'x'), fields));
}

TEST_CASE("swapped letters are nearer than another letter") {
  const std::vector<std::string> types = {"int16", "int64"};
  CHECK(nearest("int46", types) == "int64");
}

TEST_CASE("the first of equals wins") {
  const std::vector<std::string> equals = {"cat", "car"};
  CHECK(nearest("cab", equals) == "cat");
}

TEST_CASE("a difference of case is nearer than another letter") {
  const std::vector<std::string> names = {"bole", "Role"};
  CHECK(nearest("role", names) == "Role");
}

TEST_CASE("a difference of case alone is a slip at any length") {
  const std::vector<std::string> actions = {"restrict", "cascade", "set_null"};
  CHECK(nearest("CASCADE", actions) == "cascade");
  CHECK(nearest("SET_NULL", actions) == "set_null");
}
