// Fields that SQLite keeps as text because `@type(sqlite: "text")` says so, where it would keep a number or
// bytes: dates, times, uuids and decimals that fit 64 bits. The values are the same; what the text looks like
// is lower's and the driver's business.
#pragma once

#include "model/schema.hpp"

namespace ochrec::model {

bool is_kept_as_text(const Field& field);

/// The years that four digits hold, for dates and moments; open for other types. A field that is kept as text
/// has it among its ranges.
ValueRange years_of_text(const Type& type);

/// Whether it is that range.
bool is_years_of_text(const ValueRange& range, const Type& type);

/// Whether PostgreSQL keeps a uuid, date or time in a column of another type, which it neither compares with
/// values nor computes with.
bool is_other_on_postgres(const Field& field);

}  // namespace ochrec::model
