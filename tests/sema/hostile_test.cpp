// Input made to exhaust time, memory or the stack ends in an error, or in a schema, promptly.
#include <catch2/catch.hpp>
#include <ctime>
#include <functional>

#include "../support/program.hpp"

using namespace ochrec;

namespace {

/// Compiles, and checks that it took no longer than a generous bound for a loaded machine and sanitizers.
void compile_promptly(const std::string& text, test::Compiled& out) {
  const std::clock_t begin = std::clock();  // the processor's time: other programs may be busy
  test::compile("hostile.ochre", "schema blog\n" + text, false, out);
  CHECK((std::clock() - begin) / CLOCKS_PER_SEC < 20);
}

std::string repeated(std::size_t count, const std::function<std::string(std::size_t)>& line) {
  std::string out;
  for (std::size_t at = 0; at < count; ++at) out += line(at) + "\n";
  return out;
}

std::string number(std::size_t value) { return std::to_string(value); }

}  // namespace

TEST_CASE("chains of declarations that build on each other have an end") {
  const std::size_t count = 5'000;
  const std::string chains[] = {
      repeated(count, [](std::size_t at) { return "type T" + number(at) + "x = T" + number(at + 1) + "x"; }),
      repeated(
          count,
          [](std::size_t at) { return "mixin M" + number(at + 1) + "x with M" + number(at) + "x { }"; }) +
          "mixin M0x { a: int32 }\n",
      repeated(count,
               [](std::size_t at) { return "struct S" + number(at + 1) + "x { a: S" + number(at) + "x }"; }) +
          "struct S0x { a: int32 }\n",
      "struct S0x { a: int32 }\n" + repeated(count,
                                             [](std::size_t at) {
                                               return "struct S" + number(at + 1) + "x { a: S" + number(at) +
                                                      "x }";
                                             }),
      repeated(
          count,
          [](std::size_t at) { return "model K" + number(at + 1) + "x { a: K" + number(at) + "x @id }"; }) +
          "model K0x { a: int32 @id }\n",
  };
  for (const std::string& chain : chains) {
    test::Compiled compiled;
    compile_promptly(chain, compiled);
    CHECK(compiled.diagnostics.has_errors());
  }
}

TEST_CASE("structs and keys that double at each step are refused") {
  test::Compiled structs;
  compile_promptly("struct S0x { a: int32? }\n" +
                       repeated(60,
                                [](std::size_t at) {
                                  return "struct S" + number(at + 1) + "x { a: S" + number(at) + "x  b: S" +
                                         number(at) + "x }";
                                }) +
                       "model U { id: int64 @id  s: S60x  t: S60x? }\n",
                   structs);
  CHECK(structs.diagnostics.has_errors());
  test::Compiled keys;
  compile_promptly("model K0x { a: int32 @id }\n" + repeated(60,
                                                             [](std::size_t at) {
                                                               return "model K" + number(at + 1) +
                                                                      "x { a: K" + number(at) + "x  b: K" +
                                                                      number(at) + "x  id (a, b) }";
                                                             }),
                   keys);
  CHECK(keys.diagnostics.has_errors());
}

TEST_CASE("mixins that multiply are refused") {
  test::Compiled compiled;
  compile_promptly(
      "mixin Wide {\n" + repeated(1'000, [](std::size_t at) { return "f" + number(at) + ": int32"; }) +
          "}\n" +
          repeated(2'000,
                   [](std::size_t at) { return "model M" + number(at) + "x with Wide { id: int64 @id }"; }),
      compiled);
  CHECK(compiled.diagnostics.has_errors());
}

TEST_CASE("more models than anybody has are refused") {
  test::Compiled compiled;
  compile_promptly(repeated(50'001, [](std::size_t at) { return "model M" + number(at) + "x { a: b }"; }),
                   compiled);
  REQUIRE(compiled.diagnostics.all().size() == 1);
  CHECK(compiled.diagnostics.all().front().code.id == "E0148");
}

TEST_CASE("a hundred thousand mistakes are counted, not kept") {
  test::Compiled compiled;
  compile_promptly("model U {\n id: int64 @id\n" +
                       repeated(100'000, [](std::size_t at) { return "f" + number(at) + ": Missing"; }) +
                       "}\n",
                   compiled);
  CHECK(compiled.diagnostics.error_count() == 100'000);
  CHECK(compiled.diagnostics.all().size() == base::Diagnostics::limit);
}

TEST_CASE("many lists with many possible other sides stay cheap") {
  test::Compiled compiled;
  compile_promptly("model U {\n id: int64 @id\n" +
                       repeated(3'000, [](std::size_t at) { return "l" + number(at) + ": P[]"; }) +
                       "}\nmodel P {\n id: int64 @id\n" +
                       repeated(3'000, [](std::size_t at) { return "r" + number(at) + ": U"; }) + "}\n",
                   compiled);
  CHECK(compiled.diagnostics.has_errors());
}
