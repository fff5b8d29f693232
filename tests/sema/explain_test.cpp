// Every law has a page, its wrong example breaks just that law, and its right example none.
#include "sema/explain.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "../support/program.hpp"
#include "sema/codes.hpp"

using namespace ochrec;

namespace {

bool is_for_generating(const base::Explanation& page) {
  return page.code.id == sema::codes::schema_missing.id || page.code.id == sema::codes::no_back_end.id;
}

}  // namespace

TEST_CASE("every code has one page, in the order of codes") {
  const auto pages = sema::explanations();
  const auto codes = sema::codes::all();
  REQUIRE(pages.size() == codes.size());
  CHECK(std::is_sorted(codes.begin(), codes.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
  for (std::size_t at = 0; at < codes.size(); ++at) CHECK(pages[at].code.id == codes[at].id);
}

TEST_CASE("the wrong example of a page breaks its law, and no other") {
  for (const base::Explanation& page : sema::explanations()) {
    if (page.wrong.empty()) continue;
    test::Compiled compiled;
    test::compile("wrong.ochre", std::string(page.wrong), is_for_generating(page), compiled);
    INFO(page.code.id << "\n" << compiled.rendered());
    CHECK(!compiled.diagnostics.all().empty());
    for (const base::Diagnostic& finding : compiled.diagnostics.all()) CHECK(finding.code.id == page.code.id);
  }
}

TEST_CASE("the right example of a page breaks no law") {
  for (const base::Explanation& page : sema::explanations()) {
    test::Compiled compiled;
    test::compile("right.ochre", std::string(page.right), is_for_generating(page), compiled);
    INFO(page.code.id << "\n" << compiled.rendered());
    CHECK(compiled.diagnostics.all().empty());
  }
}
