// Columns that PostgreSQL keeps in another type than that of their values: uuids, dates and times as text,
// and time stamps without a zone. What texts mean to SQLite is in text_forms.hpp.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Such columns are written and read by programs. PostgreSQL neither compares them with values nor computes
/// with them: its casts to their types depend on the session, so that indexes and generated columns cannot
/// have them. https://www.postgresql.org/docs/15/xfunc-volatility.html
void other_types_are_not_computed_with(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
