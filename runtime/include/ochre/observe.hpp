// Watching a database work: what ran, how long it took, and counters for monitoring.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ochre/value.hpp"

namespace ochre {

/// One statement that has run, for logs. Valid during the call: copy what should live longer. BEGIN, COMMIT
/// and savepoints are not reported.
struct StatementReport {
  std::string_view sql;              ///< with placeholders
  const Values* bindings = nullptr;  ///< see masked_bindings(); empty for bulk inserts
  std::int64_t rows = 0;             ///< read or changed; 0 when it failed
  std::int64_t nanoseconds = 0;      ///< by the steady clock, with waiting for locks and reading the rows
  bool failed = false;               ///< it threw, and the caller gets the exception
};

/// The bindings of a report as text that says their types and sizes but not what they are: "?1 text(12), ?2
/// integer". Values are left out on purpose: they may be personal.
std::string masked_bindings(const StatementReport& report);

/// Called after each statement, by the thread that ran it, while it holds the connection: it must not use the
/// database. What it throws is ignored.
struct StatementHook {
  void (*call)(void* context, const StatementReport& report) = nullptr;
  void* context = nullptr;  ///< handed to `call`; must outlive the database
};

/// What a database has done since it was opened. A snapshot: counters of other threads may lag behind. They
/// only grow, but for connections_open and connections_busy.
struct Counters {
  std::int64_t statements = 0;    ///< run, whether they failed or not
  std::int64_t failures = 0;      ///< of those, that threw
  std::int64_t rows = 0;          ///< read or changed
  std::int64_t nanoseconds = 0;   ///< in statements; 0 unless a hook or Options::timing asks for it
  std::int64_t cache_hits = 0;    ///< queries whose statement was prepared already
  std::int64_t cache_misses = 0;  ///< queries that had to be prepared; many mean Options::statements is small
  std::int64_t transactions = 0;  ///< begun; savepoints do not count
  std::int64_t rollbacks = 0;     ///< of transactions and savepoints
  std::int64_t waits = 0;         ///< times a thread waited for a connection
  std::int64_t connections_opened = 0;
  std::int64_t connections_closed = 0;
  std::int64_t connections_open = 0;
  std::int64_t connections_busy = 0;  ///< of those, used by a thread at this moment
};

/// The counters in Prometheus' text format, https://prometheus.io/docs/instrumenting/exposition_formats/,
/// with names that begin with `ochre_` and the label database="name", escaped as it must be. Serve it as
/// text/plain; version=0.0.4.
std::string to_prometheus(const Counters& counters, std::string_view name);

}  // namespace ochre
