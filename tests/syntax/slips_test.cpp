// Spellings of other languages, and characters that have no place, are answered with what to write.
#include <catch2/catch.hpp>

#include "parsed.hpp"

using Catch::Matchers::Contains;
using ochre_test::Parsed;

namespace {

std::string findings(const std::string& text) { return Parsed(text).findings(); }
std::string said(const std::string& text) { return Parsed(text).said(); }

}  // namespace

TEST_CASE("operators of other languages") {
  const Parsed parsed("policy p on M { a || b && !c <> d === e }");
  CHECK(parsed.findings() == "E0014 1:19, E0014 1:24, E0014 1:27, E0014 1:30, E0014 1:35, E0026 1:35");
  CHECK(said("policy p on M { a || b }") == "`||` is not an operator of Ochre | write `or`, a word");
  CHECK(Parsed("policy p on M { a || b && c }").dump() == Parsed("policy p on M { a or b and c }").dump());
  CHECK(Parsed("policy p on M { a <> b }").diagnostics.all().at(0).fixes.at(0).replacement == "!=");
}

TEST_CASE("quotes") {
  CHECK(said("model M { a: string @default('x') }") == "strings stand in double quotes | write \"x\"");
  CHECK(findings("model M { a: string @default('x) }\nmodel N {}") ==
        "E0008 1:30");  // the brace is in the string
  CHECK(said("model M { a: string @default(\u201Cx\u201D) }") ==
        "`\u201Cx\u201D` is not a name: it has U+201C (\u201C) | strings stand in straight quotes: \"…\"");
}

TEST_CASE("an unclosed string is one mistake and ends with its line") {
  CHECK(findings("model M {\n  a: string @default(\"abc)\n  b: int64\n}\n") == "E0008 2:22");
  CHECK(findings("model M {\n  a: string @pattern(r\"abc)\n  b: int64\n}\n") == "E0008 2:22");
  CHECK(findings("import \"x\nmodel M {}\n") == "E0008 1:8");
  CHECK(findings("query q() -> none {\n  sql \"\"\"\n    select 1\n}\n") == "E0008 2:7");
}

TEST_CASE("semicolons are left out without a further word") {
  const Parsed parsed("model M {\n  a: int64;\n  index (a);\n}\n");
  CHECK(parsed.findings() == "E0016 2:11, E0016 3:12");
  CHECK(parsed.dump() == "model M with\n  a: int64\n  index (a;) using include  with \n");
}

TEST_CASE("names") {
  CHECK(findings("model größe { a: int64 }") == "E0011 1:7");
  CHECK(findings("model _a { b: int64 }") == "E0011 1:7");
  CHECK(findings("model a_ { b__c: int64 }") == "E0012 1:7, E0012 1:12");
  CHECK(findings("model " + std::string(255, 'a') + " {}").empty());
  CHECK(findings("model " + std::string(256, 'a') + " {}") == "E0013 1:7");
  CHECK_THAT(said("model a\u00A0b {}"), Contains("U+00A0"));
}

TEST_CASE("every word may name a field, and all but the operators' may be referred to") {
  for (const char* word :
       {"index",       "order",   "check", "query",   "id",        "unique", "table",
        "audit",       "on",      "with",  "where",   "model",     "actor",  "schema",
        "import",      "type",    "sql",   "count",   "partition", "by",     "desc",
        "soft_delete", "changes", "using", "include", "restrict",  "class",  "namespace"}) {
    CAPTURE(word);
    const std::string name = word;
    CHECK(findings("model M { " + name + ": int64\n check c: " + name + " > 0\n index (" + name + ") }")
              .empty());
  }
  for (const char* word : {"and", "or", "not", "in", "like", "is", "null", "true", "false"}) {
    CAPTURE(word);
    CHECK(findings("model M { " + std::string(word) + ": int64 }").empty());
  }
  CHECK(findings("model M { and: int64\n check c: and > 0 }") == "E0020 2:11");
}

TEST_CASE("numbers are plain") {
  CHECK(findings("model M { a: float64 @range(0.5..1.5) b: int64 @range(1..80) }").empty());
  for (const char* number : {"1_000", "0x10", "1e5", "2.5e3", "10L"}) {
    CAPTURE(number);
    CHECK(findings("model M { a: int64 @range(0.." + std::string(number) + ") }") == "E0017 1:30");
  }
  CHECK_THAT(said("model M { a: float64 @range(.5..1) }"), Contains("digits on both sides"));
}

TEST_CASE("characters without a meaning") {
  CHECK(said("model M { a: int64 # x\n}") == "`#` has no meaning in a schema | comments begin with `//`");
  CHECK(findings("model M { a: int64 ~ @id\n b: int64 }") == "E0007 1:20");
  CHECK(findings("policy p on M { a == $user.id }") == "E0018 1:22");
  CHECK(findings("model M {}\n/* no end") == "E0009 2:1");
}

TEST_CASE("types") {
  CHECK(findings("model M { a: int64?[] }") == "E0028 1:20");
  CHECK(findings("model M { a: int64[][] }") == "E0028 1:21");
  CHECK(findings("model M { a: int64?? }") == "E0028 1:20");
  CHECK(findings("model M { a: int64[]? }").empty());
  CHECK(findings("model M { a: list<int64> }") == "E0029 1:19");
}

TEST_CASE("ranges and arguments") {
  CHECK(findings("model M { a: int64 @range(1..) @range(..2) @range(0<..<1) @range(-5..-1) }").empty());
  CHECK(findings("model M { a: date @range(date(\"2026-01-01\")..) }").empty());
  CHECK(findings("model M { a: int64 @range(b..2) }") == "E0030 1:27");
  CHECK(findings("model M { a: int64 @range(1..<) }") == "E0030 1:27");
  CHECK(findings("model M { a: string @mask(partial(last: 4)) }").empty());
  CHECK(findings("model M { a: string @default(lower(x: 1)) }")
            .empty());  // a named call; sema knows no such one
  CHECK(findings("model M { check c: lower(x: 1) == \"a\" }") == "E0031 1:26");
}
