// Every exception Ochre throws, but for std::bad_alloc. Absence is std::optional and invalid input is
// Violations; an exception means that the database said no, or that a query could not mean anything. Catch
// the class that your program has an answer for, and Error for the rest.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/violations.hpp"

namespace ochre {

/// The root of all of them. Not thread-safe to modify; the text is a full sentence that names what failed. It
/// may hold names of tables, columns and files and, in ValidationFailed, the values that break rules: show it
/// to strangers only after a look.
class Error : public std::exception {
 public:
  explicit Error(std::string message);
  Error(std::string message, std::string sql, int code = 0);
  Error(const Error& other);
  Error& operator=(const Error& other);
  ~Error() override;

  const char* what() const noexcept override;
  const std::string& message() const { return message_; }
  /// The statement that failed, with placeholders; empty when there was none.
  const std::string& sql() const { return sql_; }
  /// The database's own code: SQLite's extended result code, https://www.sqlite.org/rescode.html. 0 when no
  /// database was involved.
  int code() const { return code_; }
  /// PostgreSQL's five-character SQLSTATE; empty elsewhere.
  const std::string& state() const { return state_; }

  // For drivers and sessions, which know more than who threw it.
  void set_message(std::string message);
  void set_state(std::string_view state);

 private:
  std::string message_;
  std::string sql_;
  std::string state_;
  int code_ = 0;
};

/// What a constraint said no about. Drivers fill in what the database tells; the session completes it from
/// the model.
struct ConstraintFailure {
  std::string table;
  std::vector<std::string> columns;
  std::string constraint;  ///< its name in the database; empty when there is none or it cannot tell
};

/// A constraint refused a row. The statement changed nothing; a transaction around it is still open and can
/// go on.
class ConstraintViolation : public Error {
 public:
  using Error::Error;
  ConstraintFailure failure;

  const std::string& table() const { return failure.table; }
  const std::vector<std::string>& columns() const { return failure.columns; }
  const std::string& constraint() const { return failure.constraint; }
};

/// A row with the same unique columns, or the same key, is there already. upsert() and get_or_insert() are
/// for programs that expect it.
class UniqueViolation : public ConstraintViolation {
 public:
  using ConstraintViolation::ConstraintViolation;
};
/// A row refers to one that does not exist, or one that others refer to would go. SQLite does not say which
/// key: it is probed after single-row failures, and `columns` is empty for multi-row statements and raw SQL.
class ForeignKeyViolation : public ConstraintViolation {
 public:
  using ConstraintViolation::ConstraintViolation;
};
/// NULL for a column that must have a value, as an expression in set() or raw SQL may bring it: the members
/// of a row cannot be missing.
class NotNullViolation : public ConstraintViolation {
 public:
  using ConstraintViolation::ConstraintViolation;
};
/// A row does not meet a CHECK. Generated validate() knows most of them too, and then ValidationFailed comes
/// first; this is left for updates by query and for rules only the database can see.
class CheckViolation : public ConstraintViolation {
 public:
  using ConstraintViolation::ConstraintViolation;
};

/// Input broke rules before it reached the database: rules of the schema, or what a call asks of its
/// arguments (a negative limit, a cursor of another query), which leaves violations() empty. Holds all
/// violations, not only the first; where many rows are inserted or updated at once, their fields begin with
/// the row's place:
/// "[3].title".
class ValidationFailed : public Error {
 public:
  explicit ValidationFailed(Violations violations);
  /// `what` is what breaks them, such as "Post", for the message.
  ValidationFailed(std::string_view what, Violations violations);
  explicit ValidationFailed(std::string message);

  const Violations& violations() const { return violations_; }

 private:
  Violations violations_;
};

/// one() found no row, or more than one; or a row to be written is gone and its model has no @version.
class NotExactlyOne : public Error {
 public:
  explicit NotExactlyOne(std::size_t found);
  /// 0, or 2 for "at least two".
  std::size_t found() const { return found_; }

 private:
  std::size_t found_;
};

/// An optimistic lock failed: the row has another version than the one that was read, or is gone. Read the
/// row again and repeat the change; writing the same values again would undo somebody's work.
class Conflict : public Error {
 public:
  Conflict(std::string_view table, std::int64_t expected, std::int64_t actual);
  std::int64_t expected() const { return expected_; }
  /// The version in the database; -1 when the row is gone.
  std::int64_t actual() const { return actual_; }

 private:
  std::int64_t expected_;
  std::int64_t actual_;
};

/// Another connection holds a lock that did not clear within Options::busy_timeout, or another thread's
/// transaction its turn to write, within Options::acquire_timeout. Database::retry tries again.
class Busy : public Error {
 public:
  using Error::Error;
};
/// A time limit passed: Options::acquire_timeout while waiting for a connection, or that of a transaction,
/// which is rolled back then.
class Timeout : public Error {
 public:
  using Error::Error;
};
/// The statement was stopped by Database::interrupt(), or its transaction by a Cancellation.
class Interrupted : public Error {
 public:
  using Error::Error;
};
/// A write to a database that was opened, or that the system lets be opened, for reading only.
class ReadOnly : public Error {
 public:
  using Error::Error;
};
/// There is no room for what was written, on the disk or within a limit; the transaction is undone.
class DiskFull : public Error {
 public:
  using Error::Error;
};
/// The file is not a database or is damaged, or it holds a value its column cannot have: raw SQL or another
/// program wrote it. Of damage SQLite's page tells the causes: https://www.sqlite.org/howtocorrupt.html.
class Corrupt : public Error {
 public:
  using Error::Error;
};
/// The connection to a server broke, or SQLite's files could not be read or written; whether a commit under
/// way reached them is unknown. The pool opens a new connection for the next call.
class ConnectionLost : public Error {
 public:
  using Error::Error;
};
/// Concurrent transactions could not be ordered; running the transaction again may succeed, which
/// Database::retry does. On SQLite only a Deferred transaction that reads before it writes can meet it:
/// https://www.sqlite.org/rescode.html#busy_snapshot.
class SerializationFailure : public Error {
 public:
  using Error::Error;
};
/// Two transactions waited for each other and the database ended this one; retry() begins it again. SQLite
/// has one writer at a time, so it never says so.
class Deadlock : public Error {
 public:
  using Error::Error;
};
/// The database's tables are not the ones the schema describes: create_missing() says how they differ, a
/// statement which table or column it misses.
class SchemaMismatch : public Error {
 public:
  using Error::Error;
};
/// No linked driver knows the URL's scheme; the message names the target to link.
class NoDriver : public Error {
 public:
  using Error::Error;
};
/// The URL of a database cannot be read; the message says which part.
class BadUrl : public Error {
 public:
  using Error::Error;
};
/// A graph is more than its Budget. What was read until then is dropped.
class BudgetExceeded : public Error {
 public:
  using Error::Error;
};
/// A number that a query computes does not fit its type: a sum, a product, a moment. Nothing wrong is
/// returned or stored; compute in a wider type (columns of int64), or with smaller numbers.
class Overflow : public Error {
 public:
  using Error::Error;
};
/// The database cannot do what was asked; the message says what to do instead.
class Unsupported : public Error {
 public:
  using Error::Error;
};
/// The database rejected a statement for a reason that has no type of its own, such as a syntax error in raw
/// SQL, or a query uses a table that it neither reads nor joins.
class StatementFailed : public Error {
 public:
  using Error::Error;
};

}  // namespace ochre
