// Rules inside structs that are kept whole, as elements of an array or as json<Struct>. Those that are
// flattened into columns are tested leaf by leaf.
#pragma once

#include <string>
#include <vector>

#include "emit/context.hpp"
#include "emit/data.hpp"
#include "emit/rules.hpp"

namespace ochrec::emit {

/// Statements that test a struct, or each one of an array.
std::vector<std::string> struct_rule_lines(const Context& context, const model::Field& field,
                                           const model::Type& type, const Subject& subject);

/// {signature, lines}: a function for each struct of the model, inner ones first.
List struct_rules_view(const Context& context, const model::Model& model);

bool struct_rules_have_patterns(const Context& context, const model::Model& model);

}  // namespace ochrec::emit
