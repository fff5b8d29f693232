// ochre ddl: the statements that create a schema's tables, on standard output.
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "lower/lower.hpp"
#include "sql/ddl.hpp"

namespace ochrec::cli {
namespace {

struct DdlOptions {
  std::string schema;
  std::string database = "sqlite";
};

ExitCode print_ddl(const DdlOptions& options, const FindingOptions& findings) {
  const model::Database database = database_from(options.database);
  const Analysis analysis = require_schema(options.schema, findings);
  std::cout << sql::ddl(lower::lower(analysis.schema, database), lower::dialect(database));
  return ExitCode::Ok;
}

}  // namespace

void add_ddl(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("ddl", "Print the CREATE statements of a schema");
  auto options = std::make_shared<DdlOptions>();
  command->add_option("SCHEMA", options->schema, "Schema file")->required();
  command->add_option("--database", options->database, "sqlite")
      ->option_text("NAME REQUIRED")
      ->envname("OCHRE_DATABASE")
      ->required();
  const auto findings = add_finding_options(*command);
  command->callback([options, findings, &session] {
    session.run = [options, findings] { return print_ddl(*options, *findings); };
  });
}

}  // namespace ochrec::cli
