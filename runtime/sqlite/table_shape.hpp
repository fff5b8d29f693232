// What SQLite's catalog says about one table. Reading it is this file's business, comparing two is
// compare.hpp's.
#pragma once

#include <sqlite3.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/sql_text.hpp"

namespace ochre::sqlite {

struct ColumnShape {
  std::string name;
  std::string type;
  std::string collation;
  std::string default_text;  ///< normal_sql form; empty without a default
  bool not_null = false;
  int key_position = 0;  ///< from 1 in the primary key; 0 outside of it
  bool generated = false;
  bool stored = false;  ///< of a generated column
};

struct ForeignKeyShape {
  std::vector<std::string> columns;
  std::string target;
  std::vector<std::string> target_columns;  ///< empty: the target's primary key
  std::string on_update;
  std::string on_delete;
  bool deferred = false;
};

struct TableShape {
  bool strict = false;
  bool without_rowid = false;
  bool autoincrement = false;
  std::vector<ColumnShape> columns;
  std::vector<std::vector<std::string>> uniques;  ///< columns of UNIQUE constraints, in lower case
  std::vector<ForeignKeyShape> foreign_keys;
  std::map<std::string, std::string> indexes;   ///< CREATE INDEX by lower-case name
  std::map<std::string, std::string> triggers;  ///< CREATE TRIGGER by lower-case name
  TableText text;
};

/// What kind of object has a name: "table", "view", or empty when there is none. Virtual tables count as
/// tables.
std::string object_type(sqlite3* database, std::string_view name);

/// The shape of an existing table of the main database.
TableShape read_table(sqlite3* database, std::string_view table);

}  // namespace ochre::sqlite
