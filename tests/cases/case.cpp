#include "case.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/render.hpp"
#include "sema/analyze.hpp"
#include "syntax/load.hpp"

namespace cases {
namespace {

namespace fs = std::filesystem;
using namespace ochrec;

class FolderLoader : public syntax::Loader {
 public:
  explicit FolderLoader(fs::path folder) : folder_(std::move(folder)) {}

  std::string resolve(std::string_view path, std::string_view) override { return std::string(path); }
  std::variant<std::string, syntax::LoadFailure> read(const std::string& resolved) override {
    if (!fs::exists(folder_ / resolved)) return syntax::LoadFailure{"does not exist"};
    return cases::read(folder_ / resolved);
  }

 private:
  fs::path folder_;
};

bool is_blessing() { return std::getenv("OCHRE_BLESS") != nullptr; }

}  // namespace

std::vector<fs::path> all() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(fs::path(OCHRE_TESTS_DIR) / "cases")) {
    if (fs::exists(entry.path() / "schema.ochre")) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

model::Schema analyzed(const fs::path& folder) {
  FolderLoader loader(folder);
  base::Sources sources;
  base::Diagnostics diagnostics;
  const syntax::Program program = syntax::load("schema.ochre", loader, sources, diagnostics);
  model::Schema schema = sema::analyze(program, diagnostics);
  INFO(base::render(diagnostics, sources, base::DiagnosticFormat::Text, false));
  REQUIRE_FALSE(diagnostics.has_errors());
  return schema;
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void check_golden(const fs::path& file, const std::string& text) {
  if (read(file) == text) return;
  if (is_blessing()) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  } else {
    FAIL_CHECK(file << " differs; OCHRE_BLESS=1 rewrites it. It should be:\n" << text);
  }
}

}  // namespace cases
