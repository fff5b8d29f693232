#include "cli/front.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/disk.hpp"
#include "cli/exit_code.hpp"
#include "sema/analyze.hpp"
#include "sema/backed.hpp"
#include "syntax/load.hpp"

namespace ochrec::cli {
namespace {

// See no-color.org: any non-empty value turns colour off.
bool wants_colour() {
  const char* no_color =
      std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): the program has one thread
  return ::isatty(STDERR_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace

Analysis analyze_file(const std::string& path, const FindingOptions& options) {
  Analysis out;
  analyze_also(path, options, out);
  return out;
}

void analyze_also(const std::string& path, const FindingOptions& options, Analysis& out) {
  DiskLoader loader;
  const syntax::Program program = syntax::load(path, loader, out.sources, out.diagnostics);
  out.schema = sema::analyze(program, out.diagnostics);
  out.paths = program.paths;
  for (const std::string& id : options.denied) out.diagnostics.deny(id);
}

void show(Analysis& analysis, const FindingOptions& options, bool as_data) {
  analysis.diagnostics.sort();
  const bool colour = !as_data && wants_colour();
  const std::string text = base::render(analysis.diagnostics, analysis.sources, options.format, colour);
  (as_data ? std::cout : std::cerr) << text;
}

Analysis require_schema(const std::string& path, const FindingOptions& options) {
  Analysis out = analyze_file(path, options);
  if (!out.diagnostics.has_errors()) sema::refuse_without_back_end(out.schema, out.diagnostics);
  if (!out.diagnostics.all().empty()) show(out, options);
  if (out.diagnostics.has_errors()) throw Failure("", ExitCode::Failed);
  return out;
}

}  // namespace ochrec::cli
