// Lines that fit stay whole, others are broken as clang-format would.
#include <catch2/catch.hpp>

#include "emit/layout.hpp"

namespace emit = ochrec::emit;

TEST_CASE("a list is broken when it is too wide") {
  CHECK(emit::braced("const int a[] = ", {"1", "2"}, ";", 0) == "const int a[] = {1, 2};");
  const std::string wide(60, 'x');
  CHECK(emit::braced("a = ", {wide, wide}, ";", 2) ==
        "a = {\n      " + wide + ",\n      " + wide + ",\n  };");
  CHECK(emit::braced_in_column({wide, wide}, ",", 4) == "{" + wide + ",\n     " + wide + "},");
}

TEST_CASE("a call is broken when it is too wide") {
  CHECK(emit::called("f", {"a", "b"}, ";", 2) == "f(a, b);");
  const std::string wide(60, 'x');
  CHECK(emit::called("f", {wide, wide}, ";", 2) == "f(" + wide + ",\n    " + wide + ");");
  const std::string wider(106, 'x');
  CHECK(emit::called("function", {wider, "b"}, ";", 0) == "function(\n    " + wider + ",\n    b);");
}

TEST_CASE("a filled list uses the width") {
  const std::vector<std::string> items(20, "Enumerator");
  const std::string text = emit::filled(items, 2);
  CHECK(text.find('\n') == 109);
  CHECK(text.ends_with("Enumerator,"));
}
