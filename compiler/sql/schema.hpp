// A relational schema as plain values: what `lower` makes of a model, what `introspect` reads from a database
// and what `migrate` compares. Neutral: no text of one database, save where a user or a database supplied it.
// Every constraint has an explicit, deterministic name, by which errors and migrations know it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sql/expression.hpp"

namespace ochrec::sql {

enum class ColumnKind : unsigned char {
  Bool,
  Int16,
  Int32,
  Int64,
  Float32,
  Float64,
  Decimal,  // precision and scale
  Text,
  Bytes,
  Uuid,
  Date,
  Time,
  Timestamp,  // a moment in UTC
  Datetime,   // without zone
  Duration,   // microseconds
  Json,
  Enum,  // text; a native enumeration when `spelled` names one
  Other  // known to the database only: `spelled`
};

struct ColumnType {
  ColumnKind kind = ColumnKind::Int64;
  unsigned char precision = 0;
  unsigned char scale = 0;
  bool array = false;
  std::string spelled;  // the type in the database's words, overriding what the kind implies; else empty

  bool operator==(const ColumnType&) const = default;
};

/// Where the values of a key come from when an insert gives none.
enum class Identity : unsigned char {
  None,
  Automatic,  // SQLite: the rowid, which may reuse the numbers of deleted rows
  Monotonic   // never reuses a number; SQLite: AUTOINCREMENT
};

struct Column {
  std::string name;
  std::string doc;
  ColumnType type;
  bool nullable = false;
  Identity identity = Identity::None;
  std::optional<Expr> default_value;
  std::optional<Expr> generated;  // always as (…) stored
  std::string renamed_from;       // its former name, for migrations

  bool operator==(const Column&) const = default;
};

struct PrimaryKey {
  std::string name;
  std::vector<std::string> columns;

  bool operator==(const PrimaryKey&) const = default;
};

/// Of the whole table, so that foreign keys may refer to it. Nulls are distinct.
struct Unique {
  std::string name;
  std::vector<std::string> columns;

  bool operator==(const Unique&) const = default;
};

struct IndexPart {
  Expr expr;
  bool descending = false;

  bool operator==(const IndexPart&) const = default;
};

struct Index {
  std::string name;
  bool unique = false;  // of a part of the table, or of expressions
  std::vector<IndexPart> parts;
  std::optional<Expr> where;
  std::string method;                // empty: the database's usual one
  std::vector<std::string> include;  // columns carried along
  std::vector<std::pair<std::string, std::string>> with;
  std::string renamed_from;  // the label of its earlier self, for migrations

  bool operator==(const Index&) const = default;
};

struct Check {
  std::string name;   // unique in the schema, with a hash of the condition
  std::string label;  // as the user knows it: the name of the `check`, or `<column>_<rule>`
  std::vector<std::string> columns;
  Expr condition;

  bool operator==(const Check&) const = default;
};

enum class Action : unsigned char { NoAction, Restrict, Cascade, SetNull, SetDefault };

struct ForeignKey {
  std::string name;
  std::vector<std::string> columns;
  std::string table;
  std::vector<std::string> target_columns;
  Action on_delete = Action::NoAction;
  Action on_update = Action::NoAction;
  bool deferrable = false;  // checked at commit

  bool operator==(const ForeignKey&) const = default;
};

struct Table {
  std::string name;
  std::string doc;
  std::vector<Column> columns;
  PrimaryKey key;
  std::vector<Unique> uniques;
  std::vector<Index> indexes;
  std::vector<Check> checks;
  std::vector<ForeignKey> foreign_keys;
  bool clustered = false;    // rows live in the key's own tree; SQLite: WITHOUT ROWID
  std::string renamed_from;  // its former name, for migrations

  bool operator==(const Table&) const = default;
};

/// A type of its own in databases that have such types.
struct Enumeration {
  std::string name;
  std::vector<std::string> values;

  bool operator==(const Enumeration&) const = default;
};

struct Schema {
  std::vector<Enumeration> enumerations;
  std::vector<Table> tables;

  bool operator==(const Schema&) const = default;
};

}  // namespace ochrec::sql
