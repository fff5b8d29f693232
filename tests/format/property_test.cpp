// What must hold for every schema: formatting changes nothing that later stages see, and is done after one
// time.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/render.hpp"
#include "format/format.hpp"
#include "support/random_schema.hpp"
#include "syntax/dump.hpp"
#include "syntax/parse.hpp"

using namespace ochrec;

namespace {

struct Parsed {
  std::string dump;
  std::string formatted;
  std::string errors;
  std::size_t comments = 0;
};

Parsed parse_and_format(const std::string& text) {
  base::Sources sources;
  const base::FileId id = sources.add("test.ochre", text);
  base::Diagnostics diagnostics;
  const ast::File file = syntax::parse(sources.file(id), diagnostics);
  Parsed result;
  if (diagnostics.has_errors())
    result.errors = base::render(diagnostics, sources, base::DiagnosticFormat::Text, false);
  else
    result.formatted = format::format(file, sources.file(id));
  result.dump = syntax::dump(file);
  result.comments = file.comments.size();
  return result;
}

void check_properties(const std::string& text) {
  const Parsed first = parse_and_format(text);
  INFO(text << "---- errors ----\n" << first.errors);
  REQUIRE(first.errors.empty());
  INFO("---- formatted ----\n" << first.formatted);
  const Parsed second = parse_and_format(first.formatted);
  REQUIRE(second.errors.empty());
  REQUIRE(second.dump == first.dump);
  REQUIRE(second.comments == first.comments);
  REQUIRE(second.formatted == first.formatted);
}

std::string read(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("generated schemas keep their meaning and their comments, and formatting is idempotent") {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    CAPTURE(seed);
    check_properties(ochre_test::random_schema(seed));
  }
}

TEST_CASE("so do the schemas of all tests and examples") {
  std::size_t seen = 0;
  for (const char* folder : {"", "/../examples"}) {
    const std::filesystem::path root = std::string(OCHRE_TESTS_DIR) + folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() != ".ochre") continue;
      const std::string text = read(entry.path());
      if (!parse_and_format(text).errors.empty()) continue;  // a test of diagnostics
      CAPTURE(entry.path().string());
      check_properties(text);
      ++seen;
    }
  }
  CHECK(seen > 0);
}
