// What every step of lowering one model looks at, and the questions they all ask of it.
#pragma once

#include <cstdint>

#include "model/schema.hpp"
#include "sql/schema.hpp"

namespace ochrec::lower {

struct Scope {
  const model::Schema& schema;
  const model::Model& model;
  sql::Database database;
  bool in_queries = false;  // rendered for the runtime's queries, not for the table

  bool on_sqlite() const { return database == sql::Database::Sqlite; }
};

/// The field a column comes from: the model's own, or the one inside a struct.
const model::Field& leaf(const Scope& scope, const model::Column& column);

sql::ColumnType column_type(const Scope& scope, const model::Column& column);

/// A decimal that SQLite keeps as text, because its digits do not fit 64 bits.
bool is_wide_decimal(const model::Type& type);

sql::Expr column(const Scope& scope, std::uint32_t index);

}  // namespace ochrec::lower
