// Each code has its page, and the examples do what the page says.
#include <catch2/catch.hpp>

#include <set>

#include "parsed.hpp"
#include "syntax/explain.hpp"

using ochre_test::Parsed;

TEST_CASE("the wrong example draws its code and no other, the right one none") {
  std::set<std::string_view> seen;
  for (const ochrec::base::Explanation& page : ochrec::syntax::explanations()) {
    CAPTURE(page.code.id);
    CHECK(seen.insert(page.code.id).second);
    CHECK(page.text.size() > 40);
    CHECK(Parsed(std::string(page.right)).findings().empty());
    const bool needs_files = page.code.id == "E0001" || page.code.id == "E0002" || page.code.id == "E0003";
    if (needs_files) continue;
    const Parsed wrong{std::string(page.wrong)};
    CHECK(wrong.diagnostics.all().size() == 1);
    CHECK(wrong.findings().substr(0, 5) == page.code.id);
  }
  CHECK(seen.size() == 38);
}
