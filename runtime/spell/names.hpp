// How databases spell names and literals, for DDL and queries alike. What is spelled, and when, is decided
// elsewhere.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ochre/dialect.hpp"

namespace ochre::spell {

/// Appends a name in double quotes, with quotes inside doubled; both databases read that as SQL does.
/// https://www.sqlite.org/lang_keywords.html, https://www.postgresql.org/docs/15/sql-syntax-lexical.html
void append_name(std::string& out, std::string_view name);
std::string name(std::string_view name);

/// A text literal. PostgreSQL: assumes standard_conforming_strings, the default.
std::string text_literal(std::string_view text);

/// A binary literal: x'00ff' on SQLite, '\x00ff'::bytea on PostgreSQL.
std::string bytes_literal(Dialect dialect, std::span<const std::uint8_t> bytes);

/// `true` and `false` on PostgreSQL, 1 and 0 on SQLite.
std::string_view bool_literal(Dialect dialect, bool value);

/// A real literal that reads back as the same double. Not for NaN; infinities are 9e999 on SQLite and
/// 'Infinity' on PostgreSQL.
std::string real_literal(Dialect dialect, double value);

/// Parameter `number`, counting from 1: ?1 on SQLite, $1 on PostgreSQL.
void append_parameter(std::string& out, Dialect dialect, std::size_t number);

}  // namespace ochre::spell
