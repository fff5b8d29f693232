// docs/errors.md is what the program says of its codes. OCHRE_BLESS=1 writes it.
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "shell.hpp"
#include "support/temporary_folder.hpp"

TEST_CASE("the page of all codes is made from the compiler's own texts") {
  const std::string path = OCHRE_ROOT "/docs/errors.md";
  const ochre_test::TemporaryFolder place;
  const std::string output = docs::rerun("$ ochre explain --all\n", place.path());
  const std::string expected = output.substr(output.find('\n') + 1);
  REQUIRE(expected.size() > 10'000);
  if (std::getenv("OCHRE_BLESS") != nullptr) std::ofstream(path, std::ios::binary) << expected;
  std::ifstream file(path, std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == expected);
}
