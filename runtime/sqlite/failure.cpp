#include "sqlite/failure.hpp"

#include <cerrno>
#include <new>

#include "ochre/errors.hpp"
#include "sqlite/constraint.hpp"
#include "sqlite/text_functions.hpp"

namespace ochre::sqlite {
namespace {

/// What SQLite said about a failure, copied before anything else runs on the handle.
struct Report {
  int code;  ///< extended
  std::string message;
  int system_error;
  std::string sql;
};

Report report_of(sqlite3* database, int code, std::string_view sql) {
  // SQLite forgets the system's error for its WAL file; nothing has run since, so errno still has it.
  const int last_error = errno;
  const int known_error = sqlite3_system_errno(database);
  const int latest = sqlite3_extended_errcode(database);
  Report report{code, {}, known_error != 0 ? known_error : last_error, std::string(sql)};
  if ((latest & 0xff) == (code & 0xff)) {  // else the handle holds another failure's message
    report.code = latest;
    report.message = sqlite3_errmsg(database);
  } else {
    report.message = sqlite3_errstr(code);
  }
  return report;
}

template <class E>
[[noreturn]] void raise(const Report& report, const std::string& sentence) {
  throw E(sentence + " (SQLite: " + report.message + ".)", report.sql, report.code);
}

[[noreturn]] void raise_read_only(const Report& report) {
  switch (report.code) {
    case SQLITE_READONLY_DBMOVED:
      raise<ReadOnly>(
          report, "The database file was moved or deleted while it was open, so it is not written any more.");
    case SQLITE_READONLY_DIRECTORY:
      raise<ReadOnly>(report,
                      "The directory of the database cannot be written, and SQLite needs files beside it.");
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_RECOVERY:
      raise<ReadOnly>(report,
                      "The database needs recovery after a crash, which takes permission to write it.");
    default: raise<ReadOnly>(report, "The database or this transaction is read-only.");
  }
}

[[noreturn]] void raise_io(const Report& report) {
  switch (report.code) {
    case SQLITE_IOERR_NOMEM: throw std::bad_alloc();
    case SQLITE_IOERR_CORRUPTFS: raise<Corrupt>(report, "The file system below the database is damaged.");
    default: break;
  }
  const bool full =
      report.system_error == ENOSPC || report.system_error == EDQUOT || report.system_error == EFBIG;
  if (full)
    raise<DiskFull>(report, "The database could not grow: disk, quota or file size limit is reached.");
  raise<ConnectionLost>(report, "The database's files could not be read or written.");
}

/// SQLITE_ERROR covers everything the parser refuses. Missing tables and columns say that the database has
/// other tables than the program was written for; a column that is kept as text may hold anything; the rest
/// is a statement that is wrong on every database.
[[noreturn]] void raise_plain_error(const Report& report) {
  const std::string_view message = report.message;
  const bool missing = message.starts_with("no such table: ") || message.starts_with("no such column: ") ||
                       message.find(" has no column named ") != std::string_view::npos;
  if (missing) {
    throw SchemaMismatch("The database's tables are not those this program expects: " + report.message + ".",
                         report.sql, report.code);
  }
  if (message == "integer overflow") {
    raise<Overflow>(report, "A number that the statement computes does not fit 64 bits.");
  }
  if (message.starts_with(unreadable_text)) throw Corrupt(report.message + ".", report.sql, report.code);
  if (message.starts_with(unwritable_text)) throw ValidationFailed(report.message + ".");
  throw StatementFailed("SQLite refused the statement: " + report.message + ".", report.sql, report.code);
}

[[noreturn]] void raise_busy(const Report& report) {
  if (report.code == SQLITE_BUSY_SNAPSHOT) {
    raise<SerializationFailure>(report,
                                "Another connection wrote after this transaction first read; run it again.");
  }
  raise<Busy>(report, "Another connection holds a lock on the database.");
}

}  // namespace

void throw_failure(sqlite3* database, int code, std::string_view sql) {
  const Report report = report_of(database, code, sql);
  switch (report.code & 0xff) {
    case SQLITE_CONSTRAINT: throw_violation(database, report.code, report.message, sql);
    case SQLITE_NOMEM: throw std::bad_alloc();
    case SQLITE_BUSY:
    case SQLITE_PROTOCOL: raise_busy(report);
    case SQLITE_LOCKED:
      raise<Busy>(report, "The table is in use by a result that is still being read on this connection.");
    case SQLITE_READONLY: raise_read_only(report);
    case SQLITE_FULL:
      raise<DiskFull>(report, "The database could not grow: the disk or its page limit is full.");
    case SQLITE_IOERR: raise_io(report);
    case SQLITE_CORRUPT: raise<Corrupt>(report, "The database file is damaged.");
    case SQLITE_NOTADB: raise<Corrupt>(report, "The file is not an SQLite database, or it is encrypted.");
    case SQLITE_INTERRUPT: raise<Interrupted>(report, "The statement was interrupted.");
    case SQLITE_CANTOPEN: raise<ConnectionLost>(report, "A file of the database could not be opened.");
    case SQLITE_SCHEMA:
      raise<SchemaMismatch>(report, "The database's tables changed while the statement was prepared.");
    case SQLITE_TOOBIG:
      raise<StatementFailed>(
          report, "A value, a row or the statement is longer than SQLite allows, which is " +
                      std::to_string(sqlite3_limit(database, SQLITE_LIMIT_LENGTH, -1)) + " bytes.");
    case SQLITE_MISMATCH: throw_violation(database, report.code, report.message, sql);
    case SQLITE_ERROR: raise_plain_error(report);
    default: raise<StatementFailed>(report, "SQLite could not run the statement.");
  }
}

bool ends_connection(int code) {
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return true;
    default: return code == SQLITE_READONLY_DBMOVED;
  }
}

}  // namespace ochre::sqlite
