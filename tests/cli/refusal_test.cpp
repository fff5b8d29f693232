// Constructs whose back end does not exist: checked and formatted like the rest of the language, and refused
// by name where something would have to be produced.
#include <catch2/catch.hpp>

#include "process.hpp"

using Catch::Matchers::Contains;
using ochre_test::Outcome;
using ochre_test::Workspace;

namespace {

struct Construct {
  const char* name;       // as the refusal spells it
  const char* schema;     // uses it once
  const char* formatted;  // a line of it, laid out
};

constexpr Construct constructs[] = {
    {"`actor`", "actor{id:int64,role:string?}", "actor { id: int64, role: string? }"},
    {"`policy`", "policy own on Note for read,update{size>1}",
     "policy own on Note for read, update { size > 1 }"},
    {"`restrict policy`", "restrict   policy sane on Note{size<9}",
     "restrict policy sane on Note { size < 9 }"},
    {"`query`",
     "query sizes(least:int32)->many{size:int32}{sql \"\"\"\n  select size from notes where size > "
     ":least\n\"\"\"}",
     "query sizes(least: int32) -> many { size: int32 } {"},
    {"`soft_delete`", "model M{id:int64 @id\n  soft_delete}", "  soft_delete\n"},
    {"`audit`", "model M{id:int64 @id\n  audit}", "  audit\n"},
    {"`changes`", "model M{id:int64 @id\n  changes}", "  changes\n"},
    {"`partition`", "model M{id:int64 @id\n  on postgres{partition by hash(id)count 2}}",
     "partition by hash (id) count 2"},
    {"`@sensitive`", "model M{id:int64 @id\n  a:string @sensitive( restricted )}", "@sensitive(restricted)"},
    {"`@mask`", "model M{id:int64 @id\n  a:string @mask(partial(last:4))}", "@mask(partial(last: 4))"},
    {"`@renamed_from`", "model M{id:int64 @id\n  a:string @renamed_from( \"b\" )}", "@renamed_from(\"b\")"},
    {"`@renamed_from`", "model M @renamed_from( \"N\" ){id:int64 @id}", "model M @renamed_from(\"N\") {"},
    {"`@renamed_from`", "enum Kind{a,b @renamed_from( \"c\" )}", "b @renamed_from(\"c\")"},
    {"`@renamed_from`", "enum Kind @renamed_from( \"Sort\" ){a,b}", "enum Kind @renamed_from(\"Sort\") {"},
    {"`@renamed_from`", "model M{id:int64 @id\n  index i(id desc) @renamed_from( \"j\" )}",
     "index i (id desc) @renamed_from(\"j\")"},
    {"`@backfill`", "model M{id:int64 @id\n  a:int32 @backfill( 1+1 )}", "@backfill(1 + 1)"},
};

std::string schema_with(const Construct& construct) {
  return "schema shop\n" + std::string(construct.schema) + "\nmodel Note{id:int64 @id @auto\n  size:int32}\n";
}

}  // namespace

TEST_CASE("what has no back end is refused by every command that produces something") {
  const Workspace workspace;
  for (const Construct& construct : constructs) {
    workspace.write("shop.ochre", schema_with(construct));
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"generate", "shop.ochre", "--out", "out"},
          {"ddl", "shop.ochre", "--database", "sqlite"},
          {"schema", "json", "shop.ochre"}}) {
      const Outcome outcome = workspace.ochre(command);
      CAPTURE(construct.schema, command, outcome.err);
      CHECK(outcome.code == 1);
      CHECK(outcome.out.empty());
      CHECK_THAT(outcome.err,
                 Contains("error[E0290]: nothing is generated yet for " + std::string(construct.name) + ","));
      CHECK_THAT(outcome.err, Contains("\n1 error\n") || Contains("\n1 error, 1 warning\n"));
    }
    CHECK(!workspace.exists("out"));
  }
}

TEST_CASE("what has no back end is checked and formatted all the same") {
  const Workspace workspace;
  for (const Construct& construct : constructs) {
    workspace.write("shop.ochre", schema_with(construct));
    CAPTURE(construct.schema);
    CHECK(workspace.ochre({"check", "shop.ochre"}).code == 0);
    CHECK(workspace.ochre({"format", "shop.ochre"}).code == 0);
    CHECK_THAT(workspace.read("shop.ochre"), Contains(construct.formatted));
    CHECK(workspace.ochre({"format", "shop.ochre", "--check"}).code == 0);
    CHECK(workspace.ochre({"check", "shop.ochre"}).code == 0);
  }
}

TEST_CASE("the arguments of what has no back end are checked") {
  const Workspace workspace;
  const auto finding = [&](const std::string& field) {
    workspace.write("shop.ochre", "schema shop\nmodel M {\n  id: int64 @id\n  " + field + "\n}\n");
    return workspace.ochre({"check", "shop.ochre"}).err;
  };
  CHECK_THAT(finding("a: int32 @backfill(\"old\")"), Contains("error[E0235]"));
  CHECK_THAT(finding("a: int32 @backfill(later)"), Contains("error[E0200]"));
  CHECK_THAT(finding("a: int32 @renamed_from(b)"), Contains("error[E0134]"));
  CHECK_THAT(finding("a: int32 @renamed_from(\"id\")"), Contains("error[E0147]"));
  CHECK_THAT(finding("a: int32 @mask(partial)"), Contains("error[E0134]"));
  CHECK_THAT(finding("a: int32 @sensitive(secret)"), Contains("error[E0134]"));
}
