#include "program.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/render.hpp"
#include "sema/analyze.hpp"
#include "sema/backed.hpp"
#include "syntax/load.hpp"

namespace ochrec::test {
namespace {

class TestLoader final : public syntax::Loader {
 public:
  TestLoader(std::string_view name, const std::string& text) : name_(name), text_(text) {}

  std::string resolve(std::string_view path, std::string_view) override { return std::string(path); }

  std::variant<std::string, syntax::LoadFailure> read(const std::string& resolved) override {
    if (resolved == name_) return text_;
    const std::string path = std::string(OCHRE_TESTS_DIR) + "/diagnostics/" + resolved;
    std::ifstream file(path, std::ios::binary);
    if (!file || !std::filesystem::is_regular_file(path)) return syntax::LoadFailure{"does not exist"};
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

 private:
  std::string name_;
  const std::string& text_;
};

}  // namespace

std::string Compiled::rendered() const {
  return base::render(diagnostics, sources, base::DiagnosticFormat::Text, false);
}

void compile(std::string_view name, const std::string& text, bool generates, Compiled& out) {
  TestLoader loader(name, text);
  const syntax::Program program = syntax::load(name, loader, out.sources, out.diagnostics);
  out.schema = sema::analyze(program, out.diagnostics);
  if (generates) sema::refuse_without_back_end(out.schema, out.diagnostics);
  out.diagnostics.sort();
}

}  // namespace ochrec::test
