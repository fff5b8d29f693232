// One schema for each law: tests/diagnostics/<law>.ochre ends with the messages that it must give, in a
// comment that begins with `/* expect`. `// mode: generate` in the first line asks for back ends, too.
// OCHRE_BLESS=1 writes the comments.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include "../support/program.hpp"
#include "sema/codes.hpp"
#include "syntax/explain.hpp"

using namespace ochrec;

namespace {

constexpr std::string_view marker = "\n/* expect\n";
constexpr std::string_view generate_mode = "// mode: generate\n";

struct Law {
  std::filesystem::path path;
  std::string schema;
  std::string expected;
};

std::vector<Law> all_laws() {
  std::vector<Law> laws;
  for (const auto& entry : std::filesystem::directory_iterator(OCHRE_TESTS_DIR "/diagnostics")) {
    if (entry.path().extension() != ".ochre") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const std::size_t at = text.rfind(marker);
    Law law{entry.path(), text.substr(0, at == std::string::npos ? at : at + 1), {}};
    if (at != std::string::npos) {
      law.expected = text.substr(at + marker.size());
      law.expected.resize(law.expected.rfind("*/"));
    }
    laws.push_back(std::move(law));
  }
  std::sort(laws.begin(), laws.end(), [](const Law& a, const Law& b) { return a.path < b.path; });
  return laws;
}

test::Compiled& check(const Law& law, test::Compiled& out) {
  test::compile(law.path.filename().string(), law.schema, law.schema.starts_with(generate_mode), out);
  return out;
}

}  // namespace

TEST_CASE("every law gives its messages") {
  const bool bless = std::getenv("OCHRE_BLESS") != nullptr;
  for (const Law& law : all_laws()) {
    test::Compiled compiled;
    const std::string actual = check(law, compiled).rendered();
    if (bless && actual != law.expected)
      std::ofstream(law.path, std::ios::binary) << law.schema << marker.substr(1) << actual << "*/\n";
    INFO(law.path.filename().string());
    CHECK(law.expected == actual);
    CHECK(!actual.empty());
  }
}

TEST_CASE("every code has a law that gives it") {
  std::set<std::string_view> given;
  for (const Law& law : all_laws()) {
    test::Compiled compiled;
    for (const base::Diagnostic& finding : check(law, compiled).diagnostics.all())
      given.insert(finding.code.id);
  }
  for (const base::Code& code : sema::codes::all()) {
    INFO(code.id << " " << code.title);
    CHECK(given.contains(code.id));
  }
  for (const base::Explanation& page : syntax::explanations()) {
    INFO(page.code.id << " " << page.code.title);
    CHECK((page.wrong.empty() || given.contains(page.code.id)));
  }
  CHECK(all_laws().size() >= 120);
}
