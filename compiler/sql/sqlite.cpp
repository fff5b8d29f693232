// SQLite's DDL. All tables are STRICT; a constraint that may come and go later is an index, not a part of the
// table, because SQLite can only rebuild tables. https://www.sqlite.org/stricttables.html
#include "sql/pieces.hpp"

namespace ochrec::sql {
namespace {

constexpr unsigned char widest_integer_decimal = 18;  // digits that fit 64 bits

std::string_view storage(const ColumnType& type) {
  if (type.array) return "TEXT";
  switch (type.kind) {
    case ColumnKind::Bool:
    case ColumnKind::Int16:
    case ColumnKind::Int32:
    case ColumnKind::Int64:
    case ColumnKind::Date:
    case ColumnKind::Time:
    case ColumnKind::Timestamp:
    case ColumnKind::Datetime:
    case ColumnKind::Duration: return "INTEGER";
    case ColumnKind::Float32:
    case ColumnKind::Float64: return "REAL";
    case ColumnKind::Decimal: return type.precision <= widest_integer_decimal ? "INTEGER" : "TEXT";
    case ColumnKind::Bytes:
    case ColumnKind::Uuid: return "BLOB";
    case ColumnKind::Text:
    case ColumnKind::Json:
    case ColumnKind::Enum:
    case ColumnKind::Other: return "TEXT";
  }
  return "TEXT";
}

std::string in_capitals(std::string word) {
  for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return word;
}

bool is_sole_key(const Table& table, const Column& column) {
  return table.key.columns.size() == 1 && table.key.columns.front() == column.name;
}

// `INTEGER PRIMARY KEY` is the rowid itself: no second tree, but NULL and a missing value mean "the next
// number", whatever default was declared; a key with a default is therefore an INT, which is not the rowid.
// https://www.sqlite.org/lang_createtable.html#rowid
void append_type(Text& text, const Table& table, const Column& column) {
  const bool own = !column.type.spelled.empty() && column.identity == Identity::None;
  const std::string type = own ? in_capitals(column.type.spelled) : std::string(storage(column.type));
  const bool hides_default = type == "INTEGER" && column.default_value && column.identity == Identity::None &&
                             is_sole_key(table, column);
  text << (hides_default ? std::string_view("INT") : type);
}

std::string column_line(const Table& table, const Column& column) {
  Text text(Database::Sqlite);
  text.name(column.name) << " ";
  append_type(text, table, column);
  if (!column.nullable && column.identity == Identity::None) text << " NOT NULL";
  if (is_sole_key(table, column)) text << " PRIMARY KEY";
  if (column.identity == Identity::Monotonic) text << " AUTOINCREMENT";
  append_default(text, column);
  append_generated(text, column);
  return text.take();
}

template <typename Piece>
std::string line(void (*append_piece)(Text&, const Piece&), const Piece& piece) {
  Text text(Database::Sqlite);
  append_piece(text, piece);
  return text.take();
}

Statement create_table(const Table& table) {
  std::vector<std::string> lines;
  for (const Column& column : table.columns) lines.push_back(column_line(table, column));
  if (table.key.columns.size() > 1) lines.push_back(line(append_key, table.key));
  for (const ForeignKey& key : table.foreign_keys) lines.push_back(line(append_foreign_key, key));
  for (const Check& check : table.checks) lines.push_back(line(append_check, check));

  Text text(Database::Sqlite);
  (text << "CREATE TABLE ").name(table.name) << " (\n";
  append_lines(text, lines);
  text << (table.clustered ? ") STRICT, WITHOUT ROWID" : ") STRICT");
  return {StatementKind::Table, table.name, table.name, text.take(), table_doc(table)};
}

Statement create_unique(const Table& table, const Unique& unique) {
  Text text(Database::Sqlite);
  ((text << "CREATE UNIQUE INDEX ").name(unique.name) << " ON ").name(table.name) << " ";
  text.names(unique.columns);
  return {StatementKind::Index, unique.name, table.name, text.take(), {}};
}

Statement create_index(const Table& table, const Index& index) {
  Text text(Database::Sqlite);
  text << (index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
  (text.name(index.name) << " ON ").name(table.name) << " ";
  append_parts(text, index.parts);
  if (index.where) text << " WHERE " << *index.where;
  return {StatementKind::Index, index.name, table.name, text.take(), {}};
}

}  // namespace

std::vector<Statement> sqlite_statements(const Table& table) {
  std::vector<Statement> out;
  out.reserve(1 + table.uniques.size() + table.indexes.size());
  out.push_back(create_table(table));
  for (const Unique& unique : table.uniques) out.push_back(create_unique(table, unique));
  for (const Index& index : table.indexes) out.push_back(create_index(table, index));
  return out;
}

}  // namespace ochrec::sql
