// How constants are written in SQL, exactly: what the database reads is what was given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ochre/dialect.hpp"

namespace ochre::spell {

/// Text in single quotes. U+0000 cannot be written (SQLite ends the statement there, PostgreSQL has no such
/// text): the caller has refused it.
void append_text(std::string& out, std::string_view text);

/// All 64 bits, the lowest value included.
void append_integer(std::string& out, std::int64_t value);

/// The shortest digits that read back as the same double, always with a point or an exponent so that it stays
/// a floating-point number. Infinities are written as the dialect has them; SQLite keeps NaN as NULL.
void append_real(std::string& out, double value, Dialect dialect);

/// `TRUE` and `FALSE`, or 1 and 0 on SQLite, which stores those.
void append_bool(std::string& out, bool value, Dialect dialect);

/// A byte string.
void append_bytes(std::string& out, std::span<const std::byte> bytes, Dialect dialect);

/// A uuid: a 16-byte blob on SQLite, a typed literal on PostgreSQL.
void append_uuid(std::string& out, std::span<const std::byte, 16> bytes, Dialect dialect);

/// `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`, without quotes.
std::string uuid_text(std::span<const std::byte, 16> bytes);

}  // namespace ochre::spell
