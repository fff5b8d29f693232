// What string literals mean.
#include <catch2/catch.hpp>

#include "parsed.hpp"

using ochre_test::Parsed;

namespace {

const ochrec::ast::Query& query_of(const Parsed& parsed) {
  return std::get<ochrec::ast::Query>(parsed.file.declarations.at(0));
}

std::string value_of(const std::string& literal) {
  const Parsed parsed("query q() -> none { sql " + literal + " }");
  if (parsed.diagnostics.has_errors()) return parsed.findings();
  return query_of(parsed).fences.at(0).sql.value;
}

}  // namespace

TEST_CASE("escapes") {
  CHECK(value_of(R"("a \"b\" \\ c")") == "a \"b\" \\ c");
  CHECK(value_of(R"("\n\t")") == "\n\t");
  CHECK(value_of(R"("\u{41}\u{e9}\u{1F600}")") == "A\u00e9\U0001F600");
  CHECK(value_of(R"("\q")") == "E0010 1:26");
  CHECK(value_of(R"("ab\u{D800}")") == "E0010 1:28");
  CHECK(value_of(R"("\u{110000}")") == "E0010 1:26");
  CHECK(value_of(R"("\u{}")") == "E0010 1:26");
  CHECK(value_of(R"("\u41")") == "E0010 1:26");
  CHECK(value_of(R"("\u{41")") == "E0010 1:26");
  CHECK(value_of(R"("\u{0}")") == "E0005 1:26");
}

TEST_CASE("raw strings take every character as it is") {
  CHECK(value_of(R"(r"\d+\n")") == R"(\d+\n)");
  CHECK(value_of(R"(r"")").empty());
}

TEST_CASE("fences lose their indentation, the line of the opening and that of the closing quotes") {
  CHECK(value_of("\"\"\"one line\"\"\"") == "one line");
  CHECK(value_of("\"\"\"  kept  \"\"\"") == "  kept  ");
  CHECK(value_of("\"\"\"\n    a\n      b\n    c\n    \"\"\"") == "a\n  b\nc");
  CHECK(value_of("\"\"\"\r\n  a\r\n  b\r\n\"\"\"") == "a\nb");
  CHECK(value_of("\"\"\"\n  a\n\n      \n  b\n\"\"\"") == "a\n\n\nb");
  CHECK(value_of("\"\"\"first\n    second\n\"\"\"") == "first\nsecond");
  CHECK(value_of("\"\"\"\n\ta\n    b\"\"\"") == "\ta\n    b");
  CHECK(value_of("\"\"\"\n\"\"\"").empty());
  CHECK(value_of("\"\"\"say \"hi\" twice\"\"\"") == "say \"hi\" twice");
}

TEST_CASE("a place inside a fence is a place in the file") {
  const Parsed parsed("query q() -> none {\n  sql \"\"\"\n    select 1\n      where :x\n  \"\"\"\n}\n");
  const ochrec::ast::SqlFence& fence = query_of(parsed).fences.at(0);
  const std::size_t at = fence.sql.value.find(":x");
  const auto& source = parsed.sources.file(parsed.file.id);
  CHECK(source.text(fence.place(at, 2)) == ":x");
  CHECK(source.text(fence.place(0, 6)) == "select");
  const Parsed escaped("query q() -> none { sql \"a\\n:x\" }");
  const ochrec::ast::SqlFence& plain = query_of(escaped).fences.at(0);
  CHECK(plain.place(2, 2) == plain.sql.span);
}
