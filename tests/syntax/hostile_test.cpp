// Input made to hurt ends promptly, with a sentence. Time limits are wide: they catch what is not linear.
#include <catch2/catch.hpp>

#include <ctime>

#include "parsed.hpp"
#include "syntax/lex.hpp"

using ochre_test::Parsed;

namespace {

std::string repeat(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

/// The first finding's code, after at most ten seconds of work.
std::string first_code(std::string text) {
  const std::clock_t begin = std::clock();  // the processor's time: other programs may be busy
  const Parsed parsed(std::move(text));
  CHECK((std::clock() - begin) / CLOCKS_PER_SEC < 10);
  CHECK(parsed.diagnostics.all().size() <= ochrec::base::Diagnostics::limit);
  return parsed.diagnostics.all().empty() ? "" : std::string(parsed.diagnostics.all().front().code.id);
}

}  // namespace

TEST_CASE("files that are no schemas") {
  CHECK(first_code("") == "E0006");
  CHECK(first_code(" \r\n\t// only a comment\n") == "E0006");
  CHECK(first_code(std::string("model M {\0}", 11)) == "E0005");
  CHECK(first_code("model caf\xE9 {}") == "E0004");
  CHECK(first_code("model M {} // \xF0\x9F\x98") == "E0004");
  CHECK(first_code("// \xC0\x80\n") == "E0004");
  CHECK(first_code("// \xED\xA0\x80\n") == "E0004");
  CHECK(first_code(std::string((std::size_t{64} << 20U) + 1, 'x')) == "E0003");
}

TEST_CASE("byte order marks and CRLF change nothing") {
  const Parsed parsed("\xEF\xBB\xBFschema s\r\n\r\nmodel M {\r\n  a: int64 /// doc\r\n}\r\n");
  CHECK(parsed.findings().empty());
  CHECK(parsed.dump() == "schema s\nmodel M with\n  a: int64 /// \"doc\"\n");
}

TEST_CASE("deep nesting") {
  const std::string deep = repeat("(", 100'000);
  CHECK(first_code("policy p on M { " + deep + "1" + repeat(")", 100'000) + " }") == "E0025");
  CHECK(first_code("policy p on M { " + repeat("(", 400) + "1" + repeat(")", 400) + " }").empty());
  CHECK(first_code("policy p on M { a in " + repeat("[", 100'000)) == "E0025");
  CHECK(first_code("policy p on M { " + repeat("f(", 100'000)) == "E0025");
  CHECK(first_code("model M { a: string @x(" + repeat("p(a: ", 100'000)) == "E0025");
  CHECK(first_code("policy p on M { " + repeat("not ", 100'000) + "a }") == "E0025");
  CHECK(first_code("policy p on M { " + repeat("- ", 100'000) + "a }") == "E0025");
  CHECK(first_code("policy p on M { a" + repeat(" + a", 100'000) + " }") == "E0025");
  CHECK(first_code("policy p on M { a" + repeat(" or a", 400) + " }").empty());
  CHECK(first_code("policy p on M { " + repeat("(a + ", 300) + "a" + repeat(")", 300) + " }") == "E0025");
  CHECK(first_code(repeat("model M {", 10'000)) == "E0021");
}

TEST_CASE("long things") {
  CHECK(first_code("model " + repeat("a", 300'000) + " {}") == "E0013");
  CHECK(first_code("model M { a: " + repeat("a.", 200'000) + "a }").empty());
  CHECK(first_code("policy p on M { a in [" + repeat("1,", 100'000) + "1] }").empty());
  const Parsed endless("model M { check c: a in [" + repeat("1,", 500'000) + "1]\n b: int64 }\nmodel N {}");
  CHECK(endless.findings() == "E0003 1:11");
  CHECK(endless.dump() == "model M with\n  b: int64\nmodel N with\n");
  CHECK(first_code("model M { a: int64" + repeat("[]", 100'000) + " }") == "E0028");
  CHECK(first_code("model M { a: string @default(\"" + repeat("x", 2'000'000) + "\") }").empty());
}

TEST_CASE("reading stops where a file has more words than memory should hold") {
  ochrec::base::Sources sources;
  ochrec::base::Diagnostics diagnostics;
  const auto id = sources.add("x", "model M { a: b a: b a: b }");
  const auto tokens = ochrec::syntax::lex(sources.file(id), diagnostics, 8).tokens;
  CHECK(tokens.size() == 9);
  CHECK(tokens.back().reported);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().at(0).code.id == "E0003");
}

TEST_CASE("many mistakes") {
  CHECK(first_code(repeat("}", 300'000)) == "E0021");
  CHECK(first_code("model M {" + repeat("?\n", 100'000)) == "E0023");
  CHECK(first_code("model M {\n" + repeat("a: int64 @\n", 100'000) + "}") == "E0020");
  CHECK(first_code(repeat("'", 300'001)) == "E0015");
  CHECK(first_code(repeat("\"\n", 100'000)) == "E0008");
  CHECK(first_code(repeat("~ ", 300'000)) == "E0007");
  CHECK(first_code("model M { a: string @default(\"" + repeat("\\q", 100'000) + "\") }") == "E0010");
}

TEST_CASE("comments that are expensive elsewhere") {
  CHECK(first_code(repeat("/* ", 200'000)) == "E0009");
  CHECK(first_code("model M {}\n" + repeat("/* x */", 200'000)).empty());
  CHECK(first_code("model M {}\n" + repeat("/// x\n", 200'000)) == "W0001");
  CHECK(first_code(repeat("\"\"\"", 100'001)) == "E0022");
}
