// Every construct of the language, and the kinds of tokens.
#include <catch2/catch.hpp>

#include "parsed.hpp"
#include "support/random_schema.hpp"
#include "syntax/lex.hpp"

using ochre_test::dump_of_members;
using ochre_test::Parsed;

TEST_CASE("the order of token kinds is the grammar's") {
  using ochrec::syntax::TokenKind;
  for (int number = 1; number < static_cast<int>(TokenKind::Blank); ++number) {
    const auto kind = static_cast<TokenKind>(number);
    const std::string written(ochrec::syntax::spelling(kind));
    if (written.empty()) continue;
    CAPTURE(written);
    ochrec::base::Sources sources;
    ochrec::base::Diagnostics diagnostics;
    const auto id = sources.add("x", written);
    CHECK(ochrec::syntax::lex(sources.file(id), diagnostics).tokens.at(0).kind == kind);
  }
}

TEST_CASE("declarations") {
  CHECK(Parsed("schema blog import \"a\" import \"b\"").dump() ==
        "schema blog\nimport \"a\"\nimport \"b\"\n");
  CHECK(Parsed("actor { id: int64, role: string }").dump() == "actor\n  id: int64\n  role: string\n");
  CHECK(Parsed("enum Role @native { reader, admin = \"boss\" @renamed_from(\"root\") }").dump() ==
        "enum Role @native()\n  reader\n  admin = \"boss\" @renamed_from(\"root\";)\n");
  CHECK(Parsed("type Email = string(120) @email @lower").dump() ==
        "type Email = string(120) @email() @lower()\n");
  CHECK(Parsed("struct S { a: decimal(12,2) b: T[] }").dump() == "struct S\n  a: decimal(12)(2)\n  b: T[]\n");
  CHECK(Parsed("mixin M with N { audit }").dump() == "mixin M with N\n  audit\n");
  CHECK(Parsed("model M @renamed_from(\"L\") with A, B @x { }").dump() ==
        "model M with A B @renamed_from(\"L\";) @x()\n");
  CHECK(Parsed("restrict policy p on M for read, update { a }").dump() ==
        "restrict policy p on M for read update: a\n");
  CHECK(Parsed("query q() -> optional User @bypass_policies { sql(sqlite) \"a\" sql(postgres) r\"b\" }")
            .dump() == "query q 1 User @bypass_policies()\n->\n  sql(sqlite) \"a\"\n  sql(postgres) \"b\"\n");
  CHECK(Parsed("query q(a: int64, b: E[]) -> many { sql: string } { sql \"\" }").dump() ==
        "query q 2 \n  a: int64\n  b: E[]\n->\n  sql: string\n  sql() \"\"\n");
}

TEST_CASE("fields and attributes") {
  CHECK(dump_of_members("a: json<S>? @default(null)") == "  a: json<S>? @default(null;)\n");
  CHECK(dump_of_members("a: Post.author[] b: string[]?") == "  a: Post.author[]\n  b: string[]?\n");
  CHECK(dump_of_members("a: X @type(sqlite: \"text\", postgres: \"uuid\") @auto() @f(-1, [1], 1..)") ==
        "  a: X @type(sqlite: \"text\";postgres: \"uuid\";) @auto() @f((- 1);[1;];1..;)\n");
  CHECK(dump_of_members("a: X @mask(partial(last: 4)) @computed(a + 1, virtual)") ==
        "  a: X @mask(partial(last: 4;);) @computed((a + 1);virtual;)\n");
}

TEST_CASE("block statements") {
  CHECK(dump_of_members("id (a, b)") == "  id (a;b;)\n");
  CHECK(dump_of_members("unique pair (a, b) where not c") == "  unique pair (a;b;) where (not c)\n");
  CHECK(dump_of_members("index (a desc, lower(b) asc) where c > 0 @renamed_from(\"x\")") ==
        "  index (a desc;lower[b;] asc;) where (c > 0) using include  with  @renamed_from(\"x\";)\n");
  CHECK(dump_of_members("check c: a == b\norder by a desc, b\ntable \"t\"") ==
        "  check c: (a == b)\n  order by (a desc;b;)\n  table \"t\"\n");
  CHECK(dump_of_members("soft_delete audit changes") == "  soft_delete\n  audit\n  changes\n");
  CHECK(dump_of_members("soft_delete(gone_at)") == "  soft_delete gone_at\n");
  CHECK(dump_of_members(
            "on postgres { index i (a) using gin include (b, c.d) with (fillfactor: 70) where e }") ==
        "  on postgres\n    index i (a;) where e using gin include b;c.d; with fillfactor: 70;\n");
  CHECK(dump_of_members("on postgres { partition by hash (a) count 8 }") ==
        "  on postgres\n    partition 0 (a;) count 8\n");
  CHECK(dump_of_members("on postgres { partition by list (a) { eu: [\"de\"], rest: default } }") ==
        "  on postgres\n    partition 2 (a;) eu: [\"de\";] rest: \n");
  CHECK(dump_of_members(
            "on postgres { partition by range (a) { y: date(\"x\")..date(\"y\") rest: default } }") ==
        "  on postgres\n    partition 1 (a;) y: date#\"x\"..date#\"y\" rest: \n");
}

TEST_CASE("statements end where the next member begins, whatever its name") {
  CHECK(dump_of_members("check c: a\nin: int64\nlike: int64\nand: int64") ==
        "  check c: a\n  in: int64\n  like: int64\n  and: int64\n");
  CHECK(dump_of_members("order by a\ndesc: int64") == "  order by (a;)\n  desc: int64\n");
  CHECK(dump_of_members("index (a)\nwhere: int64\nusing: int64") ==
        "  index (a;) using include  with \n  where: int64\n  using: int64\n");
  CHECK(dump_of_members("soft_delete\naudit: int64") == "  soft_delete\n  audit: int64\n");
}

TEST_CASE("whatever follows the grammar is read without a word") {
  for (std::uint32_t seed = 10'000; seed < 10'300; ++seed) {
    const Parsed parsed(ochre_test::random_schema(seed));
    CAPTURE(seed);
    CHECK(parsed.diagnostics.error_count() == 0);
    CHECK_FALSE(parsed.file.incomplete);
  }
}
