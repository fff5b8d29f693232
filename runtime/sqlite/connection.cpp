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
  const bool may_only_read = mode == BeginMode::Deferred || mode == BeginMode::ReadOnly;
  run(may_only_read ? begin_ : begin_immediate_);
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
  if (try_run(savepoint.roll_back) && try_run(savepoint.release)) return;
  // What should be undone must never be committed with the rest.
  rollback();
}

/// SQLite gives a row the key after the largest there is, and only near the largest possible one a random
/// one: https://www.sqlite.org/autoinc.html.
bool OpenConnection::keys_follow(std::string_view table) {
  statement_starts();
  constexpr std::int64_t far_from_the_end = std::int64_t{1} << 62;
  std::string quoted;
  for (const char c : table) quoted.append(c == '"' ? 2 : 1, c);
  Values name;
  name.add(Value::of_text(Kind::Text, table));
  std::int64_t largest = far_from_the_end;
  const auto visit = [](void* context, ochre::Row& row) {
    Value cells[2];
    row.cells(0, cells);
    if (cells[0].integer == 0)
      *static_cast<std::int64_t*>(context) = cells[1].is_null() ? 0 : cells[1].integer;
    return false;
  };
  prepare(
      "SELECT (SELECT count(*) FROM (SELECT type, tbl_name FROM main.sqlite_schema UNION ALL SELECT type, "
      "tbl_name FROM temp.sqlite_schema) WHERE type = 'trigger' AND lower(tbl_name) = lower(?1)), (SELECT "
      "max(rowid) FROM \"" +
      quoted + "\")")
      ->each(name, {visit, &largest});
  return largest < far_from_the_end;
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
  if ((code == SQLITE_INTERRUPT || code == SQLITE_BUSY) && wait_->late()) {
    throw Timeout("The transaction has reached its time limit and is rolled back.", std::string(sql), code);
  }
  if ((code & 0xff) == SQLITE_BUSY && (wait_->interrupted() || wait_->cancelled())) {
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

/// For rolling back, which no deadline stops, nor an interrupt that was meant for another statement.
bool OpenConnection::try_run(Fixed& fixed) noexcept {
  const std::int64_t deadline = wait_->deadline();
  const Cancellations* cancellations = wait_->cancellations();
  if (deadline != 0) set_deadline(0);
  if (cancellations) set_cancellations(nullptr);
  constexpr int patience = 10'000;  // interrupts in a row, of a thread that does nothing else
  bool done = false;
  for (int attempt = 0; !done && attempt < patience; ++attempt) {
    try {
      run(fixed);
      done = true;
    } catch (const Interrupted&) {
      if (!in_transaction()) break;
    } catch (...) {
      break;
    }
  }
  if (deadline != 0) set_deadline(deadline);
  if (cancellations) set_cancellations(cancellations);
  return done;
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
