// Schemas as text: the CREATE statements of a database, whole or one by one.
#pragma once

#include <string>
#include <vector>

#include "sql/schema.hpp"

namespace ochrec::sql {

enum class StatementKind : unsigned char { Type, Table, Index, Constraint };

struct Statement {
  StatementKind kind = StatementKind::Table;
  std::string name;   // of what it creates
  std::string table;  // that it creates or belongs to; empty for a type
  std::string text;   // without comment and semicolon. SQLite keeps it letter by letter in sqlite_schema
  std::string doc;    // the comments that belong above it: lines without `--`
};

/// One statement per type, table and index, each after what it needs. Names are unique within a kind.
std::vector<Statement> statements(const Schema& schema, Database database);

/// The same as a script: documentation as comments, a blank line before each table.
std::string ddl(const Schema& schema, Database database);

}  // namespace ochrec::sql
