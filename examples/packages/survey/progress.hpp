// One line on a terminal that says how far a long piece of work is. Anywhere else, nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

namespace survey {

class Progress {
 public:
  /// Shows on standard error if that is a terminal.
  Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Clears the line.
  ~Progress();

  /// To be called as often as convenient: the line changes ten times a second.
  void show(std::string_view what, std::int64_t done);

 private:
  using Clock = std::chrono::steady_clock;
  bool terminal_;
  bool shown_ = false;
  Clock::time_point next_;
};

}  // namespace survey
