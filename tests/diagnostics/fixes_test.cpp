// Fixes as another program applies them: the edits of `--diagnostics json`, made in the text, must mend what
// was found there and leave a file that parses at least as well.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "../support/program.hpp"
#include "base/render.hpp"
#include "syntax/parse.hpp"

using namespace ochrec;
using Json = nlohmann::json;

namespace {

std::string read_schema(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  return text.substr(0, text.rfind("\n/* expect\n") + 1);
}

Json findings_in(const std::string& name, const std::string& text) {
  test::Compiled compiled;
  test::compile(name, text, text.starts_with("// mode: generate\n"), compiled);
  return Json::parse(
             base::render(compiled.diagnostics, compiled.sources, base::DiagnosticFormat::Json, false))
      .at("diagnostics");
}

// Lines and columns count from one, columns in characters.
std::size_t offset_of(const std::string& text, std::size_t line, std::size_t column) {
  std::size_t at = 0;
  for (; line > 1; --line) at = text.find('\n', at) + 1;
  const auto continues = [&] {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
  };
  for (; column > 1; --column) do
      ++at;
    while (continues());
  return at;
}

std::string with_fixes(std::string text, const Json& finding) {
  struct Edit {
    std::size_t begin;
    std::size_t end;
    std::string replacement;
  };
  std::vector<Edit> edits;
  for (const Json& fix : finding.at("fixes"))
    edits.push_back({offset_of(text, fix.at("line"), fix.at("column")),
                     offset_of(text, fix.at("end_line"), fix.at("end_column")), fix.at("replacement")});
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
  for (std::size_t at = 1; at < edits.size(); ++at) REQUIRE(edits[at].end <= edits[at - 1].begin);
  for (const Edit& edit : edits) text.replace(edit.begin, edit.end - edit.begin, edit.replacement);
  return text;
}

std::size_t syntax_errors(const std::string& text) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  syntax::parse(sources.file(sources.add("file", text)), diagnostics);
  return diagnostics.error_count();
}

std::size_t count_of(const Json& findings, const std::string& code) {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [&](const Json& finding) { return finding.at("code") == code; }));
}

}  // namespace

TEST_CASE("every fix mends what it stands at") {
  std::set<std::string> mended;
  for (const auto& entry : std::filesystem::directory_iterator(OCHRE_TESTS_DIR "/diagnostics")) {
    if (entry.path().extension() != ".ochre") continue;
    const std::string name = entry.path().filename().string();
    const std::string text = read_schema(entry.path());
    const Json before = findings_in(name, text);
    for (const Json& finding : before) {
      if (finding.at("fixes").empty()) continue;
      const std::string code = finding.at("code");
      const std::string fixed = with_fixes(text, finding);
      CAPTURE(name, code, finding.at("message").get<std::string>(), fixed);
      CHECK(count_of(findings_in(name, fixed), code) < count_of(before, code));
      CHECK(syntax_errors(fixed) <= syntax_errors(text));
      mended.insert(code);
    }
  }
  CHECK(mended.size() >= 40);
}
