// A connection to one SQLite database: statements, transactions, interruption, health. How it was opened is
// open.hpp's business, comparing tables compare.hpp's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/driver.hpp"
#include "sqlite/handle.hpp"
#include "sqlite/lock_wait.hpp"

namespace ochre::sqlite {

class OpenConnection final : public ochre::Connection {
 public:
  /// `wait` must be the one installed on `database`.
  OpenConnection(std::unique_ptr<LockWait> wait, DatabaseHandle database)
      : wait_(std::move(wait)), database_(std::move(database)) {}

  std::unique_ptr<Statement> prepare(std::string_view sql) override;
  void execute(std::string_view sql) override;
  void begin(BeginMode mode) override;
  void commit() override;
  void rollback() noexcept override;
  void savepoint(int depth) override;
  void release(int depth) override;
  void roll_back_to(int depth) noexcept override;
  bool in_transaction() const override { return sqlite3_get_autocommit(database_.get()) == 0; }
  std::int64_t last_insert_id() const override { return sqlite3_last_insert_rowid(database_.get()); }
  void set_deadline(std::int64_t moment) override { wait_->set_deadline(handle(), moment); }
  void set_cancellations(const Cancellations* cancellations) override {
    wait_->set_cancellations(handle(), cancellations);
  }
  bool keys_follow(std::string_view table) override;
  void interrupt() noexcept override;
  bool healthy() noexcept override;
  TableState compare_table(std::string_view table, const TableDdl& ddl, std::string& difference) override;
  std::string explain(std::string_view sql, const Values& values) override;

  // For this room's statements.
  sqlite3* handle() const { return database_.get(); }
  bool refuses_writes() const { return read_only_transaction_ && in_transaction(); }
  void statement_starts() noexcept { wait_->start(); }
  /// Throws what `code` means, and remembers when the connection is beyond use.
  [[noreturn]] void fail(int code, std::string_view sql);
  /// Runs `work` and returns the rows its statement itself changed, without those of triggers and cascades.
  template <class Work>
  std::int64_t count_changes(Work&& work) const {
    // sqlite3_changes() keeps the count of the last statement that changed rows; the total says whether this
    // one did.
    const std::int64_t before = sqlite3_total_changes64(database_.get());
    work();
    return sqlite3_total_changes64(database_.get()) == before ? 0 : sqlite3_changes64(database_.get());
  }

 private:
  /// A statement without parameters, prepared at its first use: BEGIN and its kin run thousands of times a
  /// second.
  struct Fixed {
    std::string sql;
    StatementHandle statement = nullptr;
  };
  struct Savepoint {
    Fixed open;
    Fixed release;
    Fixed roll_back;
  };

  void run(Fixed& fixed);
  bool try_run(Fixed& fixed) noexcept;
  Savepoint& at_depth(int depth);
  void reset_leaked_statements() noexcept;

  std::unique_ptr<LockWait> wait_;  // outlives the database, which calls it
  DatabaseHandle database_;         // outlives the statements
  Fixed begin_{"BEGIN"};
  Fixed begin_immediate_{"BEGIN IMMEDIATE"};
  Fixed commit_{"COMMIT"};
  Fixed rollback_{"ROLLBACK"};
  std::vector<Savepoint> savepoints_;
  bool read_only_transaction_ = false;
  bool unusable_ = false;
};

}  // namespace ochre::sqlite
