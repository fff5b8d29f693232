// Dates and times as constants: numbers where the database stores numbers, typed literals elsewhere.
#pragma once

#include <string>

#include "sql/expression.hpp"

namespace ochrec::sql {

/// SQLite: the number. PostgreSQL: `'2026-11-20'::date`, `'2026-11-20 10:30:00.000000+00'::timestamptz`, …
void append_moment(std::string& out, const Moment& moment, Database database);

}  // namespace ochrec::sql
