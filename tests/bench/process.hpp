// Runs another program and says what it cost.
#pragma once

#include <string>
#include <vector>

namespace ochre_bench {

struct Cost {
  double cpu_milliseconds = 0;  ///< user and system, with the processes it waited for
  double peak_megabytes = 0;    ///< of resident memory
};

/// Runs a program with arguments (the first is the program). Throws std::runtime_error when it does not exit
/// with 0.
Cost run_program(const std::vector<std::string>& command);

}  // namespace ochre_bench
