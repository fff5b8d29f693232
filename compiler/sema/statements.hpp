// Block statements of one kind in a model and its mixins.
#pragma once

#include <string_view>

#include "sema/analysis.hpp"
#include "sema/codes.hpp"

namespace ochrec::sema {

/// The statement that settles something for the whole model, or null. Reports a second one.
template <class Statement>
const Statement* sole_statement(Analysis& analysis, const Draft& draft, std::string_view name) {
  const Statement* first = nullptr;
  for (const ast::Member* member : draft.statements) {
    const auto* statement = std::get_if<Statement>(member);
    if (statement == nullptr) continue;
    if (first == nullptr) {
      first = statement;
      continue;
    }
    analysis
        .report(codes::statement_twice, statement->span,
                quoted(draft.syntax->name.text) + " already has a statement " + quoted(name))
        .with_related(first->span, "the first one")
        .with_fix(statement->span, "");
  }
  return first;
}

}  // namespace ochrec::sema
