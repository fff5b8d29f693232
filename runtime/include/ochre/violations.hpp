// What is wrong with a value, before any database sees it. A value, not an exception: callers show all of it
// at once.
#pragma once

#include <string>
#include <vector>

namespace ochre {

/// One broken rule.
struct Violation {
  std::string field;    ///< the path of the field, such as "home.city"; empty for rules over several fields
  std::string rule;     ///< the rule's name, such as "length" or the name of a check
  std::string message;  ///< a sentence in the user's terms
  std::string limit{};  ///< what the rule asks for, such as "1..80"; empty when its name says it all
  std::string value{};  ///< the offending value as text, long ones cut; empty for absent ones and for checks

  friend bool operator==(const Violation&, const Violation&) = default;
};

/// All broken rules of one value, in the order of its fields.
using Violations = std::vector<Violation>;

/// The messages, one per line.
std::string to_string(const Violations& violations);

}  // namespace ochre
