#include "schema_of.hpp"
#include "sema/sql_fence.hpp"

using namespace ochrec;
using namespace ochrec::test;

namespace {

/// Names of the parameters that a text asks for.
std::string parameters(std::string_view sql) {
  std::string out;
  for (const sema::SqlToken& token : sema::scan_sql(sql).tokens)
    if (token.kind == sema::TokenKind::Parameter) out += (out.empty() ? "" : " ") + std::string(token.text);
  return out;
}

}  // namespace

TEST_CASE("parameters stand outside strings, quoted names, comments and casts") {
  CHECK(
      parameters("select :a, ':b', \":c\", x::int, `:d` -- :e\n from t /* :f /* :g */ :h */ where y = :i") ==
      "a i");
  CHECK(parameters("select 'it''s :a', :b") == "b");
  CHECK(parameters(R"(select E'it\'s :a', :b)") == "b");
  CHECK(parameters("select $$ :a $$, $tag$ :b $$ $tag$, $1, :c") == "c");
  CHECK(parameters("x := 3, :1, : a, :b_2x") == "b_2x");
  CHECK(parameters("a:b") == "b");
}

TEST_CASE("what does not end is found where it begins") {
  CHECK(sema::scan_sql("select 'a").unclosed == 7U);
  CHECK(sema::scan_sql("select /* a").unclosed == 7U);
  CHECK(sema::scan_sql("select \"a").unclosed == 7U);
  CHECK(sema::scan_sql("select $x$ a $y$").unclosed == 7U);
  CHECK(!sema::scan_sql("select 'a' -- 'b").unclosed);
}

TEST_CASE("a fence is cut at its parameters") {
  const auto schema = schema_of(R"(
model User { id: int64 @id  name: string }
query named(name: string, least: int64) -> many User {
  sql(sqlite) "select * from users where name = :name and id >= :least or :name = ''"
  sql(postgres) "select * from users where name = :name and id >= :least"
}
query clear() -> none { sql "delete from users" }
)");
  const auto& query = schema.queries[0];
  CHECK(query.cardinality == model::Cardinality::Many);
  CHECK(query.result == model::ModelId{0});
  REQUIRE(query.fences.size() == 2);
  CHECK(query.fences[0].only == model::Database::Sqlite);
  std::string shown;
  for (const model::SqlPiece& piece : query.fences[0].pieces)
    shown += piece.parameter ? "<" + query.parameters.at(*piece.parameter).name + ">" : piece.text;
  CHECK(shown == "select * from users where name = <name> and id >= <least> or <name> = ''");
  CHECK(schema.queries[1].cardinality == model::Cardinality::None);
}
