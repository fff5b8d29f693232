// ochre check: parse and analyze, and say what is wrong.
#include <iostream>
#include <memory>

#include "cli/command.hpp"

namespace ochrec::cli {
namespace {

bool is_data(base::DiagnosticFormat format) {
  return format == base::DiagnosticFormat::Json || format == base::DiagnosticFormat::Sarif;
}

// A part of another schema is sound without a name, so this is no finding.
void note_missing_name(const std::string& path, const Analysis& analysis) {
  if (!analysis.schema.name.empty() || analysis.schema.models.empty()) return;
  std::cerr << path << ": note: there is no `schema` line; `ochre generate` needs one in the root file\n";
}

// One document holds the findings of all schemas.
ExitCode check_as_data(const std::vector<std::string>& schemas, const FindingOptions& options) {
  Analysis all;
  for (const std::string& path : schemas) analyze_also(path, options, all);
  show(all, options, true);
  return all.diagnostics.has_errors() ? ExitCode::Failed : ExitCode::Ok;
}

ExitCode check(const std::vector<std::string>& schemas, const FindingOptions& options) {
  if (is_data(options.format)) return check_as_data(schemas, options);
  bool failed = false;
  for (const std::string& path : schemas) {
    Analysis analysis = analyze_file(path, options);
    show(analysis, options);
    if (!analysis.diagnostics.has_errors()) note_missing_name(path, analysis);
    failed = failed || analysis.diagnostics.has_errors();
  }
  return failed ? ExitCode::Failed : ExitCode::Ok;
}

}  // namespace

void add_check(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("check", "Parse and analyze schemas");
  auto schemas = std::make_shared<std::vector<std::string>>();
  command->add_option("SCHEMA", *schemas, "Schema files")->required();
  const auto findings = add_finding_options(*command);
  command->callback([schemas, findings, &session] {
    session.run = [schemas, findings] { return check(*schemas, *findings); };
  });
}

}  // namespace ochrec::cli
