// How a name is written in SQL: bare where the database reads it back unchanged, quoted otherwise.
// Which names exist, and whether they collide, is for others to know.
#pragma once

#include <string>
#include <string_view>

#include "ochre/dialect.hpp"

namespace ochre::spell {

/// Longest name every database keeps whole, in bytes. PostgreSQL cuts longer ones without an error.
/// https://www.postgresql.org/docs/15/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
inline constexpr std::size_t longest_name = 63;

/// Appends `name` so that the database reads exactly this table, column, index or constraint.
void append_name(std::string& out, std::string_view name, Dialect dialect);

/// The same as a string of its own.
std::string name(std::string_view name, Dialect dialect);

/// Whether a bare `word` means something else, or an error, to this database. Any case.
bool is_reserved(std::string_view word, Dialect dialect);

}  // namespace ochre::spell
