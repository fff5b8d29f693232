// ochre schema json, as a user runs it. What it says is compared in tests/cases.
#include <catch2/catch.hpp>

#include "process.hpp"

using Catch::Matchers::Contains;
using ochre_test::Outcome;
using ochre_test::Workspace;

TEST_CASE("schema json prints one JSON document and nothing else") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  const Outcome outcome = workspace.ochre({"schema", "json", "shop.ochre"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK_THAT(outcome.out, Catch::Matchers::StartsWith("{\n") && Catch::Matchers::EndsWith("}\n"));
  CHECK_THAT(outcome.out, Contains("https://json-schema.org/draft/2020-12/schema") &&
                              Contains("\"Product\": {") && Contains("\"NewProduct\": {"));
  CHECK(workspace.ochre({"schema", "json", "shop.ochre"}).out == outcome.out);
}

TEST_CASE("schema json of a schema with mistakes prints them and no document") {
  const Workspace workspace;
  workspace.write("shop.ochre", "schema shop\nmodel A { id: int46 @id }\n");
  const Outcome text = workspace.ochre({"schema", "json", "shop.ochre"});
  CHECK(text.code == 1);
  CHECK(text.out.empty());
  CHECK_THAT(text.err, Contains("error[E0110]") && Contains("`int64`"));
  const Outcome gcc = workspace.ochre({"schema", "json", "shop.ochre", "--diagnostics", "gcc"});
  CHECK_THAT(gcc.err, Contains("[E0110]\n"));
  const Outcome missing = workspace.ochre({"schema", "json", "nowhere.ochre"});
  CHECK(missing.code == 1);
  CHECK_THAT(missing.err, Contains("does not exist"));
}

TEST_CASE("schema json that cannot be written is not success") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  const Outcome outcome = workspace.shell("\"$OCHRE\" schema json shop.ochre >/dev/full");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("standard output"));
}
