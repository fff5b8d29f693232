// The rules of a field as straight-line C++: every broken one is reported, with its limit and the value.
#pragma once

#include <string>
#include <vector>

#include "emit/context.hpp"

namespace ochrec::emit {

/// A value to test: how it is reached, its type, and how it is called in reports.
struct Subject {
  std::string value;
  std::string field;  // "" inside an element, whose place is added afterwards
  std::string out;    // the list of violations
};

/// Statements that test one present value of a field, unindented; lines of one statement follow each other.
std::vector<std::string> rule_lines(const Context& context, const model::Field& field,
                                    const model::Type& type, const Subject& subject);

}  // namespace ochrec::emit
