// Drafts become models: fields in order with the key fields that relations make, their columns, the keys.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills fields, columns, key, table and the relations that hold keys of every model; the other sides of
/// relations get their places, and are settled by `pair_other_sides`.
void lay_out_models(Analysis& analysis);

/// `@computed(expression)` or `@computed(expression, virtual)`.
struct ComputedAttribute {
  const ast::Expression* expression = nullptr;
  bool is_virtual = false;
};
std::optional<ComputedAttribute> computed_attribute(Analysis& analysis, const AttributeSet& attributes);

}  // namespace ochrec::sema
