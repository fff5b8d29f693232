// Columns that SQLite keeps as text although their values are no texts. Expressions are about values, so a
// column is converted where one is read: in the table's own checks and indexes by what every SQLite has,
// since other programs write the table, too, and a check admits one form; in queries by the driver's
// functions, which read every form in use. UUIDs have no built-in conversion to bytes: in the table's own
// expressions their texts stand for them, which compare alike.
#pragma once

#include <optional>

#include "lower/scope.hpp"

namespace ochrec::lower {

bool is_text_form(const Scope& scope, const model::Column& column);

/// The column as operand of an expression.
sql::Expr value_of(const Scope& scope, std::uint32_t index);

/// Whether operands of an operation must be texts of UUIDs, because one of them comes from such a column.
bool compares_uuid_texts(const Scope& scope, const model::Expr& operation);
sql::Expr uuid_text(const Scope& scope, const model::Expr& expr);

/// What a column that is kept as text holds for a constant, and for the current moment.
sql::Expr text_of(const model::Value& value, const model::Type& type);
sql::Expr now_text(const model::Type& type);

/// That the column holds the form that is written; nothing for decimals, whose digits need more than one
/// test.
std::optional<sql::Expr> has_written_form(const Scope& scope, std::uint32_t index);

}  // namespace ochrec::lower
