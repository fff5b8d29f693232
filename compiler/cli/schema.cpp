// ochre schema: what a schema says in the words of other schema languages, on standard output.
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "emit/json_schema.hpp"

namespace ochrec::cli {

void add_schema(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("schema", "Print a schema in another schema language");
  command->require_subcommand(1);
  CLI::App* json = command->add_subcommand("json", "JSON Schema 2020-12 of the models and what inserts take");
  auto path = std::make_shared<std::string>();
  json->add_option("SCHEMA", *path, "Schema file")->required();
  const auto findings = add_finding_options(*json);
  json->callback([path, findings, &session] {
    session.run = [path, findings] {
      std::cout << emit::json_schema(require_schema(*path, *findings).schema);
      return ExitCode::Ok;
    };
  });
}

}  // namespace ochrec::cli
