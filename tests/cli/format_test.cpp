// ochre format and ochre explain, as a user runs them.
#include <catch2/catch.hpp>

#include "process.hpp"

using Catch::Matchers::Contains;
using ochre_test::Outcome;
using ochre_test::Workspace;

namespace {

constexpr const char* untidy = "schema   shop\nmodel A{id:int64 @id // the key\nname:string}\n";

}  // namespace

TEST_CASE("format lays out in place and is then content") {
  const Workspace workspace;
  workspace.write("shop.ochre", untidy);
  const Outcome check = workspace.ochre({"format", "shop.ochre", "--check"});
  CHECK(check.code == 2);
  CHECK_THAT(check.out, Contains("--- shop.ochre") && Contains("+model A {") && Contains("// the key"));
  CHECK(workspace.read("shop.ochre") == untidy);
  REQUIRE(workspace.ochre({"format", "shop.ochre"}).code == 0);
  CHECK_THAT(workspace.read("shop.ochre"), Contains("model A {\n") && Contains("// the key"));
  CHECK(workspace.ochre({"format", "shop.ochre", "--check"}).code == 0);
}

TEST_CASE("format works between standard input and output") {
  const Workspace workspace;
  workspace.write("shop.ochre", untidy);
  REQUIRE(workspace.ochre({"format", "shop.ochre"}).code == 0);
  const Outcome outcome = workspace.ochre({"format", "--stdin"}, untidy);
  CHECK(outcome.code == 0);
  CHECK(outcome.out == workspace.read("shop.ochre"));
}

TEST_CASE("format leaves a file alone that it does not understand") {
  const Workspace workspace;
  workspace.write("shop.ochre", "schema shop\nmodel A { id: int64 @id\n");
  const Outcome outcome = workspace.ochre({"format", "shop.ochre"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("shop.ochre:"));
  CHECK(workspace.read("shop.ochre") == "schema shop\nmodel A { id: int64 @id\n");
}

TEST_CASE("format needs files or standard input, not both") {
  const Workspace workspace;
  CHECK(workspace.ochre({"format"}).code == 64);
  CHECK(workspace.ochre({"format", "a.ochre", "--stdin"}).code == 64);
}

TEST_CASE("explain prints a page with a wrong and a right example") {
  const Workspace workspace;
  const Outcome page = workspace.ochre({"explain", "e0110"});
  CHECK(page.code == 0);
  CHECK_THAT(page.out, Contains("E0110: ") && Contains("Wrong:") && Contains("Right:"));
  CHECK_THAT(workspace.ochre({"explain", "--list"}).out, Contains("E0110  "));
  const Outcome unknown = workspace.ochre({"explain", "E011"});
  CHECK(unknown.code == 1);
  CHECK_THAT(unknown.err, Contains("did you mean"));
  CHECK(workspace.ochre({"explain"}).code == 64);
}
