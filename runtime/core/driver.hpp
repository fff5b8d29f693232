// The contract between sessions and databases: drivers, connections and prepared statements.
// Private to the runtime. A driver translates its database's errors to ochre's exceptions; it knows no
// queries, models reach it only as codecs, and it never retries, pools or caches statements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ochre/begin_mode.hpp"
#include "ochre/dialect.hpp"
#include "ochre/model_info.hpp"
#include "ochre/row.hpp"
#include "ochre/value.hpp"

namespace ochre {

/// How a connection is opened. Durations are milliseconds.
struct ConnectOptions {
  bool read_only = false;
  std::int64_t busy_timeout = 5'000;    ///< how long a statement waits for another connection's lock
  std::int64_t cache_bytes = 32 << 20;  ///< page cache per connection, where the database has one
};

/// Called for each row of a result; returns false to stop early. Must not run other statements that write the
/// rows read.
struct RowVisitor {
  bool (*visit)(void* context, Row& row);
  void* context;
};

/// A prepared statement, used by one thread at a time. Every call binds all parameters anew (parameter n is
/// values.at(n - 1); `?n` on SQLite, `$n` on PostgreSQL), runs to its end, and leaves the statement reset and
/// its parameters released, also when it throws. Lists are bound as an array (PostgreSQL) or as the parameter
/// of the private table-valued function `ochre_list` (SQLite): `x in ochre_list(?1)`, or `from
/// ochre_list(?1)` with one column `value`, and the position from 1 on as rowid, in the order of the list.
/// Throws what ochre/errors.hpp says, with the SQL text in the error.
class Statement {
 public:
  virtual ~Statement() = default;

  /// Runs a statement that returns no rows (rows it does return are stepped over). Returns the rows it
  /// changed.
  virtual std::int64_t run(const Values& values) = 0;

  /// Reads the first row into `row`; false when there is none. Further rows are not looked at.
  virtual bool read_one(const Values& values, const RowCodec& codec, void* row) = 0;

  /// Appends every row to `rows`, a std::vector of the codec's model; `expected` is a guess at their number.
  /// Returns nothing: the vector knows.
  virtual void read_all(const Values& values, const RowCodec& codec, void* rows, std::size_t expected) = 0;

  /// Hands every row to the visitor.
  virtual void each(const Values& values, RowVisitor visitor) = 0;

  /// Binds `count` New structs, `stride` bytes apart, with `parameters` parameters each, to a multi-row
  /// INSERT of exactly that many rows, and runs it. Returns the rows inserted.
  virtual std::int64_t insert_rows(const RowCodec& codec, const void* fields, std::size_t count,
                                   std::size_t stride, int parameters, const Moment& moment) = 0;
};

/// What a database has under a table's name.
enum class TableState : std::uint8_t { Missing, Same, Different };

/// Who may stop a connection's statements: the transactions that are open have one each, or none.
struct Cancellations {
  std::vector<const Cancellation*> wishes;

  bool any() const noexcept {
    for (const Cancellation* wish : wishes) {
      if (wish->cancelled()) return true;
    }
    return false;
  }
};

/// One connection, used by one thread at a time; only `interrupt` may be called from any thread. On SQLite it
/// also knows ochre_list (see Statement), ochre_exact, ochre_round and ochre_average
/// (sqlite/number_functions.hpp), and ochre_glob(pattern), which turns a LIKE pattern (`%`, `_`, `\`
/// escapes) into the GLOB pattern of the same meaning; rendered queries use them.
class Connection {
 public:
  virtual ~Connection() = default;

  /// Prepares one statement for use many times. Text after the first statement is refused.
  virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;

  /// Runs one or more statements without parameters and without looking at rows.
  virtual void execute(std::string_view sql) = 0;

  virtual void begin(BeginMode mode) = 0;
  virtual void commit() = 0;
  /// Never throws: a connection that cannot roll back reports itself unhealthy and is closed.
  virtual void rollback() noexcept = 0;
  /// Savepoints nest; `depth` counts from 1 and names them.
  virtual void savepoint(int depth) = 0;
  virtual void release(int depth) = 0;
  virtual void roll_back_to(int depth) noexcept = 0;
  /// Whether a transaction is open in the database's own eyes (an error may have ended it).
  virtual bool in_transaction() const = 0;

  /// The key the last INSERT on this connection generated. Of a multi-row INSERT, the last row's.
  virtual std::int64_t last_insert_id() const = 0;

  /// Statements that run or wait beyond this moment throw Timeout; rolling back goes on. One of
  /// steady_microseconds() (steady_clock.hpp); 0: no limit.
  virtual void set_deadline(std::int64_t moment) = 0;

  /// Statements that run or wait when one of these is cancelled throw Interrupted; rolling back goes on. The
  /// list stays where it is and may change between statements; null: nothing stops them.
  virtual void set_cancellations(const Cancellations* cancellations) = 0;

  /// Whether the keys that one INSERT of many rows generates follow each other, so that last_insert_id()
  /// tells all of them. False when a trigger could take keys in between.
  virtual bool keys_follow(std::string_view table) = 0;

  /// Stops the statement that is running, which then throws Interrupted. From any thread.
  virtual void interrupt() noexcept = 0;

  /// Whether the connection can serve another statement: open, no transaction left over, the server
  /// answering.
  virtual bool healthy() noexcept = 0;

  /// Compares the table a database has with what `ddl` would create. `difference` receives a sentence
  /// fragment, such as "column 'email' is INTEGER, not TEXT", when they differ.
  virtual TableState compare_table(std::string_view table, const TableDdl& ddl, std::string& difference) = 0;

  /// Describes how the database would run a statement, one step per line.
  virtual std::string explain(std::string_view sql, const Values& values) = 0;
};

/// One kind of database. Constant and thread-safe; a process has one object per driver.
class Driver {
 public:
  virtual ~Driver() = default;

  virtual Dialect dialect() const = 0;
  /// Whether `url` has this driver's scheme.
  virtual bool accepts(std::string_view url) const = 0;
  /// Throws BadUrl, or what the database says.
  virtual std::unique_ptr<Connection> connect(std::string_view url, const ConnectOptions& options) const = 0;
  /// How many connections may be open to `url`: 1 for a private in-memory database.
  virtual std::size_t connection_limit(std::string_view url) const = 0;
  /// Whether only one connection may write at a time, so that write transactions should take turns.
  virtual bool single_writer() const = 0;
};

}  // namespace ochre
