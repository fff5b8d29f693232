// A database: the handle a program opens once and uses from any thread. What it reads and writes with is in
// session.hpp, what a transaction adds in transaction.hpp; this is about connections, retries and watching.
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

/// How a database is opened. An SQLite URL that gives `busy_timeout` or `cache` itself overrules the two
/// here.
struct Options {
  /// Writes throw ReadOnly, and opening throws BadUrl for a file that is missing and for `sqlite::memory:`.
  bool read_only = false;

  /// How long a statement waits for another process's lock before it throws Busy; 0: not at all.
  Millis busy_timeout{5'000};
  /// How long a call waits for a connection of the pool, which ends in Timeout, or for its turn to write,
  /// which ends in Busy; 0: not at all.
  Millis acquire_timeout{30'000};
  /// How long a transaction may take that is not told otherwise; 0: no limit.
  Millis transaction_timeout{0};

  /// Most connections open at a time; a private database in memory has one whatever this says.
  std::size_t connections = 8;
  /// Opened at once, one at least; no more are closed for being idle when only so many are left.
  std::size_t least_connections = 1;
  /// Prepared queries each connection keeps, one at least; the least recently used ones go first. Those by
  /// key, as for find() and update(row), are kept beside them and do not count.
  std::size_t statements = 256;

  StatementHook on_statement{};  ///< called after each statement; see observe.hpp
  bool timing = false;           ///< measure statements for counters() also without a hook

  // There is no thread that looks after connections: whoever uses the pool does, so one that nobody uses
  // keeps its connections. The first two do not apply to a database in memory, which would go with its
  // connection.
  Millis idle_timeout{0};  ///< connections unused for longer are closed; 0: never
  Millis lifetime{0};      ///< a connection older than this is closed before its next use; 0: never
  Millis check_after{0};   ///< one unused for longer is checked before its next use; 0: only after errors

  /// Page cache of each connection in bytes, where the database has one.
  std::int64_t cache_bytes = 32 << 20;
};

/// A pool of connections to one database, and what it knows about it. Thread-safe. A thread that holds a
/// connection (inside `transaction` or `each`) uses it for all its calls, so these join its transaction.
class Database : public Session {
 public:
  /// Opens a database and Options::least_connections connections to it. Generated open() functions call this
  /// with the schema's drivers, which must outlive the database, as must `schema`; both are static there.
  /// Throws NoDriver for a scheme none of the drivers knows, BadUrl, or what the database says.
  static Database open(std::string_view url, View<const Driver* const> drivers, const SchemaInfo& schema,
                       const Options& options = {});

  /// Copies share the pool and cost one increment; the last one to go closes the connections. One that was
  /// moved from can only be assigned to or destroyed.
  Database(const Database& other);
  Database(Database&& other) noexcept;
  Database& operator=(Database other) noexcept;
  ~Database();

  /// Creates the schema's tables and indexes that are missing, in one transaction. Throws SchemaMismatch, and
  /// changes nothing, when a table is there but differs. For programs that own their file; servers migrate
  /// instead. Safe to call in several processes at once: it waits for the lock to write first.
  void create_missing();

  /// Runs `work` with a Transaction: commits when it returns, rolls back when it throws. Returns what `work`
  /// returns. Inside another transaction of the same thread, a savepoint. Throws Timeout when it takes longer
  /// than it may, whatever `work` does about the errors its statements get then, and Interrupted when it was
  /// cancelled. Exceptions of `work` come out as they are.
  template <class Work>
  decltype(auto) transaction(Work&& work, const TransactionOptions& options = {}) {
    return run_transaction(state_, std::forward<Work>(work), options);
  }

  /// The same, and begins again when it ended in Busy, SerializationFailure or Deadlock: at most `attempts`
  /// times in all, after pauses of 1, 2, 4 ms and so on up to 100, each lengthened by chance up to twice
  /// that. Then the last exception comes out. `work` must not keep anything of an attempt that failed. Inside
  /// another transaction there is one attempt. A timeout is each attempt's own.
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

  /// What this database has done so far, in all its connections, those that were closed included.
  Counters counters() const;

  /// Stops the statements other threads are running on this pool, which then throw Interrupted. SQLite rolls
  /// a transaction back whose write is stopped, https://www.sqlite.org/c3ref/interrupt.html. Statements that
  /// begin later are not stopped: to end one transaction for good, give it a Cancellation.
  void interrupt();

  /// Which database it is, for SqlText and raw SQL.
  Dialect dialect() const;

 private:
  /// Inside a handler: whether the exception it handles may not come again.
  bool pause_before_retry(int attempt, int attempts) const;

  explicit Database(session::State* state) : Session(state, nullptr) {}
};

}  // namespace ochre
