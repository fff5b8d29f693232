#include "sqlite/connection.hpp"

#include "ochre/errors.hpp"
#include "sqlite/compare.hpp"
#include "sqlite/explain.hpp"
#include "sqlite/failure.hpp"
#include "sqlite/script.hpp"
#include "sqlite/statement.hpp"

namespace ochre::sqlite {

std::unique_ptr<Statement> OpenConnection::prepare(std::string_view sql) {
  return std::make_unique<PreparedStatement>(*this, prepare_one(handle(), sql, SQLITE_PREPARE_PERSISTENT));
}

void OpenConnection::execute(std::string_view sql) {
  statement_starts();
  run_script(handle(), sql, !refuses_writes());
}

void OpenConnection::begin(BeginMode mode) {
  run(mode == BeginMode::Immediate ? begin_immediate_ : begin_);
  read_only_transaction_ = mode == BeginMode::ReadOnly;
}

void OpenConnection::commit() { run(commit_); }

void OpenConnection::rollback() noexcept {
  if (in_transaction() && !try_run(rollback_)) unusable_ = true;
}

void OpenConnection::savepoint(int depth) { run(at_depth(depth).open); }

void OpenConnection::release(int depth) { run(at_depth(depth).release); }

void OpenConnection::roll_back_to(int depth) noexcept {
  // An error may have ended the whole transaction, and the savepoint with it.
  if (!in_transaction()) return;
  Savepoint& savepoint = savepoints_[static_cast<std::size_t>(depth) - 1];
  if (!try_run(savepoint.roll_back) || !try_run(savepoint.release)) unusable_ = true;
}

void OpenConnection::interrupt() noexcept {
  wait_->interrupt();
  sqlite3_interrupt(handle());
}

bool OpenConnection::healthy() noexcept {
  if (unusable_) return false;
  reset_leaked_statements();
  if (in_transaction()) return false;
  // A file that was moved or replaced still answers, but nobody else sees what is written to it.
  int moved = 0;
  sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved == 0;
}

TableState OpenConnection::compare_table(std::string_view table, const TableDdl& ddl,
                                         std::string& difference) {
  statement_starts();
  return sqlite::compare_table(handle(), table, ddl, difference);
}

std::string OpenConnection::explain(std::string_view sql, const Values& values) {
  statement_starts();
  return explain_query(handle(), sql, values);
}

void OpenConnection::fail(int code, std::string_view sql) {
  const int extended = sqlite3_extended_errcode(handle());
  if (ends_connection(code) || ends_connection(extended)) unusable_ = true;
  if ((code & 0xff) == SQLITE_BUSY && wait_->interrupted()) {
    throw Interrupted("The statement was interrupted while it waited for a lock.", std::string(sql),
                      SQLITE_INTERRUPT);
  }
  throw_failure(handle(), code, sql);
}

void OpenConnection::run(Fixed& fixed) {
  statement_starts();
  if (!fixed.statement) fixed.statement = prepare_one(handle(), fixed.sql, SQLITE_PREPARE_PERSISTENT);
  const int code = sqlite3_step(fixed.statement.get());
  if (code == SQLITE_DONE) {
    sqlite3_reset(fixed.statement.get());
    return;
  }
  try {
    fail(code, fixed.sql);
  } catch (...) {
    sqlite3_reset(fixed.statement.get());
    throw;
  }
}

bool OpenConnection::try_run(Fixed& fixed) noexcept {
  try {
    run(fixed);
    return true;
  } catch (...) {
    return false;
  }
}

OpenConnection::Savepoint& OpenConnection::at_depth(int depth) {
  while (savepoints_.size() < static_cast<std::size_t>(depth)) {
    const std::string name = "ochre_" + std::to_string(savepoints_.size() + 1);
    savepoints_.push_back({{"SAVEPOINT " + name}, {"RELEASE " + name}, {"ROLLBACK TO " + name}});
  }
  return savepoints_[static_cast<std::size_t>(depth) - 1];
}

void OpenConnection::reset_leaked_statements() noexcept {
  for (auto* next = sqlite3_next_stmt(handle(), nullptr); next; next = sqlite3_next_stmt(handle(), next)) {
    if (sqlite3_stmt_busy(next)) sqlite3_reset(next);
  }
}

}  // namespace ochre::sqlite
