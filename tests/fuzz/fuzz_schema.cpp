// Any bytes at all through lexer, parser, analysis and formatter. Beyond not crashing: a file without syntax
// errors formats to one that says the same, and formatting that again changes nothing.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <variant>

#include "base/render.hpp"
#include "format/format.hpp"
#include "sema/analyze.hpp"
#include "syntax/dump.hpp"
#include "syntax/load.hpp"
#include "syntax/parse.hpp"

using namespace ochrec;

namespace {

class OneFile : public syntax::Loader {
 public:
  explicit OneFile(std::string text) : text_(std::move(text)) {}

  std::string resolve(std::string_view path, std::string_view) override { return std::string(path); }
  std::variant<std::string, syntax::LoadFailure> read(const std::string& resolved) override {
    if (resolved == "root.ochre") return text_;
    return syntax::LoadFailure{"does not exist"};
  }

 private:
  std::string text_;
};

void require(bool holds, const char* what, const std::string& first, const std::string& second) {
  if (holds) return;
  std::fprintf(stderr, "%s\n---- first ----\n%s\n---- second ----\n%s\n", what, first.c_str(),
               second.c_str());
  std::abort();
}

void check_format(const std::string& text) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  const base::SourceFile& source = sources.file(sources.add("first", text));
  const ast::File file = syntax::parse(source, diagnostics);
  if (diagnostics.has_errors()) return;
  const std::string once = format::format(file, source);
  const base::SourceFile& again = sources.file(sources.add("second", once));
  const ast::File second = syntax::parse(again, diagnostics);
  require(!diagnostics.has_errors(), "the formatted text has errors", once,
          base::render(diagnostics, sources, base::DiagnosticFormat::Text, false));
  require(syntax::dump(file) == syntax::dump(second), "formatting changed the meaning", syntax::dump(file),
          syntax::dump(second));
  const std::string twice = format::format(second, again);
  require(once == twice, "formatting twice differs", once, twice);
}

void check_analysis(const std::string& text) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  OneFile loader(text);
  const syntax::Program program = syntax::load("root.ochre", loader, sources, diagnostics);
  sema::analyze(program, diagnostics);
  diagnostics.sort();
  for (const auto form : {base::DiagnosticFormat::Text, base::DiagnosticFormat::Json})
    base::render(diagnostics, sources, form, false);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_format(text);
  check_analysis(text);
  return 0;
}
