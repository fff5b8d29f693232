// Input made to hurt, through the whole program: it ends promptly, within bounds, and with a sentence.
#include <catch2/catch.hpp>
#include <functional>

#include "process.hpp"

using Catch::Matchers::Contains;
using ochre_test::Outcome;
using ochre_test::Workspace;

namespace {

// Without optimisation, and under a sanitizer, everything takes many times as long and more memory.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr double most_seconds = 1;
constexpr double most_megabytes = 512;
constexpr std::size_t many = 1'000'000;
#else
constexpr double most_seconds = 20;
constexpr double most_megabytes = 16'384;
constexpr std::size_t many = 100'000;
#endif
constexpr std::size_t most_output = 100'000;

std::string repeat(std::size_t count, std::string_view part) {
  std::string out;
  out.reserve(count * part.size());
  for (std::size_t at = 0; at < count; ++at) out += part;
  return out;
}

std::string numbered(std::size_t count, const std::function<std::string(std::string)>& line) {
  std::string out;
  for (std::size_t at = 0; at < count; ++at) out += line(std::to_string(at));
  return out;
}

std::string model(const std::string& members) {
  return "schema s\nmodel M {\n  id: int64 @id\n" + members + "\n}\n";
}

void require_bounded(const Outcome& outcome) {
  CAPTURE(outcome.code, outcome.err.substr(0, 400));
  CHECK(outcome.seconds < most_seconds);
  CHECK(outcome.megabytes < most_megabytes);
  CHECK(outcome.err.size() < most_output);
  CHECK(outcome.code < 128);
}

/// Refused with this code by `check`; `format` either lays it out or refuses it, too.
void require_refused(const std::string& text, const std::string& code) {
  const Workspace workspace;
  workspace.write("hostile.ochre", text);
  const Outcome checked = workspace.ochre({"check", "hostile.ochre"});
  require_bounded(checked);
  CHECK(checked.code == 1);
  CHECK_THAT(checked.err, Contains("error[" + code + "]"));
  require_bounded(workspace.ochre({"format", "--stdin"}, text));
}

}  // namespace

TEST_CASE("deep nesting, through the program") {
  require_refused(model("check c: " + repeat(many, "(") + "id" + repeat(many, ")")), "E0025");
  require_refused(model("check c: id in " + repeat(many, "[")), "E0025");
  require_refused(model("a: string @x(" + repeat(many, "p(a: ")), "E0025");
  require_refused(model("check c: " + repeat(100'000, "not ") + "true"), "E0025");
  require_refused(model("check c: id" + repeat(100'000, " + 1") + " > 0"), "E0025");
  require_refused(repeat(100'000, "model M {"), "E0021");
}

TEST_CASE("names and texts of megabytes, through the program") {
  const std::string name(many, 'n');
  require_refused("schema " + name + "\nmodel " + name + " { " + name + ": " + name + " @" + name + " }\n",
                  "E0013");
  require_refused(model("a: " + std::string(8 * many, 'T')), "E0013");
  require_refused(model("a: int32 @default(\"" + std::string(8 * many, 'x') + "\")"), "E0230");
  require_refused(model("a: int32 @default(" + std::string(8 * many, '9') + ")"), "E0211");
  require_refused(std::string(8 * many, 'x'), "E0013");
}

TEST_CASE("files of a million mistakes, through the program") {
  require_refused(model(repeat(many, "?\n")), "E0023");
  require_refused(model(repeat(many, "a: int64 @\n")), "E0020");
  require_refused(repeat(many, "'"), "E0015");
  require_refused(repeat(many, "\"\n"), "E0008");
  require_refused(repeat(many, "}"), "E0021");
  require_refused(repeat(many, "/* "), "E0009");
  require_refused(model("a: string @default(\"" + repeat(many, "\\q") + "\")"), "E0010");
}

// These are understood word by word before they are known to be wrong, at some three microseconds each.
TEST_CASE("a hundred thousand wrong declarations, through the program") {
  constexpr std::size_t count = many / 10;
  require_refused(model(numbered(count, [](std::string at) { return "f" + at + ": Missing\n"; })), "E0110");
  require_refused(model(repeat(count, "a: int64\n")), "E0140");
  require_refused(
      "schema s\n" + numbered(60'000, [](std::string at) { return "model M" + at + " { a: b }\n"; }),
      "E0148");
  require_refused(
      "schema s\n" + numbered(count / 4, [](std::string at) { return "model M" + at + " { a: b }\n"; }),
      "E0110");
}

TEST_CASE("files that are too large or nothing but bytes, through the program") {
  require_refused(std::string((std::size_t{64} << 20U) + 1, 'x'), "E0001");
  require_refused(std::string(32 * many, '\0'), "E0005");
  require_refused(std::string(32 * many, '\xFF'), "E0004");
  require_refused(std::string(8 * many, '\n'), "E0006");
}
