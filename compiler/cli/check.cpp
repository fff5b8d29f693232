// ochre check: parse and analyze, and say what is wrong.
#include <memory>

#include "cli/command.hpp"

namespace ochrec::cli {
namespace {

ExitCode check(const std::vector<std::string>& schemas, const FindingOptions& options) {
  const bool as_data =
      options.format == base::DiagnosticFormat::Json || options.format == base::DiagnosticFormat::Sarif;
  bool failed = false;
  for (const std::string& path : schemas) {
    Analysis analysis = analyze_file(path, options);
    show(analysis, options, as_data);
    failed = failed || analysis.diagnostics.has_errors();
  }
  return failed ? ExitCode::Failed : ExitCode::Ok;
}

}  // namespace

void add_check(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("check", "Parse and analyze schemas");
  auto schemas = std::make_shared<std::vector<std::string>>();
  command->add_option("SCHEMA", *schemas, "Schema files")->required();
  add_finding_options(*command, session);
  command->callback([schemas, &session] {
    session.run = [schemas, &session] { return check(*schemas, session.findings); };
  });
}

}  // namespace ochrec::cli
