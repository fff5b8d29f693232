#include "cli/program.hpp"

#include <iostream>

#include "cli/command.hpp"
#include "cli/version.hpp"

namespace ochrec::cli {
namespace {

constexpr const char* after_help =
    "Exit codes: 0 ok; 1 errors in the input, or the operation failed; 2 differences or findings;\n"
    "3 stopped for a decision; 64 wrong usage.\n"
    "Options may also stand in ochre.toml in the working directory, or in --config FILE. Settings may stand "
    "in\n"
    "the environment: OCHRE_DATABASE, OCHRE_DATABASES, OCHRE_DENY, OCHRE_DIAGNOSTICS, OCHRE_SHARDS,\n"
    "OCHRE_TEMPLATES. The command line wins.";

void add_commands(CLI::App& program, Session& session) {
  program.set_version_flag("--version", std::string("ochre ") + version);
  program.set_config("--config", "ochre.toml", "Read options from this file");
  program.require_subcommand(1);
  program.footer(after_help);
  add_check(program, session);
  add_generate(program, session);
  add_ddl(program, session);
  add_format(program, session);
  add_explain(program, session);
  add_schema(program, session);
}

ExitCode run_command(const Session& session) {
  try {
    const ExitCode code = session.run();
    std::cout.flush();
    // A reader that went away or a full disk must not look like success.
    if (!std::cout) throw Failure("standard output could not be written");
    return code;
  } catch (const Failure& failure) {
    if (*failure.what() != '\0') std::cerr << "ochre: " << failure.what() << "\n";
    return failure.code();
  } catch (const std::exception& error) {
    std::cerr << "ochre: " << error.what() << "\n";
    return ExitCode::Failed;
  }
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  CLI::App program{"Compiles .ochre schemas to C++ and SQL", "ochre"};
  Session session;
  add_commands(program, session);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? static_cast<int>(ExitCode::Ok) : static_cast<int>(ExitCode::Usage);
  }
  return static_cast<int>(run_command(session));
}

}  // namespace ochrec::cli
