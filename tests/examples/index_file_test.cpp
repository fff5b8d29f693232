#include "deb822/index_file.hpp"

#include <cstdlib>
#include <fstream>
#include <string>
#include <system_error>

#include <catch2/catch.hpp>

#include "deb822/paragraph.hpp"
#include "support/temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;

struct Folder : ochre_test::TemporaryFolder {
  void write(const char* name, const char* text) const { std::ofstream(path() / name) << text; }
};

bool has_apt_helper() { return fs::exists("/usr/lib/apt/apt-helper"); }

}  // namespace

TEST_CASE("indices are found by name, plain or compressed") {
  const Folder folder;
  folder.write("b_Packages", "");
  folder.write("a_Packages.lz4", "");
  folder.write("a_InRelease", "");
  folder.write("Packages.txt", "");
  fs::create_directory(folder.path() / "c_Packages");

  std::vector<fs::path> expected = {folder.path() / "b_Packages"};
  if (has_apt_helper()) expected.insert(expected.begin(), folder.path() / "a_Packages.lz4");
  CHECK(deb822::find_indices(folder.path()) == expected);
  CHECK(deb822::find_indices(folder.path() / "absent").empty());
}

TEST_CASE("a plain index is read in place") {
  const Folder folder;
  folder.write("x_Packages", "Package: a\n");
  deb822::IndexFile file(folder.path() / "x_Packages");
  deb822::Reader reader(file.stream(), "x");
  deb822::Paragraph paragraph;
  CHECK(reader.next(paragraph));
  CHECK_FALSE(reader.next(paragraph));
  file.finish();
}

TEST_CASE("a compressed index is read through apt's helper") {
  if (!has_apt_helper()) return;
  const Folder folder;
  folder.write("x_Packages", "Package: a\n\nPackage: b\n");
  REQUIRE(std::system(("gzip " + (folder.path() / "x_Packages").string()).c_str()) == 0);
  deb822::IndexFile file(folder.path() / "x_Packages.gz");
  deb822::Reader reader(file.stream(), "x");
  deb822::Paragraph paragraph;
  CHECK(reader.next(paragraph));
  CHECK(reader.next(paragraph));
  CHECK(paragraph.field("Package") == "b");
  CHECK_FALSE(reader.next(paragraph));
  file.finish();
}

TEST_CASE("a compressed index that is not one fails at the end, not silently") {
  if (!has_apt_helper()) return;
  const Folder folder;
  folder.write("x_Packages.xz", "this is not xz");
  deb822::IndexFile file(folder.path() / "x_Packages.xz");
  deb822::Reader reader(file.stream(), "x");
  deb822::Paragraph paragraph;
  CHECK_FALSE(reader.next(paragraph));
  CHECK_THROWS_WITH(file.finish(), Catch::Contains("x_Packages.xz: apt-helper could not decompress it"));
}

TEST_CASE("an index that cannot be opened is an error with its path") {
  const Folder folder;
  CHECK_THROWS_AS(deb822::IndexFile(folder.path() / "absent_Packages"), std::system_error);
  CHECK_THROWS_AS(deb822::IndexFile(folder.path() / "absent_Packages.gz"), std::system_error);
  CHECK_THROWS_AS(deb822::IndexFile(folder.path()), std::system_error);
}
