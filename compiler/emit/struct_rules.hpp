// Rules inside structs: a function for each struct, and one for each of its fields that can be a column.
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

/// The function that tests a present value of a struct's field.
std::string member_rules_name(const Context& context, model::StructId id, const model::Field& field);

/// {signature, lines}: functions for the structs of the model, inner ones first.
List struct_rules_view(const Context& context, const model::Model& model);

bool struct_rules_have_patterns(const Context& context, const model::Model& model);

}  // namespace ochrec::emit
