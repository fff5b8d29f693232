// Which /// comments belong to what.
#include <catch2/catch.hpp>

#include "parsed.hpp"

using ochre_test::Parsed;

TEST_CASE("a comment above documents what follows, lines joined") {
  const Parsed parsed("/// One.\n///  Two.\nmodel M {\n  /// Three.\n  a: int64\n}\n");
  CHECK(parsed.findings().empty());
  CHECK(parsed.dump() == "model M with /// \"One.\\x0a Two.\"\n  a: int64 /// \"Three.\"\n");
}

TEST_CASE("a comment behind code documents that member") {
  const Parsed parsed(
      "model M { /// the model\n  a: int64, /// the field\n  b: int64 /// another\n  audit /// trail\n}\n");
  CHECK(parsed.findings().empty());
  CHECK(parsed.dump() ==
        "model M with /// \"the model\"\n  a: int64 /// \"the field\"\n  b: int64 /// \"another\"\n  audit "
        "/// \"trail\"\n");
}

TEST_CASE("enum values, parameters and statements of a database have documentation too") {
  const Parsed parsed(
      "enum E {\n  a /// first\n  /// second\n  b\n}\n"
      "query q(\n  /// when\n  x: date) -> none { sql \"\" }\n"
      "model M {\n  on sqlite {\n    /// fast\n    index (a)\n  }\n}\n");
  CHECK(parsed.findings().empty());
  CHECK(
      parsed.dump() ==
      "enum E\n  a /// \"first\"\n  b /// \"second\"\nquery q 3 \n  x: date /// \"when\"\n->\n  sql() \"\"\n"
      "model M with\n  on sqlite\n    index (a;) using include  with  /// \"fast\"\n");
}

TEST_CASE("a comment that documents nothing draws a warning") {
  CHECK(Parsed("model M {\n  a: int64\n  /// lost\n}\n/// lost too\n").findings() == "W0001 3:3, W0001 5:1");
  CHECK(Parsed("//// four are an ordinary comment\nmodel M {}\n").findings().empty());
}

TEST_CASE("inside unreadable text nothing is said about comments") {
  CHECK(Parsed("model M {\n  a: = \n  /// inside\n  ? x\n  b: int64\n}\n").findings() == "E0020 2:6");
}
