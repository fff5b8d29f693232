// The rules of a value: `@length @range @multiple_of @pattern @email @url @items @unique_items @one_of`, and
// the normalisers `@trim @lower @upper`.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Adds what the attributes say to the rules, which may hold those of a named type already. Reports rules
/// that do not fit the type; rules of an array but `@items` and `@unique_items` speak of its elements.
void add_rules(Analysis& analysis, const AttributeSet& attributes, const model::Type& type,
               const ast::Name& field, model::Rules& rules);

}  // namespace ochrec::sema
