// ochre generate: all files or none, only those that changed, and only over its own.
#include <catch2/catch.hpp>
#include <chrono>

#include "process.hpp"

using Catch::Matchers::Contains;
using ochre_test::Outcome;
using ochre_test::Workspace;

namespace {

constexpr std::size_t small_limit = 512;  // bytes: less than any generated header

const std::vector<std::string> to_out = {"generate", "shop.ochre", "--out", "out"};

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

std::string changed_schema() {
  return std::string(ochre_test::small_schema) + "\nmodel Shelf { id: int64 @id }\n";
}

// A failed run must say why and leave the files of an earlier one exactly as they were.
void require_intact(const Workspace& workspace, const std::vector<std::string>& arguments,
                    const std::string& sentence, std::size_t largest_file = 0) {
  const auto before = workspace.files("out");
  const Outcome outcome = workspace.ochre(arguments, {}, largest_file);
  CAPTURE(outcome.err);
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains(sentence));
  CHECK(workspace.files("out") == before);
}

}  // namespace

TEST_CASE("generate writes headers, sources and shards") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  const Outcome outcome = workspace.ochre(with(to_out, {"--shards", "2"}));
  CHECK(outcome.err == "");
  REQUIRE(outcome.code == 0);
  for (const char* name : {"out/shop/models.hpp", "out/shop/model/product.hpp", "out/shop/model/note.hpp",
                           "out/shard_0.cpp", "out/shard_1.cpp"}) {
    CAPTURE(name);
    CHECK(workspace.exists(name));
  }
  CHECK(!workspace.exists("out/shard_2.cpp"));
}

TEST_CASE("generated files are deterministic and unchanged ones keep their time") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  REQUIRE(workspace.ochre(to_out).code == 0);
  const auto first = workspace.files("out");
  const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
  for (const auto& [name, text] : first) std::filesystem::last_write_time(workspace.path() / name, old);
  REQUIRE(workspace.ochre(to_out).code == 0);
  CHECK(workspace.files("out") == first);
  for (const auto& [name, text] : first)
    CHECK(std::filesystem::last_write_time(workspace.path() / name) == old);

  workspace.write("shop.ochre", changed_schema());
  REQUIRE(workspace.ochre(to_out).code == 0);
  CHECK(std::filesystem::last_write_time(workspace.path() / "out/shop/model/product.hpp") == old);
  CHECK(workspace.exists("out/shop/model/shelf.hpp"));
}

TEST_CASE("the files of a model that is gone are removed") {
  const Workspace workspace;
  workspace.write("shop.ochre", changed_schema());
  REQUIRE(workspace.ochre(to_out).code == 0);
  REQUIRE(workspace.exists("out/shop/model/shelf.hpp"));
  workspace.write("out/shop/model/mine.hpp", "// written by hand\n");
  workspace.write("shop.ochre", ochre_test::small_schema);
  REQUIRE(workspace.ochre(to_out).code == 0);
  CHECK(!workspace.exists("out/shop/model/shelf.hpp"));
  CHECK(workspace.exists("out/shop/model/mine.hpp"));
}

TEST_CASE("a failed generate leaves the previous output intact") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  REQUIRE(workspace.ochre(to_out).code == 0);
  workspace.write("shop.ochre", changed_schema());

  SECTION("disk full") { require_intact(workspace, to_out, "cannot write", small_limit); }
  SECTION("a directory in the place of a file") {
    std::filesystem::create_directories(workspace.path() / "out/shop/model/shelf.hpp");
    require_intact(workspace, to_out, "a directory is in its place");
  }
  SECTION("a file in the place of a directory") {
    require_intact(workspace, {"generate", "shop.ochre", "--out", "out/shard_0.cpp"}, "out/shard_0.cpp");
  }
  SECTION("schema with an error") {
    workspace.write("shop.ochre", "schema shop\nmodel Product { id: int46 @id }\n");
    require_intact(workspace, to_out, "E0110");
  }
  SECTION("template that does not parse") {
    workspace.write("mine/cpp/model.hpp.mustache", "{{#open}} never closed");
    require_intact(workspace, with(to_out, {"--templates", "mine"}), "cpp/model.hpp.mustache");
  }
  SECTION("template that names something unknown") {
    workspace.write("mine/cpp/model.hpp.mustache", "{{no_such_name}}");
    require_intact(workspace, with(to_out, {"--templates", "mine"}), "no_such_name");
  }
  SECTION("template that replaces nothing") {
    workspace.write("mine/cpp/modle.hpp.mustache", "text");
    require_intact(workspace, with(to_out, {"--templates", "mine"}), "cpp/modle.hpp.mustache");
  }
  SECTION("templates directory that is missing") {
    require_intact(workspace, with(to_out, {"--templates", "nowhere"}), "nowhere");
  }
}

