// A database: the handle a program opens once and uses from any thread.
#pragma once

#include <cstddef>
#include <cstdint>

#include <string_view>

#include "ochre/errors.hpp"
#include "ochre/model_info.hpp"
#include "ochre/observe.hpp"
#include "ochre/session.hpp"
#include "ochre/transaction.hpp"
#include "ochre/view.hpp"

namespace ochre {

class Driver;

/// How a database is opened.
struct Options {
  bool read_only = false;
  Millis busy_timeout{5'000};  ///< how long a statement waits for another process's lock
  Millis acquire_timeout{
      30'000};  ///< how long a call waits for a connection of the pool, or for its turn to write
  Millis transaction_timeout{0};  ///< how long a transaction may take that is not told otherwise; 0: no limit
  std::size_t connections = 8;    ///< most connections open at a time; one for a private in-memory database
  std::size_t least_connections =
      1;  ///< opened at once, and not closed for being idle while there are no more
  std::size_t statements =
      256;  ///< prepared queries each connection keeps; the least recently used ones go first
  StatementHook on_statement{};  ///< called after each statement
  bool timing = false;           ///< measure statements for counters() also without a hook
  Millis idle_timeout{0};  ///< connections unused for longer are closed when the pool is used next; 0: never
  Millis lifetime{0};      ///< a connection older than this is closed before its next use; 0: never. Neither
                           ///< is for a database in memory, which would go with its connection
  Millis check_after{0};   ///< a connection unused for longer is checked before its next use; 0: only after
                           ///< errors
  std::int64_t cache_bytes = 32 << 20;  ///< page cache of each connection, where the database has one
};

/// A pool of connections to one database, and what it knows about it. Thread-safe. Copies share the pool; the
/// last one to go closes it. A thread that holds a connection (inside `transaction` or `each`) uses it for
/// all its calls.
class Database : public Session {
 public:
  /// Opens a database and one connection to it. Generated open() functions call this with the schema's
  /// drivers. Throws NoDriver for a scheme none of the drivers knows, BadUrl, or what the database says.
  static Database open(std::string_view url, View<const Driver* const> drivers, const SchemaInfo& schema,
                       const Options& options = {});

  Database(const Database& other);
  Database(Database&& other) noexcept;
  Database& operator=(Database other) noexcept;
  ~Database();

  /// Creates the schema's tables and indexes that are missing, in one transaction. Throws SchemaMismatch, and
  /// changes nothing, when a table is there but differs. For programs that own their file; servers migrate
  /// instead.
  void create_missing();

  /// Runs `work` with a Transaction: commits when it returns, rolls back when it throws. Returns what `work`
  /// returns. Inside another transaction of the same thread, a savepoint. Throws Timeout when it takes longer
  /// than it may, whatever `work` does about the errors its statements get then.
  template <class Work>
  decltype(auto) transaction(Work&& work, const TransactionOptions& options = {}) {
    return run_transaction(state_, std::forward<Work>(work), options);
  }

  /// The same, and begins again when the database was busy, locked up or could not order transactions: at
  /// most `attempts` times in all, waiting a little longer before each. `work` must not keep anything of an
  /// attempt that failed. Inside another transaction there is one attempt. A timeout is each attempt's own.
  template <class Work>
  decltype(auto) retry(int attempts, Work&& work, const TransactionOptions& options = {}) {
    for (int attempt = 1;; ++attempt) {
      try {
        return transaction(work, options);
      } catch (...) {
        if (!pause_before_retry(attempt, attempts)) throw;
      }
    }
  }

  /// What this database has done so far.
  Counters counters() const;

  /// Stops the statements other threads are running, which then throw Interrupted.
  void interrupt();

  Dialect dialect() const;

 private:
  /// Inside a handler: whether the exception it handles may not come again.
  bool pause_before_retry(int attempt, int attempts) const;

  explicit Database(session::State* state) : Session(state, nullptr) {}
};

}  // namespace ochre
