// Tables: their names, and what attributes say of a model as a whole.
#pragma once

#include <string>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// From `table "…"`, or the model's name in the plural.
std::string table_of(Analysis& analysis, const Draft& draft);

/// Fills the former table, the deprecation, audit and changes.
void describe_model(Analysis& analysis, const Draft& draft, model::Model& model);

/// Reports models that share a table, without regard to case.
void tables_differ(Analysis& analysis);

/// The place of a table's name: its statement, or the model's name.
base::Span table_span(const Draft& draft);

}  // namespace ochrec::sema
