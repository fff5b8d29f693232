// ochre format: the canonical layout of schema files, in place.
#include <iostream>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/disk.hpp"
#include "cli/line_diff.hpp"
#include "format/format.hpp"
#include "syntax/parse.hpp"

namespace ochrec::cli {
namespace {

struct FormatOptions {
  std::vector<std::string> schemas;
  bool check = false;
  bool from_stdin = false;
};

// Nothing when the text has syntax errors, which have been shown: a file that is not understood is left
// alone.
std::optional<std::string> formatted(const std::string& name, const std::string& text,
                                     const FindingOptions& options) {
  Analysis analysis;
  const base::FileId id = analysis.sources.add(name, text);
  const base::SourceFile& source = analysis.sources.file(id);
  const ast::File file = syntax::parse(source, analysis.diagnostics);
  if (!analysis.diagnostics.has_errors()) return format::format(file, source);
  show(analysis, options);
  return std::nullopt;
}

std::string read_schema(const std::string& path) {
  DiskLoader loader;
  auto found = loader.read(path);
  if (const auto* failure = std::get_if<syntax::LoadFailure>(&found))
    throw Failure("`" + path + "` " + failure->reason);
  return std::get<std::string>(std::move(found));
}

ExitCode format_stdin(const FormatOptions& options, const FindingOptions& findings) {
  const std::string text = read_standard_input();
  const auto layout = formatted("<stdin>", text, findings);
  if (!layout) return ExitCode::Failed;
  if (!options.check) {
    std::cout << *layout;
    return ExitCode::Ok;
  }
  std::cout << line_diff("<stdin>", text, *layout);
  return text == *layout ? ExitCode::Ok : ExitCode::Findings;
}

// The worse of two results: an error outweighs a finding.
ExitCode worse(ExitCode a, ExitCode b) {
  if (a == ExitCode::Failed || b == ExitCode::Failed) return ExitCode::Failed;
  return a == ExitCode::Ok ? b : a;
}

ExitCode format_file(const std::string& path, const FormatOptions& options, const FindingOptions& findings) {
  const std::string text = read_schema(path);
  const auto layout = formatted(path, text, findings);
  if (!layout) return ExitCode::Failed;
  if (*layout == text) return ExitCode::Ok;
  if (options.check) {
    std::cout << line_diff(path, text, *layout);
    return ExitCode::Findings;
  }
  write_all({{path, *layout}});
  return ExitCode::Ok;
}

ExitCode format_all(const FormatOptions& options, const FindingOptions& findings) {
  if (options.from_stdin == !options.schemas.empty())
    throw Failure("name the schema files to format, or pass --stdin", ExitCode::Usage);
  if (options.from_stdin) return format_stdin(options, findings);
  ExitCode result = ExitCode::Ok;
  for (const std::string& path : options.schemas)
    result = worse(result, format_file(path, options, findings));
  return result;
}

}  // namespace

void add_format(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("format", "Lay schemas out canonically, in place");
  auto options = std::make_shared<FormatOptions>();
  command->add_option("SCHEMA", options->schemas, "Schema files");
  command->add_flag("--check", options->check, "Change nothing; print a diff and return 2 if one is needed");
  command->add_flag("--stdin", options->from_stdin, "Read standard input, write standard output");
  const auto findings = add_finding_options(*command);
  command->callback([options, findings, &session] {
    session.run = [options, findings] { return format_all(*options, *findings); };
  });
}

}  // namespace ochrec::cli
