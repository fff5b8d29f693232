// One mistake, one error, at the right place; and what stands around it is read all the same.
#include <catch2/catch.hpp>

#include "parsed.hpp"

using Catch::Matchers::Contains;
using ochre_test::Parsed;

namespace {

std::string findings(const std::string& text) { return Parsed(text).findings(); }

/// The mistake as the second line of a model between other models and fields.
std::string in_model(const std::string& line) {
  const Parsed parsed("model Before {}\nmodel M {\n  first: int64\n  " + line +
                      "\n  last: int64\n}\nmodel After {}\n");
  const std::string dump = parsed.dump();
  CHECK_THAT(dump, Contains("model Before") && Contains("first: int64") && Contains("last: int64") &&
                       Contains("model After"));
  return parsed.findings();
}

}  // namespace

TEST_CASE("mistakes in a member end with it") {
  CHECK(in_model("name string") == "E0037 4:7");
  CHECK(in_model("name:") == "E0020 4:8");
  CHECK(in_model("name: string @length(1..80") == "E0020 4:29");
  CHECK(in_model("name: string @") == "E0020 4:17");
  CHECK(in_model("name: string @ @trim") == "E0020 4:18");
  CHECK(in_model("name: string()") == "E0020 4:16");
  CHECK(in_model("index (a, b") == "E0020 4:14");
  CHECK(in_model("index by_name a") == "E0020 4:17");
  CHECK(in_model("indx (a)") == "E0023 4:3");
  CHECK(in_model("check positive: a >") == "E0020 4:22");
  CHECK(in_model("check positive: a = 1") == "E0036 4:21");
  CHECK(in_model("check: a > 1") == "E0020 4:12");
  CHECK(in_model("check c: a in 1") == "E0020 4:14");
  CHECK(in_model("check c: (a > 1") == "E0020 4:18");
  CHECK(in_model("order created_at") == "E0037 4:8");
  CHECK(in_model("order created_at desc") == "E0020 4:9");
  CHECK(in_model("table people") == "E0020 4:9");
  CHECK(in_model("key string") == "E0037 4:6");
  CHECK(in_model("key (first)") == "E0023 4:3");
  CHECK(in_model("on sqlite index (first)") == "E0020 4:13");
  CHECK(in_model("given = string") == "E0037 4:9");
  CHECK(in_model("\"name\": string") == "E0023 4:3");
  CHECK(in_model("first-name: string") == "E0011 4:3");
  CHECK(in_model("private name: string") == "E0023 4:3");
  CHECK(in_model("\"text\"") == "E0023 4:3");
  CHECK(in_model("on postgres { unique (a) }") == "E0038 4:17");
  CHECK(in_model("on postgres { partition by hash (a) }") == "E0020 4:38");
  CHECK(in_model("on postgres { partition by name (a) { x: 1..2 } }") == "E0035 4:30");
}

TEST_CASE("only a mistake that may have taken names along makes a model incomplete") {
  const auto incomplete = [](const std::string& line) {
    const Parsed parsed("model M {\n  " + line + "\n  last: int64\n}\n");
    CHECK(!parsed.findings().empty());
    return std::get<ochrec::ast::Model>(parsed.file.declarations.at(0)).incomplete;
  };
  CHECK(incomplete("name ??"));
  CHECK(incomplete("id (a, b"));
  CHECK(!incomplete("name: string @length(1..80"));
  CHECK(!incomplete("name: string = x"));
  CHECK(!incomplete("unique (name"));
  CHECK(!incomplete("uniqe (name)"));
  CHECK(!incomplete("check name > 3"));
}

TEST_CASE("a broken field keeps its name, so that nothing else misses it") {
  const Parsed parsed("model M {\n  name: string @length(1..80\n  role: = x\n}\n");
  CHECK(parsed.findings() == "E0020 2:29, E0020 3:9");
  CHECK(parsed.dump() == "model M with\n  name: string\n  role: <unreadable>\n");
}

TEST_CASE("words from SQL behind a field are one mistake a line") {
  CHECK(findings("model M {\n  id: int64 primary key\n  name: string not null\n  age: int32 null\n}\n") ==
        "E0020 2:13, E0020 3:16, E0020 4:14");
}

