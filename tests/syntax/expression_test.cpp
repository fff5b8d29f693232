// How operators bind, and what expressions may hold.
#include <catch2/catch.hpp>

#include "parsed.hpp"

using ochre_test::Parsed;

namespace {

std::string tree(const std::string& expression) {
  const Parsed parsed("policy p on M { " + expression + " }");
  if (parsed.diagnostics.has_errors()) return parsed.findings();
  const std::string whole = parsed.dump();
  const std::size_t begin = whole.find(": ") + 2;
  return whole.substr(begin, whole.size() - begin - 1);
}

}  // namespace

TEST_CASE("operators bind as in the reference") {
  CHECK(tree("a or b and c") == "(a or (b and c))");
  CHECK(tree("a and b or c and d") == "((a and b) or (c and d))");
  CHECK(tree("not a and b") == "((not a) and b)");
  CHECK(tree("not a == b") == "(not (a == b))");
  CHECK(tree("not not a") == "(not (not a))");
  CHECK(tree("a + b * c - d") == "((a + (b * c)) - d)");
  CHECK(tree("a - b - c") == "((a - b) - c)");
  CHECK(tree("a / b % c * d") == "(((a / b) % c) * d)");
  CHECK(tree("-a * b") == "((- a) * b)");
  CHECK(tree("- -1 < -x") == "((- (- 1)) < (- x))");
  CHECK(tree("a + 1 >= b * 2 and c") == "(((a + 1) >= (b * 2)) and c)");
  CHECK(tree("(a or b) and c") == "((a or b) and c)");
  CHECK(tree("a and not b is null") == "(a and (not (b is null)))");
}

TEST_CASE("tests and lists") {
  CHECK(tree("a in [1, 2] and b not_null") == "E0020 1:35");
  CHECK(tree("a in []") == "(a in [])");
  CHECK(tree("a + 1 in [b + 1, -2]") == "((a + 1) in [(b + 1);(- 2);])");
  CHECK(tree("a like \"x%\" or b is not null") == "((a like \"x%\") or (b is not null))");
  CHECK(tree("a is null") == "(a is null)");
}

TEST_CASE("values") {
  CHECK(tree("true") == "true");
  CHECK(tree("null") == "null");
  CHECK(tree("12.50") == "12.50");
  CHECK(tree("18446744073709551616") == "18446744073709551616");
  CHECK(tree("\"a\\n\"") == "\"a\\x0a\"");
  CHECK(tree("date(\"2026-01-01\")") == "date#\"2026-01-01\"");
  CHECK(tree("lower(\"X\")") == "lower[\"X\";]");
  CHECK(tree("now()") == "now[]");
  CHECK(tree("Role.author") == "Role.author");
  CHECK(tree("home.not.in") == "home.not.in");
  CHECK(tree("$actor.id.x") == "$actor.id.x");
  CHECK(tree("index + order + check") == "((index + order) + check)");
}

TEST_CASE("comparisons do not chain, and `not` does not hide behind one") {
  CHECK(tree("a < b < c") == "E0026 1:23");
  CHECK(tree("a == b is null") == "E0026 1:24");
  CHECK(tree("(a < b) == c") == "((a < b) == c)");
  CHECK(tree("a == not b") == "E0027 1:22");
  CHECK(tree("a == (not b)") == "(a == (not b))");
}

TEST_CASE("spans cover what they belong to") {
  const Parsed parsed("policy p on M { a + (b * c) == -d }");
  const auto& condition = std::get<ochrec::ast::Policy>(parsed.file.declarations.at(0)).condition;
  const auto& source = parsed.sources.file(parsed.file.id);
  const auto& equal = std::get<ochrec::ast::Binary>(condition.node);
  CHECK(source.text(condition.span) == "a + (b * c) == -d");
  CHECK(source.text(equal.op_span) == "==");
  CHECK(source.text(equal.left->span) == "a + (b * c)");
  CHECK(source.text(std::get<ochrec::ast::Binary>(equal.left->node).right->span) == "(b * c)");
  CHECK(source.text(equal.right->span) == "-d");
}
