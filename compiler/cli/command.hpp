// A command of `ochre`: one file each adds its options to the program and its body to the list.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/exit_code.hpp"
#include "cli/front.hpp"

namespace ochrec::cli {

/// What all commands share. The command that was named puts its body into `run`.
struct Session {
  FindingOptions findings;
  std::function<ExitCode()> run;
};

void add_check(CLI::App& program, Session& session);
void add_generate(CLI::App& program, Session& session);
void add_ddl(CLI::App& program, Session& session);
void add_format(CLI::App& program, Session& session);
void add_explain(CLI::App& program, Session& session);
void add_schema(CLI::App& program, Session& session);

/// `--diagnostics` and `--deny`, for each command that reads a schema.
void add_finding_options(CLI::App& command, Session& session);

/// `--database sqlite`, refusing what has no driver.
model::Database database_from(const std::string& name);

}  // namespace ochrec::cli
