// A command of `ochre`: one file each adds its options to the program and its body to the list.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/front.hpp"

namespace ochrec::cli {

/// What all commands share. The command that was named puts its body into `run`.
struct Session {
  std::function<ExitCode()> run;
};

void add_check(CLI::App& program, Session& session);
void add_generate(CLI::App& program, Session& session);
void add_ddl(CLI::App& program, Session& session);
void add_format(CLI::App& program, Session& session);
void add_explain(CLI::App& program, Session& session);
void add_schema(CLI::App& program, Session& session);

/// `--diagnostics` and `--deny`, for each command that reads a schema. Filled when the program's arguments
/// have been read; each command has its own, because configuration files speak of one command at a time.
std::shared_ptr<const FindingOptions> add_finding_options(CLI::App& command);

/// `--database sqlite`, refusing what has no driver.
model::Database database_from(const std::string& name);

}  // namespace ochrec::cli
