// Pieces of CREATE statements that every database reads alike. For ddl.cpp and the files of the databases.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sql/ddl.hpp"

namespace ochrec::sql {

/// Text that knows which database it is for, so that a piece reads as the sentence it becomes.
class Text {
 public:
  explicit Text(Database database) : database_(database) {}

  Text& operator<<(std::string_view words) {
    out_ += words;
    return *this;
  }
  Text& operator<<(const Expr& expr) {
    append(out_, expr, database_);
    return *this;
  }
  Text& name(std::string_view name);
  /// `(a, b)`
  Text& names(std::span<const std::string> names);

  Database database() const { return database_; }
  std::string take() { return std::move(out_); }

 private:
  Database database_;
  std::string out_;
};

/// `  first,\n  second\n`, the body of a CREATE TABLE.
void append_lines(Text& text, const std::vector<std::string>& lines);

/// ` DEFAULT …`, parenthesised unless it is a constant; nothing without default.
void append_default(Text& text, const Column& column);

/// ` GENERATED ALWAYS AS (…) STORED`; nothing for a column that is not.
void append_generated(Text& text, const Column& column);

/// `CONSTRAINT … PRIMARY KEY (…)`
void append_key(Text& text, const PrimaryKey& key);

/// `CONSTRAINT … CHECK (…)`
void append_check(Text& text, const Check& check);

/// `CONSTRAINT … FOREIGN KEY (…) REFERENCES … (…) …`
void append_foreign_key(Text& text, const ForeignKey& key);

/// `(a, b DESC, (lower(c)))`: expressions are parenthesised.
void append_parts(Text& text, std::span<const IndexPart> parts);

/// The comments above a table: its documentation, then its columns'.
std::string table_doc(const Table& table);

// One file per database: the statements of one table, its own first.
std::vector<Statement> sqlite_statements(const Table& table);

/// What of a PostgreSQL schema is created when: a foreign key to a table that comes later is added at the
/// end.
struct Stages {
  std::vector<Statement> statements;
  std::vector<Statement> foreign_keys;
};
void append_postgres(Stages& stages, const Table& table, const std::unordered_set<std::string_view>& created);
std::vector<Statement> postgres_types(const Schema& schema);

}  // namespace ochrec::sql
