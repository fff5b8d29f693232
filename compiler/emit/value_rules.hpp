// Normalisers and rules of single columns, which values that a program gives to set() go through.
#pragma once

#include <string>
#include <vector>

#include "emit/context.hpp"
#include "emit/data.hpp"
#include "emit/slot.hpp"

namespace ochrec::emit {

/// What a column's metadata says about it: `trim`, `lower`, `upper`, `values_only`.
std::vector<std::string> value_flags(const Slot& slot);

/// {line}: a case for each column with rules, which calls the function that tests its values.
List value_rules_view(const Context& context, model::ModelId id);

}  // namespace ochrec::emit
