#include "sqlite/constraint.hpp"

#include <string>
#include <vector>

#include "sqlite/catalog_search.hpp"

namespace ochre::sqlite {
namespace {

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

bool has_column(sqlite3* database, const std::string& table, const std::string& column) {
  return sqlite3_table_column_metadata(database, nullptr, table.c_str(), column.c_str(), nullptr, nullptr,
                                       nullptr, nullptr, nullptr) == SQLITE_OK;
}

/// Splits "t.a, t.b" where `table` is what stands before the first dot that is taken as the separator.
std::vector<std::string> columns_after(std::string_view text, std::string_view table) {
  const std::string separator = ", " + std::string(table) + ".";
  std::vector<std::string> columns;
  text.remove_prefix(table.size() + 1);
  while (true) {
    const std::size_t end = text.find(separator);
    columns.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return columns;
    text.remove_prefix(end + separator.size());
  }
}

/// Reads "table.column, table.column". Names may contain dots and commas, so the catalog says which reading
/// is right.
ConstraintFailure read_columns(sqlite3* database, std::string_view text) {
  ConstraintFailure first;
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
    ConstraintFailure reading;
    reading.table = text.substr(0, dot);
    reading.columns = columns_after(text, reading.table);
    bool all_exist = true;
    for (const std::string& column : reading.columns)
      all_exist &= has_column(database, reading.table, column);
    if (all_exist) return reading;
    if (first.table.empty()) first = std::move(reading);
  }
  return first;
}

/// What follows `prefix`, or nothing when the message has another form.
std::string_view after(std::string_view message, std::string_view prefix) {
  return message.starts_with(prefix) ? message.substr(prefix.size()) : std::string_view();
}

template <class E>
[[noreturn]] void raise(std::string sentence, ConstraintFailure&& failure, int code, std::string_view sql) {
  E error(std::move(sentence), std::string(sql), code);
  error.failure = std::move(failure);
  throw error;  // NOLINT(misc-throw-by-value-catch-by-reference): it had to be filled first
}

[[noreturn]] void raise_unique(sqlite3* database, int code, std::string_view message, std::string_view sql) {
  const std::string_view what = after(message, "UNIQUE constraint failed: ");
  if (what.starts_with("index '")) {  // an index on expressions has no columns to name
    ConstraintFailure failure;
    failure.constraint = what.substr(7, what.size() - 8);
    failure.table = table_of_index(database, failure.constraint);
    std::string sentence = "A row of '" + failure.table + "' with the same value in the unique index '" +
                           failure.constraint + "' is there already.";
    raise<UniqueViolation>(std::move(sentence), std::move(failure), code, sql);
  }
  ConstraintFailure failure = read_columns(database, what);
  std::string sentence =
      "A row of '" + failure.table + "' with the same " + join(failure.columns) + " is there already.";
  raise<UniqueViolation>(std::move(sentence), std::move(failure), code, sql);
}

[[noreturn]] void raise_not_null(sqlite3* database, int code, std::string_view message,
                                 std::string_view sql) {
  ConstraintFailure failure = read_columns(database, after(message, "NOT NULL constraint failed: "));
  std::string sentence =
      "The column " + join(failure.columns) + " of '" + failure.table + "' cannot be null.";
  raise<NotNullViolation>(std::move(sentence), std::move(failure), code, sql);
}

[[noreturn]] void raise_check(sqlite3* database, int code, std::string_view message, std::string_view sql) {
  ConstraintFailure failure;
  failure.constraint = after(message, "CHECK constraint failed: ");
  failure.table = table_of_check(database, failure.constraint, sql);
  std::string sentence = "The row does not satisfy the check '" + failure.constraint + "'";
  if (!failure.table.empty()) sentence += " of '" + failure.table + "'";
  raise<CheckViolation>(sentence + ".", std::move(failure), code, sql);
}

/// "cannot store TEXT value in INTEGER column users.age", from a STRICT table. Values are bound with the
/// column's type, so a REAL for an INTEGER was an integer until it overflowed.
[[noreturn]] void raise_type(sqlite3* database, int code, std::string_view message, std::string_view sql) {
  if (message.find("cannot store REAL value in INTEGER column") != std::string_view::npos) {
    throw Overflow(
        "A number that the statement computes does not fit 64 bits. (SQLite: " + std::string(message) + ".)",
        std::string(sql), code);
  }
  const std::size_t column = message.find(" column ");
  ConstraintFailure failure;
  if (column != std::string_view::npos) failure = read_columns(database, message.substr(column + 8));
  raise<CheckViolation>("The value has the wrong type: " + std::string(message) + ".", std::move(failure),
                        code, sql);
}

[[noreturn]] void raise_foreign_key(int code, std::string_view sql) {
  raise<ForeignKeyViolation>(
      "The row refers to one that does not exist, or rows that refer to it would be orphaned.", {}, code,
      sql);
}

}  // namespace

void throw_violation(sqlite3* database, int code, std::string_view message, std::string_view sql) {
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: raise_unique(database, code, message, sql);
    case SQLITE_CONSTRAINT_NOTNULL: raise_not_null(database, code, message, sql);
    case SQLITE_CONSTRAINT_CHECK: raise_check(database, code, message, sql);
    case SQLITE_CONSTRAINT_DATATYPE: raise_type(database, code, message, sql);
    case SQLITE_MISMATCH:  // an INTEGER PRIMARY KEY was given something else
      raise<CheckViolation>("The key of the row is not an integer.", {}, code, sql);
    case SQLITE_CONSTRAINT_FOREIGNKEY: raise_foreign_key(code, sql);
    default: break;
  }
  // RESTRICT is carried out by an internal trigger, whose failure carries a trigger's code.
  if (message == "FOREIGN KEY constraint failed") raise_foreign_key(code, sql);
  raise<ConstraintViolation>("The database refused the row: " + std::string(message) + ".", {}, code, sql);
}

}  // namespace ochre::sqlite
