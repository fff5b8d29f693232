// What the process returns, and the one exception of this room: an operation that cannot go on.
#pragma once

#include <stdexcept>
#include <string>

namespace ochrec::cli {

enum class ExitCode : int {
  Ok = 0,
  Failed = 1,    // errors in the input, or the operation failed
  Findings = 2,  // it ran, and found differences
  NeedsDecision = 3,
  Usage = 64
};

/// Ends a command with a sentence on standard error and an exit code. Thrown only inside this room.
class Failure : public std::runtime_error {
 public:
  explicit Failure(const std::string& sentence, ExitCode code = ExitCode::Failed)
      : std::runtime_error(sentence), code_(code) {}
  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

}  // namespace ochrec::cli
