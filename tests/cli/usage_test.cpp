// Wrong usage, help, and the promise about streams and exit codes.
#include <catch2/catch.hpp>

#include "process.hpp"

using Catch::Matchers::Contains;
using ochre_test::Outcome;
using ochre_test::Workspace;

TEST_CASE("wrong usage returns 64 and says what is wrong") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"generat"},
      {"check"},
      {"check", "shop.ochre", "--diagnostics", "xml"},
      {"ddl", "shop.ochre"},
      {"ddl", "shop.ochre", "--database", "oracle"},
      {"generate", "shop.ochre"},
      {"generate", "shop.ochre", "--out", "out", "--shards", "0"},
      {"generate", "shop.ochre", "--out", "out", "--databases", "sqlite,mysql"},
      {"generate", "shop.ochre", "--out", "out", "--nonsense"},
      {"generate", "shop.ochre", "--out", "out", "--without", "sqlite"},
      {"schema"},
      {"schema", "shop.ochre"},
      {"schema", "json"},
      {"schema", "xml", "shop.ochre"},
      {"schema", "json", "shop.ochre", "shop.ochre"},
      {"schema", "json", "shop.ochre", "--out", "out"},
  };
  for (const auto& arguments : wrong) {
    const Outcome outcome = workspace.ochre(arguments);
    CAPTURE(arguments, outcome.err);
    CHECK(outcome.code == 64);
    CHECK(outcome.out.empty());
    CHECK(!outcome.err.empty());
  }
  CHECK(!workspace.exists("out"));
}

TEST_CASE("help and version are data") {
  const Workspace workspace;
  for (const std::string command :
       {"check", "generate", "ddl", "format", "explain", "schema", "schema json"}) {
    CAPTURE(command);
    const Outcome outcome = workspace.shell("\"$OCHRE\" " + command + " --help");
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, Contains("Usage: ochre " + command + " [") && Contains("--help"));
    CHECK(outcome.err.empty());
    CHECK_THAT(workspace.ochre({"--help"}).out, Contains("  " + command.substr(0, command.find(' ')) + " "));
  }
  CHECK_THAT(workspace.ochre({"generate", "--help"}).out, Contains("--out DIR REQUIRED"));
  CHECK_THAT(workspace.ochre({"--help"}).out, Contains("Exit codes"));
  CHECK_THAT(workspace.ochre({"--version"}).out, Contains("ochre "));
}

TEST_CASE("output that cannot be written is not success") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  const Outcome outcome = workspace.shell("\"$OCHRE\" ddl shop.ochre --database sqlite >/dev/full");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("standard output"));
}

TEST_CASE("settings may stand in the environment, and the command line wins") {
  const Workspace workspace;
  workspace.write("shop.ochre", "schema shop\nmodel A { id: int46 @id }\n");
  const std::string check = "\"$OCHRE\" check shop.ochre";
  CHECK_THAT(workspace.shell("OCHRE_DIAGNOSTICS=json " + check).out, Contains("\"code\": \"E0110\""));
  CHECK_THAT(workspace.shell("OCHRE_DIAGNOSTICS=json " + check + " --diagnostics gcc").err,
             Contains("[E0110]\n"));
  CHECK(workspace.shell("OCHRE_DENY=W9999 " + check).code == 64);
  workspace.write("shop.ochre", ochre_test::small_schema);
  const Outcome ddl = workspace.shell("OCHRE_DATABASE=sqlite \"$OCHRE\" ddl shop.ochre");
  CHECK(ddl.code == 0);
  CHECK_THAT(ddl.out, Contains("CREATE TABLE"));
  CHECK(workspace.shell("OCHRE_DATABASE=oracle \"$OCHRE\" ddl shop.ochre --database sqlite").code == 0);
}

TEST_CASE("options may stand in ochre.toml") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  workspace.write("ochre.toml", "[ddl]\ndatabase = \"sqlite\"\n");
  const Outcome outcome = workspace.ochre({"ddl", "shop.ochre"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Contains("CREATE TABLE"));
}

TEST_CASE("what ochre.toml says of one command is nothing to another") {
  const Workspace workspace;
  workspace.write("shop.ochre", "schema shop\nmodel A { id: int46 @id }\n");
  workspace.write("ochre.toml", "[generate]\ndiagnostics = \"gcc\"\n");
  CHECK_THAT(workspace.ochre({"check", "shop.ochre"}).err, Contains("error[E0110]"));
  CHECK_THAT(workspace.ochre({"generate", "shop.ochre", "--out", "out"}).err, Contains("[E0110]\n"));
}
