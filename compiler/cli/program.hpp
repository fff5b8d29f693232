// The `ochre` program as a function, so that tests can run it in-process.
#pragma once

namespace ochrec::cli {

/// Reads the arguments, runs the command and returns the process's exit code. Never throws.
int run_program(int argc, const char* const* argv);

}  // namespace ochrec::cli
