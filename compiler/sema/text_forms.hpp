// Laws of fields that SQLite keeps as text, `@type(sqlite: "text")` on dates, times, uuids and short
// decimals.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Texts have four digits for the year: adds that to what a value must satisfy.
void add_years_of_text(model::Field& field);

/// What the database itself computes or fills in has the form its functions give, which is no such text.
void text_is_written_by_programs(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
