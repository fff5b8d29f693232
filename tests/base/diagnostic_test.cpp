#include "base/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace ochrec::base;

namespace {
constexpr Code mistake{"E9001", "a mistake"};
constexpr Code doubt{"W9001", "a doubt"};
}  // namespace

TEST_CASE("the severity is in the code") {
  CHECK(mistake.severity() == Severity::Error);
  CHECK(doubt.severity() == Severity::Warning);
}

TEST_CASE("one mistake at one place is reported once") {
  Diagnostics diagnostics;
  diagnostics.report(mistake, {FileId{0}, 1, 2}, "first").with_help("help");
  diagnostics.report(mistake, {FileId{0}, 1, 2}, "again").with_help("lost");
  diagnostics.report(mistake, {FileId{0}, 1, 3}, "elsewhere");
  diagnostics.report(doubt, {FileId{0}, 1, 2}, "another code");
  REQUIRE(diagnostics.all().size() == 3);
  CHECK(diagnostics.error_count() == 2);
  CHECK(diagnostics.all()[0].message == "first");
  CHECK(diagnostics.all()[0].help == "help");
}

TEST_CASE("beyond the limit findings are counted only") {
  Diagnostics diagnostics;
  for (std::uint32_t at = 0; at < Diagnostics::limit + 50; ++at)
    diagnostics.report(mistake, {FileId{0}, at, at + 1}, "m");
  CHECK(diagnostics.all().size() == Diagnostics::limit);
  CHECK(diagnostics.error_count() == Diagnostics::limit + 50);
  CHECK(diagnostics.omitted() == 50);
}

TEST_CASE("warnings leave room for errors") {
  Diagnostics diagnostics;
  for (std::uint32_t at = 0; at < Diagnostics::limit + 7; ++at)
    diagnostics.report(doubt, {FileId{0}, at, at + 1}, "m");
  diagnostics.report(mistake, {FileId{0}, 1, 2}, "kept");
  CHECK(diagnostics.all().size() == Diagnostics::limit + 1);
  CHECK(diagnostics.all().back().message == "kept");
  CHECK(diagnostics.error_count() == 1);
  CHECK(diagnostics.omitted() == 7);
}

TEST_CASE("denied warnings are errors") {
  Diagnostics diagnostics;
  diagnostics.report(doubt, {FileId{0}, 1, 2}, "m");
  CHECK(!diagnostics.has_errors());
  CHECK(!diagnostics.deny("W0000"));
  CHECK(diagnostics.deny("W9001"));
  CHECK(diagnostics.has_errors());
  CHECK(!diagnostics.deny("W"));
}

TEST_CASE("findings are sorted by file, then place") {
  Diagnostics diagnostics;
  diagnostics.report(mistake, {FileId{1}, 0, 1}, "c");
  diagnostics.report(mistake, {FileId{0}, 9, 10}, "b");
  diagnostics.report(mistake, {FileId{0}, 3, 10}, "a");
  diagnostics.sort();
  CHECK(diagnostics.all()[0].message == "a");
  CHECK(diagnostics.all()[1].message == "b");
  CHECK(diagnostics.all()[2].message == "c");
}
