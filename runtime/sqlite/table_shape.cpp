#include "sqlite/table_shape.hpp"

#include "sqlite/failure.hpp"
#include "sqlite/script.hpp"

namespace ochre::sqlite {
namespace {

/// The rows of one catalog query about a name.
class CatalogRows {
 public:
  CatalogRows(sqlite3* database, std::string_view sql, std::string_view name)
      : database_(database), statement_(prepare_one(database, sql)) {
    sqlite3_bind_text64(statement_.get(), 1, name.data(), name.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }

  bool next() {
    const int code = sqlite3_step(statement_.get());
    check(database_, code, sqlite3_sql(statement_.get()));
    return code == SQLITE_ROW;
  }
  std::string text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return text ? text : "";
  }
  int number(int column) const { return sqlite3_column_int(statement_.get(), column); }
  bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

 private:
  sqlite3* database_;
  StatementHandle statement_;
};

void read_columns(sqlite3* database, const std::string& table, TableShape& out) {
  CatalogRows rows(
      database,
      "select name, type, \"notnull\", dflt_value, pk, hidden from pragma_table_xinfo(?1) order by cid",
      table);
  while (rows.next()) {
    ColumnShape column;
    column.name = rows.text(0);
    column.type = rows.text(1);
    column.not_null = rows.number(2) != 0;
    column.default_text = normal_sql(rows.text(3));
    column.key_position = rows.number(4);
    column.generated = rows.number(5) >= 2;  // 2 virtual, 3 stored
    column.stored = rows.number(5) == 3;
    const char* collation = nullptr;
    int autoincrement = 0;
    sqlite3_table_column_metadata(database, "main", table.c_str(), column.name.c_str(), nullptr, &collation,
                                  nullptr, nullptr, &autoincrement);
    column.collation = collation ? collation : "BINARY";
    out.autoincrement |= autoincrement != 0;
    out.columns.push_back(std::move(column));
  }
}

void read_table_kind(sqlite3* database, const std::string& table, TableShape& out) {
  CatalogRows rows(database, "select wr, strict from pragma_table_list(?1) where schema = 'main'", table);
  if (!rows.next()) return;
  out.without_rowid = rows.number(0) != 0;
  out.strict = rows.number(1) != 0;
}

std::vector<std::string> index_columns(sqlite3* database, const std::string& index) {
  CatalogRows rows(database, "select name from pragma_index_info(?1) order by seqno", index);
  std::vector<std::string> columns;
  while (rows.next()) columns.push_back(lower_case(rows.text(0)));
  return columns;
}

void read_uniques(sqlite3* database, const std::string& table, TableShape& out) {
  CatalogRows rows(database, "select name from pragma_index_list(?1) where origin = 'u' order by seq desc",
                   table);
  while (rows.next()) out.uniques.push_back(index_columns(database, rows.text(0)));
}

void read_foreign_keys(sqlite3* database, const std::string& table, TableShape& out) {
  CatalogRows rows(
      database,
      "select id, \"from\", \"table\", \"to\", on_update, on_delete from pragma_foreign_key_list(?1)"
      " order by id desc, seq",
      table);
  int current = -1;
  while (rows.next()) {
    if (rows.number(0) != current) {  // ids count from the last key of the text to the first
      current = rows.number(0);
      const std::size_t place = out.foreign_keys.size();
      out.foreign_keys.push_back({{}, rows.text(2), {}, rows.text(4), rows.text(5), false});
      if (place < out.text.deferred_keys.size())
        out.foreign_keys.back().deferred = out.text.deferred_keys[place];
    }
    out.foreign_keys.back().columns.push_back(rows.text(1));
    if (!rows.is_null(3)) out.foreign_keys.back().target_columns.push_back(rows.text(3));
  }
}

void read_dependents(sqlite3* database, const std::string& table, TableShape& out) {
  CatalogRows rows(
      database,
      "select type, name, sql from sqlite_schema where lower(tbl_name) = lower(?1) and sql is not null",
      table);
  while (rows.next()) {
    const std::string type = rows.text(0);
    if (type == "index") out.indexes[lower_case(rows.text(1))] = rows.text(2);
    if (type == "trigger") out.triggers[lower_case(rows.text(1))] = rows.text(2);
    if (type == "table") out.text = read_table_text(rows.text(2));
  }
}

}  // namespace

std::string object_type(sqlite3* database, std::string_view name) {
  CatalogRows rows(
      database, "select type from sqlite_schema where lower(name) = lower(?1) and type in ('table', 'view')",
      name);
  return rows.next() ? rows.text(0) : std::string();
}

TableShape read_table(sqlite3* database, std::string_view table) {
  const std::string name(table);
  TableShape shape;
  read_dependents(database, name, shape);  // first: the text says what the pragmas about keys leave out
  read_table_kind(database, name, shape);
  read_columns(database, name, shape);
  read_uniques(database, name, shape);
  read_foreign_keys(database, name, shape);
  return shape;
}

}  // namespace ochre::sqlite
