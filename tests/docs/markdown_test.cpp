#include "markdown.hpp"

#include <stdexcept>

#include <catch2/catch.hpp>

TEST_CASE("blocks know their comment, language, line and place") {
  const std::string text = "Text.\n\n<!-- code: a/b.cpp#name -->\n```cpp\nint x;\n```\n```\nfigure\n```\n";
  const auto blocks = docs::blocks_of(text);
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].origin == "code");
  CHECK(blocks[0].argument == "a/b.cpp#name");
  CHECK(blocks[0].language == "cpp");
  CHECK(blocks[0].line == 4);
  CHECK(blocks[0].text == "int x;\n");
  CHECK(text.substr(blocks[0].begin, 6) == "int x;");
  CHECK(blocks[1].origin.empty());
  CHECK(blocks[1].language.empty());
  CHECK(blocks[1].text == "figure\n");
}

TEST_CASE("a region loses the indentation its lines share") {
  const char* source =
      "void f() {\n  // [one]\n  a();\n\n    b();\n  // [end]\n}\n// [two]\nc();\n// [end]\n";
  CHECK(docs::region(source, "one") == "a();\n\n  b();\n");
  CHECK(docs::region(source, "two") == "c();\n");
  CHECK_THROWS_AS(docs::region(source, "three"), std::runtime_error);
}
