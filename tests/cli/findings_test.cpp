// How findings are shown: to people, to editors, and to programs.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "process.hpp"

using Catch::Matchers::Contains;
using nlohmann::json;
using ochre_test::Outcome;
using ochre_test::Workspace;

namespace {

const char* const wrong_schema =
    "schema shop\nmodel A { id: int46 @id }\nmodel B { id: int64 @id, ID: string }\n";

// A warning and nothing else.
const char* const doubtful_schema = "schema shop\nmodel A { id: int64 @id\n check c: id is not null }\n";

/// What SARIF 2.1.0 requires of a location; sections 3.28 to 3.30 of its specification.
void require_location(const json& location) {
  const json& place = location.at("physicalLocation");
  const std::string uri = place.at("artifactLocation").at("uri");
  CHECK(!uri.empty());
  CHECK(uri.find_first_of(" \"<>\\^`{|}") == std::string::npos);
  const json& region = place.at("region");
  CHECK(region.at("startLine") >= 1);
  CHECK(region.at("startColumn") >= 1);
  CHECK(region.at("endLine") >= region.at("startLine"));
  CHECK(region.at("endColumn") >= 1);
}

void require_fix(const json& fix) {
  REQUIRE(!fix.at("artifactChanges").empty());
  for (const json& change : fix.at("artifactChanges")) {
    CHECK(change.at("artifactLocation").at("uri").is_string());
    REQUIRE(!change.at("replacements").empty());
    for (const json& replacement : change.at("replacements")) {
      CHECK(replacement.at("deletedRegion").at("startLine") >= 1);
      CHECK(replacement.at("insertedContent").at("text").is_string());
    }
  }
}

void require_sarif(const json& log) {
  CHECK(log.at("version") == "2.1.0");
  CHECK(log.at("$schema").is_string());
  REQUIRE(log.at("runs").size() == 1);
  const json& run = log.at("runs")[0];
  CHECK(run.at("tool").at("driver").at("name") == "ochre");
  CHECK((run.at("columnKind") == "unicodeCodePoints" || run.at("columnKind") == "utf16CodeUnits"));
  std::set<std::string> rules;
  for (const json& rule : run.at("tool").at("driver").at("rules")) {
    CHECK(rules.insert(rule.at("id")).second);
    CHECK(rule.at("shortDescription").at("text").is_string());
  }
  for (const json& result : run.at("results")) {
    CHECK(rules.count(result.at("ruleId")) == 1);
    CHECK((result.at("level") == "error" || result.at("level") == "warning"));
    CHECK(result.at("message").at("text").is_string());
    REQUIRE(!result.at("locations").empty());
    for (const json& location : result.at("locations")) require_location(location);
    for (const json& location : result.value("relatedLocations", json::array())) {
      require_location(location);
      CHECK(location.at("message").at("text").is_string());
    }
    for (const json& fix : result.value("fixes", json::array())) require_fix(fix);
  }
}

}  // namespace

