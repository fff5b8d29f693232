#include "base/render.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ochrec::base;

namespace {

constexpr Code mistake{"E9001", "a mistake"};
constexpr Code doubt{"W9001", "a doubt"};

/// A file with one finding at a piece of its text.
struct Scene {
  Sources sources;
  Diagnostics diagnostics;
  FileId file{};

  explicit Scene(std::string text) { file = sources.add("dir/a.ochre", std::move(text)); }

  Span span_of(std::string_view piece) const {
    const auto at = static_cast<std::uint32_t>(sources.file(file).text().find(piece));
    return {file, at, at + static_cast<std::uint32_t>(piece.size())};
  }
  Diagnostic& report(std::string_view piece, Code code = mistake) {
    return diagnostics.report(code, span_of(piece), "something is wrong");
  }
  std::string shown(DiagnosticFormat format = DiagnosticFormat::Text, bool colour = false) const {
    return render(diagnostics, sources, format, colour);
  }
};

}  // namespace

TEST_CASE("carets stand under the characters, not the bytes") {
  Scene scene("a: int\nname: größe €x\n");
  scene.report("€x").with_help("try\nthis");
  CHECK(scene.shown() ==
        "dir/a.ochre:2:13: error[E9001]: something is wrong\n"
        "   2 | name: größe €x\n"
        "     |             ^^\n"
        "  help: try\n        this\n"
        "\n"
        "1 error\n");
}

TEST_CASE("other places are shown below") {
  Scene scene("first\nsecond\n");
  scene.report("second").with_related(scene.span_of("first"), "first declared here");
  CHECK(scene.shown() ==
        "dir/a.ochre:2:1: error[E9001]: something is wrong\n"
        "   2 | second\n"
        "     | ^^^^^^\n"
        "  note: dir/a.ochre:1:1: first declared here\n"
        "   1 | first\n"
        "     | ^^^^^\n"
        "\n"
        "1 error\n");
}

TEST_CASE("tabs, control characters and CRLF do not disturb the terminal") {
  Scene scene("\tx: \x1b[31mint\r\nnext\r\n");
  scene.report("int");
  CHECK(scene.shown().find("\x1b") == std::string::npos);
  CHECK(scene.shown().find('\r') == std::string::npos);
  CHECK(scene.shown().find('\t') == std::string::npos);
  CHECK(scene.shown().find(":1:10: ") != std::string::npos);
}

