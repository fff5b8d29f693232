// One connection with what a session keeps beside it: prepared statements, the transaction's depth, its
// hooks. Used by one thread at a time, the one that holds its pool slot; only interrupt() may come from
// others.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

#include "core/driver.hpp"
#include "ochre/transaction.hpp"
#include "session/statement_cache.hpp"
#include "session/statement_use.hpp"

namespace ochre::session {

/// The statements a model has by key, in indexed slots.
enum class KeySlot : std::uint8_t {
  Find,
  InsertOne,
  InsertRow,
  InsertSome,
  InsertMany,
  Update,
  Version,
  Erase,
  UpdateMany,
  InsertOrIgnore,
  InsertSomeRows,  // the last two return the rows, as InsertRow does
  InsertManyRows
};
inline constexpr std::size_t key_slot_count = 12;

/// How many rows the multi-row inserts take. SQLite takes 32766 parameters,
/// https://www.sqlite.org/limits.html.
std::size_t rows_of(KeySlot slot, const ModelInfo& model);

/// What an update of a whole row does, looked up once per model.
struct UpdatePlan {
  std::vector<std::uint16_t> columns;  ///< those that are written
  int version = -1;                    ///< the @version column
  bool keeps_time = false;             ///< has an @updated column
  bool computes = false;               ///< has computed columns, to be read back
};

class Channel {
 public:
  Channel(std::unique_ptr<Connection> connection, Dialect dialect, std::size_t statements,
          const Watch& watch);
  ~Channel();

  Connection& connection() { return *connection_; }
  Dialect dialect() const { return dialect_; }

  StatementUse query(const Fragment& query, query::Purpose purpose);
  StatementUse keyed(const ModelInfo& model, KeySlot slot);
  const UpdatePlan& update_plan(const ModelInfo& model);
  /// An empty list of values that keeps its memory from call to call. For one statement at a time.
  Values& scratch_values() { return scratch_.clear(), scratch_; }

  /// 0 outside transactions, 1 in one, more in savepoints.
  int depth() const { return depth_; }
  void begin(BeginMode mode);
  void commit();
  void roll_back() noexcept;
  void add_hook(Transaction::Hook* hook);
  /// Runs the hooks of a transaction that was committed; nothing while one is open.
  void run_hooks();
  /// Throws Error when the database has ended the transaction by itself, as after a full disk, Timeout when
  /// it has reached its limit, and Interrupted when it was cancelled.
  void require_open_transaction() const;

  /// When the transaction must have ended; microseconds of the steady clock, 0 for no limit.
  std::int64_t deadline() const { return deadline_; }
  void set_deadline(std::int64_t moment);
  /// Sets a deadline so many milliseconds from now, unless there is an earlier one.
  void limit(std::int64_t milliseconds);

  /// Adds a wish that ends the transaction, and takes the last one away.
  void add_cancellation(const Cancellation& cancellation);
  void drop_cancellation() noexcept;
  bool cancelled() const { return cancellations_.any(); }

  Tally& tally() { return tally_; }
  const Watch& watch() const { return watch_; }

  bool has_turn = false;  ///< holds the turn to write; kept by the lease
  bool in_doubt = false;  ///< an error may have broken the connection; looked at before the next use

 private:
  struct ModelStatements {
    std::array<Prepared, key_slot_count> keyed;
    std::unique_ptr<UpdatePlan> update;
  };

  ModelStatements& statements_of(const ModelInfo& model);

  std::unique_ptr<Connection> connection_;
  Dialect dialect_;
  const Watch& watch_;
  Tally tally_;
  StatementCache cache_;
  std::vector<std::unique_ptr<ModelStatements>> models_;
  Values scratch_;
  int depth_ = 0;
  std::int64_t deadline_ = 0;
  Cancellations cancellations_;
  std::vector<std::pair<int, std::unique_ptr<Transaction::Hook>>>
      hooks_;  // with the depth they were added at
};

}  // namespace ochre::session