TEST_CASE("findings as JSON, with fixes and related places") {
  const Workspace workspace;
  workspace.write("shop.ochre", wrong_schema);
  const Outcome outcome = workspace.ochre({"check", "shop.ochre", "--diagnostics", "json"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err.empty());
  const json all = json::parse(outcome.out);
  CHECK(all.at("omitted") == 0);
  REQUIRE(all.at("diagnostics").size() == 2);
  const json& type = all.at("diagnostics")[0];
  CHECK(type.at("code") == "E0110");
  CHECK(type.at("severity") == "error");
  CHECK(type.at("file") == "shop.ochre");
  CHECK(type.at("line") == 2);
  CHECK(type.at("column") == 15);
  CHECK(type.at("end_line") == 2);
  CHECK(type.at("end_column") == 20);
  CHECK(type.at("message") == "there is no type `int46`");
  CHECK(type.at("help") == "did you mean `int64`?");
  CHECK(type.at("fixes")[0].at("replacement") == "int64");
  const json& twice = all.at("diagnostics")[1];
  CHECK(twice.at("code") == "E0140");
  CHECK(twice.at("related")[0].at("message") == "first declared here");
  CHECK(twice.at("related")[0].at("line") == 3);
}

TEST_CASE("findings as SARIF have what the format requires") {
  const Workspace workspace;
  workspace.write("my shop.ochre", wrong_schema);
  workspace.write("doubtful.ochre", doubtful_schema);
  const Outcome outcome =
      workspace.ochre({"check", "my shop.ochre", "doubtful.ochre", "absent.ochre", "--diagnostics", "sarif"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err.empty());
  const json log = json::parse(outcome.out);
  require_sarif(log);
  CHECK(log.at("runs")[0].at("results").size() == 4);
  workspace.write("good.ochre", ochre_test::small_schema);
  require_sarif(json::parse(workspace.ochre({"check", "good.ochre", "--diagnostics", "sarif"}).out));
}

TEST_CASE("findings as compilers print them") {
  const Workspace workspace;
  workspace.write("shop.ochre", wrong_schema);
  const Outcome outcome = workspace.ochre({"check", "shop.ochre", "--diagnostics", "gcc"});
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Contains("shop.ochre:2:15: error: there is no type `int46` [E0110]\n"));
  CHECK_THAT(outcome.err, Contains("shop.ochre:3:11: note: first declared here\n"));
}

TEST_CASE("the findings of several schemas are one document") {
  const Workspace workspace;
  workspace.write("a.ochre", wrong_schema);
  workspace.write("b.ochre", doubtful_schema);
  const Outcome outcome = workspace.ochre({"check", "b.ochre", "a.ochre", "--diagnostics", "json"});
  CHECK(outcome.code == 1);
  CHECK(json::parse(outcome.out).at("diagnostics").size() == 3);
}

TEST_CASE("warnings do not fail, unless they are denied") {
  const Workspace workspace;
  workspace.write("shop.ochre", doubtful_schema);
  const Outcome warned = workspace.ochre({"check", "shop.ochre"});
  CHECK(warned.code == 0);
  CHECK_THAT(warned.err, Contains("warning[W0101]") && Contains("\n1 warning\n"));
  for (const char* denied : {"W0101", "W"}) {
    const Outcome outcome = workspace.ochre({"check", "shop.ochre", "--deny", denied});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, Contains("error[W0101]"));
    CHECK(workspace.ochre({"generate", "shop.ochre", "--out", "out", "--deny", denied}).code == 1);
  }
  CHECK(!workspace.exists("out"));
  CHECK(workspace.ochre({"check", "shop.ochre", "--deny", "W0001"}).code == 0);
  for (const char* unknown : {"W9999", "E0110", "all"}) {
    const Outcome outcome = workspace.ochre({"check", "shop.ochre", "--deny", unknown});
    CHECK(outcome.code == 64);
    CHECK_THAT(outcome.err, Contains(unknown) && Contains("explain --list"));
  }
}

TEST_CASE("a file without text is named without a line of it") {
  const Workspace workspace;
  CHECK(workspace.ochre({"check", "absent.ochre"}).err ==
        "absent.ochre:1:1: error[E0001]: `absent.ochre` does not exist\n\n1 error\n");
}

TEST_CASE("a schema without a name is noted, not refused") {
  const Workspace workspace;
  workspace.write("part.ochre", "model A { id: int64 @id }\n");
  workspace.write("kinds.ochre", "enum Kind { a, b }\n");
  const Outcome outcome = workspace.ochre({"check", "part.ochre", "kinds.ochre"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "part.ochre: note: there is no `schema` line; `ochre generate` needs one in the root file\n");
  CHECK_THAT(workspace.ochre({"generate", "part.ochre", "--out", "out"}).err, Contains("error[E0100]"));
}

TEST_CASE("several schemas are checked in one run") {
  const Workspace workspace;
  workspace.write("good.ochre", ochre_test::small_schema);
  workspace.write("bad.ochre", wrong_schema);
  const Outcome outcome = workspace.ochre({"check", "bad.ochre", "good.ochre"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("bad.ochre:2:15"));
}
