// What the canonical layout looks like.
#include <catch2/catch.hpp>

#include "base/diagnostic.hpp"
#include "format/format.hpp"
#include "syntax/parse.hpp"

namespace {

std::string formatted(const std::string& text) {
  ochrec::base::Sources sources;
  ochrec::base::Diagnostics diagnostics;
  const auto id = sources.add("x.ochre", text);
  const ochrec::ast::File file = ochrec::syntax::parse(sources.file(id), diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  return ochrec::format::format(file, sources.file(id));
}

}  // namespace

TEST_CASE("fields stand in columns, statements do not") {
  CHECK(formatted("model A{id:int64@id@auto email:string(120)@unique,\nbody:string index(email)check c:id>0 "
                  "and(id<9)}") ==
        "model A {\n"
        "  id:    int64       @id @auto\n"
        "  email: string(120) @unique\n"
        "  body:  string\n"
        "  index (email)\n"
        "  check c: id > 0 and (id < 9)\n"
        "}\n");
}

TEST_CASE("a blank line begins new columns, and at most one stays") {
  CHECK(formatted("model A {\n\n\n  a: int64 @id\n\n\n  longer_name: Other @x\n\n}\n\n\n\n") ==
        "model A {\n"
        "  a: int64 @id\n"
        "\n"
        "  longer_name: Other @x\n"
        "}\n");
}

TEST_CASE("comments stay where they were; those behind code line up") {
  CHECK(formatted("// file\n\nschema a // name\nmodel A { // opens\n// above\na: int64 @id // key\n"
                  "/* between */\nlonger: string // text\n// last\n} // closed\n// end") ==
        "// file\n"
        "\n"
        "schema a  // name\n"
        "\n"
        "model A {  // opens\n"
        "  // above\n"
        "  a:      int64 @id  // key\n"
        "  /* between */\n"
        "  longer: string     // text\n"
        "  // last\n"
        "}  // closed\n"
        "// end\n");
}

TEST_CASE("a member with comments inside keeps its lines") {
  CHECK(
      formatted("model A {\n   check c: a   // one\n        or b // two\n            and c\n   x:int64\n}") ==
      "model A {\n"
      "  check c: a   // one\n"
      "      or b // two\n"
      "          and c\n"
      "  x: int64\n"
      "}\n");
}

TEST_CASE("carriage returns and form feeds at the end of a line go, also in a member that keeps its lines") {
  const std::string once = formatted("model A {\n  id: string(20)\r \f\r \n/* a\n  comment */\n? @id\n}\n");
  CHECK(once.find_first_of("\r\f") == std::string::npos);
  CHECK(formatted(once) == once);
}

TEST_CASE("what stood on one line stays there if it fits") {
  CHECK(formatted("enum E{a,b=\"x\"  c}") == "enum E { a, b = \"x\", c }\n");
  CHECK(formatted("enum E{a,\nlonger=\"x\",c@old}") == "enum E {\n  a\n  longer = \"x\"\n  c      @old\n}\n");
  CHECK(formatted("actor{id:int64 role:string}") == "actor { id: int64, role: string }\n");
  CHECK(formatted("struct S { a: string @length(1..200) @pattern(r\"[a-z]+\"), b: string @length(1..200), c: "
                  "string @trim @lower @upper }") ==
        "struct S {\n"
        "  a: string @length(1..200) @pattern(r\"[a-z]+\")\n"
        "  b: string @length(1..200)\n"
        "  c: string @trim @lower @upper\n"
        "}\n");
  CHECK(formatted("mixin M { }") == "mixin M {}\n");
}

TEST_CASE("a long condition breaks before its operators") {
  CHECK(formatted("policy own_posts on Post for read, update { author_id == $actor.id or $actor.role == "
                  "\"administrator\" or "
                  "(published and created_at > now()) }") ==
        "policy own_posts on Post for read, update {\n"
        "  author_id == $actor.id or $actor.role == \"administrator\" or (published and created_at > now())\n"
        "}\n");
  CHECK(formatted("model M { check long: first_condition_of_many == 1 or second_condition_of_many == 2 or "
                  "third_condition_of_many == 3 or fourth == 4 }") ==
        "model M {\n"
        "  check long:\n"
        "      first_condition_of_many == 1\n"
        "      or second_condition_of_many == 2\n"
        "      or third_condition_of_many == 3\n"
        "      or fourth == 4\n"
        "}\n");
}

TEST_CASE("declarations of several lines have blank lines around them") {
  CHECK(formatted("schema a import \"b\" type A = int64 type B = int32\npolicy p on M { a }\n// about "
                  "M\nmodel M { a: A }") ==
        "schema a\n"
        "import \"b\"\n"
        "\n"
        "type A = int64\n"
        "type B = int32\n"
        "policy p on M { a }\n"
        "\n"
        "// about M\n"
        "model M {\n"
        "  a: A\n"
        "}\n");
}

TEST_CASE("queries") {
  CHECK(formatted("query q(a:int64,b:date)->many{c:int64 d:string}{sql\"\"\"\n      select 1\n        where "
                  "2\n   \"\"\"}") ==
        "query q(a: int64, b: date) -> many { c: int64, d: string } {\n"
        "  sql \"\"\"\n"
        "    select 1\n"
        "      where 2\n"
        "  \"\"\"\n"
        "}\n");
  CHECK(formatted(
            "query with_a_long_name(first_parameter: timestamp, second_parameter: timestamp) -> optional { "
            "column_one: int64, two: string } { sql \"\" }") ==
        "query with_a_long_name(\n"
        "  first_parameter:  timestamp\n"
        "  second_parameter: timestamp\n"
        ") -> optional {\n"
        "  column_one: int64\n"
        "  two:        string\n"
        "} {\n"
        "  sql \"\"\n"
        "}\n");
}

TEST_CASE("expressions, ranges and types have one spelling") {
  CHECK(formatted("model M{check c:((a+1))* -b<=2 and not(d)or e in[1,2]or f is   not null\nx:decimal( 12 , "
                  "2 )[ ] ?@range( 0 <..< 1 )@f(a:1,..- 2)}") ==
        "model M {\n"
        "  check c: (a + 1) * -b <= 2 and not (d) or e in [1, 2] or f is not null\n"
        "  x: decimal(12,2)[]? @range(0<..<1) @f(a: 1, ..-2)\n"
        "}\n");
}

TEST_CASE("line ends become LF, the byte order mark goes, documentation stays") {
  CHECK(formatted("\xEF\xBB\xBF/// Doc.\r\nmodel M {\r\n  a: int64 /// field\r\n}\r\n") ==
        "/// Doc.\nmodel M {\n  a: int64  /// field\n}\n");
}
