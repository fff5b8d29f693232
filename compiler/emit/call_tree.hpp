// Nested calls, printed so that they can be read: on one line while they fit, else with arguments below each
// other.
#pragma once

#include <string>
#include <vector>

namespace ochrec::emit {

/// `text`, or `text(arguments…)` when `is_call`.
struct CallTree {
  std::string text;
  std::vector<CallTree> arguments = {};
  bool is_call = false;

  /// Printed from `column` on, with `tail` characters to follow on the last line; `margin` is the indentation
  /// of the statement it stands in.
  std::string printed(std::size_t column, std::size_t tail, std::size_t margin) const;
  std::string flat() const;
};

}  // namespace ochrec::emit
