// What the front end makes of files that are not schemas.
#include <catch2/catch.hpp>

#include "process.hpp"

using Catch::Matchers::Contains;
using ochre_test::Outcome;
using ochre_test::Workspace;

namespace {

Outcome check(const std::string& name, std::string_view text) {
  const Workspace workspace;
  workspace.write(name, text);
  return workspace.ochre({"check", name});
}

}  // namespace

TEST_CASE("a schema without findings is silent") {
  const Outcome outcome = check("shop.ochre", ochre_test::small_schema);
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.empty());
}

TEST_CASE("a missing file is a sentence") {
  const Workspace workspace;
  const Outcome outcome = workspace.ochre({"check", "nowhere.ochre"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("nowhere.ochre") && Contains("does not exist"));
}

TEST_CASE("a directory instead of a file is a sentence") {
  const Workspace workspace;
  std::filesystem::create_directory(workspace.path() / "shop.ochre");
  const Outcome outcome = workspace.ochre({"check", "shop.ochre"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("is a directory"));
}

TEST_CASE("a file that cannot be read is a sentence") {
  // Reading the start of this file fails for every user, the administrator included.
  const Workspace workspace;
  const Outcome outcome = workspace.ochre({"check", "/proc/self/mem"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("cannot be read"));
}

TEST_CASE("an empty file is a sentence") {
  const Outcome outcome = check("empty.ochre", "");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("empty"));
}

TEST_CASE("a binary file is one sentence, not a screenful") {
  std::string bytes =
      "\x7F"
      "ELF";
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>(i * 7);
  const Outcome outcome = check("program.ochre", bytes);
  CHECK(outcome.code == 1);
  CHECK(outcome.err.size() < 2000);
  for (const char letter : outcome.err) {
    CAPTURE(static_cast<int>(letter));
    REQUIRE((letter == '\n' || static_cast<unsigned char>(letter) >= 0x20));
  }
}

TEST_CASE("Windows line ends and a byte order mark change nothing") {
  std::string text = "\xEF\xBB\xBF";
  for (const char letter : ochre_test::small_schema)
    text += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
  CHECK(check("shop.ochre", text).code == 0);
  const Workspace workspace;
  workspace.write("dos.ochre", text);
  workspace.write("unix.ochre", ochre_test::small_schema);
  const Outcome dos = workspace.ochre({"ddl", "dos.ochre", "--database", "sqlite"});
  CHECK(dos.code == 0);
  CHECK(dos.out == workspace.ochre({"ddl", "unix.ochre", "--database", "sqlite"}).out);
}

TEST_CASE("a missing import points at the import") {
  const Outcome outcome = check("shop.ochre", "schema shop\nimport \"common.ochre\"\n");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("shop.ochre:2:8") && Contains("common.ochre"));
}

TEST_CASE("imports may form a cycle") {
  const Workspace workspace;
  workspace.write("a.ochre", "schema shop\nimport \"parts/b.ochre\"\nmodel A { id: int64 @id\n b: B }\n");
  workspace.write("parts/b.ochre", "import \"../a.ochre\"\nmodel B { id: int64 @id\n as: A.b[] }\n");
  const Outcome outcome = workspace.ochre({"check", "a.ochre"});
  CHECK(outcome.err == "");
  CHECK(outcome.code == 0);
  const Outcome part = workspace.ochre({"check", "parts/b.ochre"});
  CHECK_THAT(part.err, !Contains("error"));
  CHECK(part.code == 0);
  CHECK_THAT(workspace.ochre({"generate", "parts/b.ochre", "--out", "out"}).err, Contains("error[E0100]"));
}