TEST_CASE("a line of megabytes is cut around the place") {
  Scene scene(std::string(1'000'000, 'x') + "HERE" + std::string(1'000'000, 'y') + "\n");
  scene.report("HERE");
  CHECK(scene.shown().size() < 1000);
  CHECK(scene.shown().find("xHEREy") != std::string::npos);
  CHECK(scene.shown().find("…") != std::string::npos);
  Scene wide(std::string(1'000, 'x') + "\n");
  wide.report(std::string(1'000, 'x'));
  CHECK(wide.shown().size() < 1000);
}

TEST_CASE("a line of bytes that are no characters is cut as well") {
  Scene scene(std::string(300, '\x84') + "HERE\n");
  scene.report("HERE");
  CHECK(scene.shown().find("HERE") != std::string::npos);
  CHECK(scene.shown().size() < 1000);
}

TEST_CASE("an empty span and the end of the file have a caret") {
  Scene scene("abc");
  scene.diagnostics.report(mistake, {scene.file, 3, 3}, "m");
  CHECK(scene.shown().find("     |    ^\n") != std::string::npos);
  Scene empty("");
  empty.diagnostics.report(mistake, {empty.file, 0, 0}, "m");
  CHECK(empty.shown() == "dir/a.ochre:1:1: error[E9001]: m\n\n1 error\n");
}

TEST_CASE("the text ends with what was found") {
  Scene scene("a b c");
  CHECK(scene.shown().empty());
  scene.report("a", doubt);
  CHECK(scene.shown().ends_with("\n1 warning\n"));
  scene.report("b");
  scene.report("c");
  CHECK(scene.shown().ends_with("\n2 errors, 1 warning\n"));
}

TEST_CASE("colour says nothing that words do not") {
  Scene scene("a b");
  scene.report("b");
  std::string coloured = scene.shown(DiagnosticFormat::Text, true);
  CHECK(coloured.find("\x1b[1;31m") != std::string::npos);
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
    coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == scene.shown());
}

TEST_CASE("GCC's form is one line for each place") {
  Scene scene("first\nsecond\n");
  scene.report("second").with_related(scene.span_of("first"), "here").with_help("do it");
  CHECK(scene.shown(DiagnosticFormat::Gcc) ==
        "dir/a.ochre:2:1: error: something is wrong [E9001]\n"
        "dir/a.ochre:1:1: note: here\n"
        "dir/a.ochre:2:1: note: do it\n");
}

TEST_CASE("JSON holds everything, whatever the bytes") {
  Scene scene("größe \"x\xFF\" y");
  scene.report("y", doubt)
      .with_help("h\"elp")
      .with_fix(scene.span_of("y"), "z")
      .with_related(scene.span_of("x"), "r");
  const auto all = nlohmann::json::parse(scene.shown(DiagnosticFormat::Json));
  REQUIRE(all["diagnostics"].size() == 1);
  const auto& one = all["diagnostics"][0];
  CHECK(one["code"] == "W9001");
  CHECK(one["severity"] == "warning");
  CHECK(one["file"] == "dir/a.ochre");
  CHECK(one["line"] == 1);
  CHECK(one["column"] == 12);
  CHECK(one["end_column"] == 13);
  CHECK(one["message"] == "something is wrong");
  CHECK(one["help"] == "h\"elp");
  CHECK(one["fixes"][0]["replacement"] == "z");
  CHECK(one["related"][0]["message"] == "r");
  CHECK(all["omitted"] == 0);
}

TEST_CASE("JSON of nothing is an empty list") {
  const Scene scene("a");
  CHECK(nlohmann::json::parse(scene.shown(DiagnosticFormat::Json))["diagnostics"].empty());
}

TEST_CASE("SARIF names files by URI references") {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("my schemas/größe#1.ochre", "a");
  diagnostics.report(mistake, {file, 0, 1}, "m");
  const auto log = nlohmann::json::parse(render(diagnostics, sources, DiagnosticFormat::Sarif, false));
  CHECK(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "my%20schemas/gr%C3%B6%C3%9Fe%231.ochre");
}

TEST_CASE("SARIF names each rule once and points at regions") {
  Scene scene("first second third");
  scene.report("first").with_fix(scene.span_of("first"), "1st").with_fix(scene.span_of("second"), "2nd");
  scene.report("second").with_related(scene.span_of("first"), "r");
  scene.report("third", doubt);
  const auto log = nlohmann::json::parse(scene.shown(DiagnosticFormat::Sarif));
  CHECK(log["version"] == "2.1.0");
  const auto& run = log["runs"][0];
  CHECK(run["tool"]["driver"]["rules"].size() == 2);
  REQUIRE(run["results"].size() == 3);
  CHECK(run["results"][0]["ruleId"] == "E9001");
  CHECK(run["results"][2]["level"] == "warning");
  const auto& region = run["results"][1]["locations"][0]["physicalLocation"]["region"];
  CHECK(region["startLine"] == 1);
  CHECK(region["startColumn"] == 7);
  CHECK(region["endColumn"] == 13);
  CHECK(run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] ==
        "1st");
  CHECK(run["results"][0]["fixes"].size() == 1);  // of two edits
  CHECK(run["results"][0]["fixes"][0]["artifactChanges"].size() == 2);
  CHECK(run["results"][1]["relatedLocations"][0]["message"]["text"] == "r");
}
