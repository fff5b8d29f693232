// Following imports.
#include <catch2/catch.hpp>

#include <map>

#include "syntax/load.hpp"

using namespace ochrec;

namespace {

/// Files in memory; a leading "./" does not make another file.
class Shelf : public syntax::Loader {
 public:
  explicit Shelf(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  std::string resolve(std::string_view path, std::string_view importer) override {
    std::string folder(importer.substr(0, importer.rfind('/') + 1));
    if (path.starts_with("./")) path.remove_prefix(2);
    return folder + std::string(path);
  }
  std::variant<std::string, syntax::LoadFailure> read(const std::string& resolved) override {
    ++reads;
    const auto found = files_.find(resolved);
    if (found == files_.end()) return syntax::LoadFailure{"does not exist"};
    return found->second;
  }

  int reads = 0;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace

TEST_CASE("imports are followed once each, breadth first, relative to their file, in circles too") {
  Shelf shelf({{"root", "schema s\nimport \"lib/a\"\nimport \"b\"\nmodel R {}"},
               {"lib/a", "import \"./c\"\nimport \"c\"\nmodel A {}"},
               {"lib/c", "import \"a\"\nmodel C {}"},
               {"b", "import \"root\"\nmodel B {}"}});
  base::Sources sources;
  base::Diagnostics diagnostics;
  const syntax::Program program = syntax::load("root", shelf, sources, diagnostics);
  CHECK(diagnostics.all().empty());
  CHECK(program.paths == std::vector<std::string>{"root", "lib/a", "b", "lib/c"});
  CHECK(program.files.size() == 4);
  CHECK(shelf.reads == 4);
}

TEST_CASE("a missing import is an error at each place that asks for it") {
  Shelf shelf({{"root", "import \"a\"\nimport \"gone\"\nmodel R {}"}, {"a", "import \"gone\"\nmodel A {}"}});
  base::Sources sources;
  base::Diagnostics diagnostics;
  const syntax::Program program = syntax::load("root", shelf, sources, diagnostics);
  REQUIRE(diagnostics.all().size() == 2);
  for (const base::Diagnostic& finding : diagnostics.all()) {
    CHECK(finding.code.id == "E0002");
    CHECK(finding.message == "`gone` does not exist");
    CHECK(sources.file(finding.span.file).text(finding.span) == "\"gone\"");
  }
  CHECK(program.files.size() == 2);
  CHECK(program.files.at(0).incomplete);
}

TEST_CASE("a root that cannot be read") {
  Shelf shelf({});
  base::Sources sources;
  base::Diagnostics diagnostics;
  const syntax::Program program = syntax::load("root", shelf, sources, diagnostics);
  CHECK(program.files.empty());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().at(0).code.id == "E0001");
  CHECK(sources.file(diagnostics.all().at(0).span.file).path() == "root");
}