TEST_CASE("a missing brace is reported once, where it is missing") {
  CHECK(findings("model A {\n  id: int64\n\nmodel B {\n  id: int64\n}\n") == "E0021 2:12");
  CHECK(findings("model A {\n  id: int64\n") == "E0021 2:12");
  CHECK(findings("enum E {\n  a\n  b\nenum F { c }\n") == "E0021 3:4");
  CHECK(findings("policy p on M { a\nmodel A {}\n") == "E0021 1:18");
  CHECK(findings("model A {\n  on sqlite {\n    index (a)\n  id: int64\n}\n") == "E0038 4:3, E0021 5:2");
  CHECK(Parsed("model A {\n  id: int64\n\nmodel B {\n}\n").dump() ==
        "model A with\n  id: int64\nmodel B with\n");
}

TEST_CASE("a brace too many is one mistake") {
  CHECK(findings("model A { id: int64 }\n}\nmodel B {}\n") == "E0021 2:1");
  CHECK(findings("model A {\n  id: int64 }\n  name: string\n  age: int32\n}\nmodel B {}\n") == "E0022 3:3");
}

TEST_CASE("words that name declarations are not taken for them inside an enum") {
  CHECK(findings("enum Part {\n  model\n  type\n  policy\n  query\n  with\n  actor\n  enum\n}\n").empty());
}

TEST_CASE("broken heads") {
  CHECK(findings("modle A { id: int64 }\nmodel B {}\n") == "E0022 1:1");
  CHECK(findings("model { id: int64 }\nmodel B {}\n") == "E0020 1:7");
  CHECK(findings("model A wiht B { id: int64 }\nmodel B {}\n") == "E0020 1:9");
  CHECK(findings("model A\n  id: int64\n}\nmodel B {}\n") == "E0020 1:8");
  CHECK(findings("enum E with M { a }\n") == "E0020 1:13");
  CHECK(findings("type X =\nmodel B {}\n") == "E0020 1:9");
  CHECK(findings("type X = string(120) @\nmodel B {}\n") == "E0020 1:23");
  CHECK(findings("schema\nmodel B {}\n") == "E0020 1:7");
  CHECK(findings("import common\nmodel B {}\n") == "E0020 1:8");
  CHECK(findings("actor User { id: int64 }\n") == "E0020 1:7");
  CHECK(findings("policy p Post { a }\nmodel B {}\n") == "E0020 1:10");
}

TEST_CASE("broken queries") {
  CHECK(findings("query q(a int64) -> none { sql \"\" }\nmodel B {}\n") == "E0037 1:10");
  CHECK(findings("query q() -> some { sql \"\" }\nmodel B {}\n") == "E0033 1:14");
  CHECK(findings("query q() many { sql \"\" }\nmodel B {}\n") == "E0020 1:11");
  CHECK(findings("query q() -> none { select 1 }\nmodel B {}\n") == "E0020 1:21");
  CHECK(findings("query q() -> none { sql(sqlite) \"\" sql(postgres) select }\nmodel B {}\n") ==
        "E0020 1:50");
}

TEST_CASE("enum values") {
  CHECK(findings("enum E { a, b = , c }\n") == "E0020 1:17");
  CHECK(findings("enum E { a,, b }\n") == "E0020 1:12");
  CHECK(Parsed("enum E { a, b = , c }\n").dump() == "enum E\n  a\n  b\n  c\n");
}

TEST_CASE("headers in the wrong order") {
  CHECK(findings("model A {}\nschema s\nimport \"x\"\n") == "E0032 2:1, E0032 3:1");
  CHECK(findings("schema a\nschema b\nmodel A {}\n") == "E0032 2:1");
}

TEST_CASE("commas separate fields and values only") {
  CHECK(findings("model A { a: int64, b: int64 }\n").empty());
  CHECK(findings("model A {\n  a: int64,\n  index (a),\n  b: int64\n}\n") == "E0024 3:12");
  CHECK(findings("model A { a: int64,, b: int64 }\n") == "E0024 1:20");
}

TEST_CASE("several mistakes in one run") {
  CHECK(findings("model A {\n  a int64\n  b: int64 @\n}\nenum E { 1 }\ntype T = \"x\"\n") ==
        "E0037 2:4, E0020 3:13, E0020 5:10, E0020 6:10");
}