TEST_CASE("an output directory that cannot be written is a sentence") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  workspace.write("file", "");
  for (const char* place : {"file/out", "/proc/ochre"}) {
    const Outcome outcome = workspace.ochre({"generate", "shop.ochre", "--out", place});
    CAPTURE(place, outcome.err);
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, Contains(place));
  }
}

TEST_CASE("generate replaces no file it did not write") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  workspace.write("out/shop/models.hpp", "// my own\n");
  const Outcome outcome = workspace.ochre(to_out);
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("was not written by ochre"));
  CHECK(workspace.read("out/shop/models.hpp") == "// my own\n");
  CHECK(!workspace.exists("out/shard_0.cpp"));
}

TEST_CASE("two schemas do not share an output directory") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  workspace.write("other.ochre", "schema other\nmodel A { id: int64 @id }\n");
  REQUIRE(workspace.ochre(to_out).code == 0);
  const auto before = workspace.files("out");
  const Outcome outcome = workspace.ochre({"generate", "other.ochre", "--out", "out"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("shop.ochre") && Contains("--out"));
  CHECK(workspace.files("out") == before);
}

TEST_CASE("the depfile lists imports and replaced templates") {
  const Workspace workspace;
  workspace.write("my shop.ochre",
                  "schema shop\nimport \"common.ochre\"\nmodel A { id: int64 @id\n kind: Kind }\n");
  workspace.write("common.ochre", "enum Kind { small, large }\n");
  const Outcome outcome = workspace.ochre(
      {"generate", "my shop.ochre", "--out", "out", "--depfile", "out.d", "--stamp", "out.stamp"});
  CHECK(outcome.err == "");
  REQUIRE(outcome.code == 0);
  CHECK(workspace.read("out.d") == "out.stamp: \\\n  my\\ shop.ochre \\\n  common.ochre\n");
  CHECK(workspace.exists("out.stamp"));
}

TEST_CASE("list-outputs names the files and writes nothing") {
  const Workspace workspace;
  workspace.write("shop.ochre", ochre_test::small_schema);
  const Outcome listed = workspace.ochre(with(to_out, {"--list-outputs"}));
  REQUIRE(listed.code == 0);
  CHECK(!workspace.exists("out"));
  REQUIRE(workspace.ochre(to_out).code == 0);
  for (const auto& [name, text] : workspace.files("out"))
    if (name != "out/.ochre-outputs") CHECK_THAT(listed.out, Contains(name + "\n"));
}

TEST_CASE("a schema that needs a component the program cannot link is refused, and the first field named") {
  const Workspace workspace;
  const std::vector<std::string> neither = with(to_out, {"--without", "json,pattern"});
  workspace.write("shop.ochre", ochre_test::small_schema);
  CHECK(workspace.ochre(neither).code == 0);
  const auto refusal = [&](const std::string& declarations) {
    workspace.write("shop.ochre", "schema shop\n" + declarations);
    CHECK(workspace.ochre(to_out).code == 0);
    const Outcome outcome = workspace.ochre(neither);
    CHECK(outcome.code == 1);
    return outcome.err;
  };
  const std::string place = "struct Place { zip: string @pattern(\"[0-9]+\") }\n";
  CHECK_THAT(refusal("model A { id: int64 @id\n  code: string @pattern(\"[A-Z]+\") }\n"),
             Contains("`A.code` needs the component `pattern` of Ochre") && Contains("COMPONENTS pattern"));
  CHECK_THAT(refusal("model A { id: int64 @id\n  tags: string[] }\n"),
             Contains("`A.tags` needs the component `json`"));
  CHECK_THAT(refusal(place + "model A { id: int64 @id\n  at: Place }\n"),
             Contains("`A.at.zip` needs the component `pattern`"));
  CHECK_THAT(refusal(place + "model A { id: int64 @id\n  at: json<Place>? }\n"),
             Contains("`A.at` needs the component `json`"));
  workspace.write("shop.ochre", "schema shop\n" + place + "model A { id: int64 @id\n  note: json }\n");
  CHECK(workspace.ochre(neither).code == 0);
}
