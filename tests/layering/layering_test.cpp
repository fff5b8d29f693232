// Holds every file of the compiler and the runtime to the rules.
#include <catch2/catch.hpp>

#include "layering/rules.hpp"

using namespace ochre_layering;

namespace {

const std::filesystem::path root = std::filesystem::path(OCHRE_TESTS_DIR).parent_path();

std::vector<SourceFile> product() {
  std::vector<SourceFile> files = sources_below(root, "compiler");
  for (SourceFile& file : sources_below(root, "runtime")) files.push_back(std::move(file));
  return files;
}

std::string joined(const Findings& findings) {
  std::string out;
  for (const std::string& finding : findings) out += finding + "\n";
  return out;
}

}  // namespace

TEST_CASE("the product obeys its own layering", "[layering]") {
  const std::vector<SourceFile> files = product();
  REQUIRE(files.size() > 50);  // guards against looking in the wrong place
  CHECK(joined(includes_follow_edges(files)) == "");
  CHECK(joined(vendors_stay_in_place(files)) == "");
  CHECK(joined(public_headers_stay_cheap(files)) == "");
  CHECK(joined(own_header_comes_first(files)) == "");
  CHECK(joined(files_tell_one_story(files)) == "");
}

TEST_CASE("tests and examples keep their files short as well", "[layering]") {
  std::vector<SourceFile> files;
  for (const char* folder : {"tests", "examples"})
    for (SourceFile& file : sources_below(root, folder))
      if (!file.path.starts_with("tests/cases/")) files.push_back(std::move(file));  // goldens are exempt
  REQUIRE(files.size() > 10);
  CHECK(joined(files_tell_one_story(files)) == "");
}

TEST_CASE("targets link only what their rooms may include", "[layering]") {
  for (const char* folder : {"compiler", "runtime"}) {
    const std::vector<RoomTarget> targets = room_targets_below(root, folder);
    REQUIRE(!targets.empty());
    CHECK(joined(targets_follow_edges(targets)) == "");
  }
}
