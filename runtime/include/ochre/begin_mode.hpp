// How a transaction begins, and how long it may take.
#pragma once

#include <cstdint>

namespace ochre {

/// How a transaction begins. SQLite: Deferred and ReadOnly begin with BEGIN, the others with BEGIN IMMEDIATE;
/// all are serializable, https://www.sqlite.org/isolation.html. ReadOnly refuses writes. PostgreSQL: the
/// isolation levels of the same names; Deferred and Immediate are its default, read committed.
enum class BeginMode : std::uint8_t { Deferred, Immediate, ReadOnly, Serializable, RepeatableRead };

/// Milliseconds, where a time limit is asked for.
struct Millis {
  std::int64_t count = 0;
};

/// What a transaction is told when it begins: `{BeginMode::ReadOnly}`, `Millis{500}`, or both. A transaction
/// that takes longer is stopped, also in the middle of a statement, and rolled back with Timeout. The time
/// counts from when it has its connection and includes waiting for locks. 0 leaves Options::
/// transaction_timeout in force, and inside another transaction that one's limit, which always holds too.
struct TransactionOptions {
  constexpr TransactionOptions(BeginMode how = BeginMode::Immediate, Millis limit = {})
      : mode(how), timeout(limit) {}
  constexpr TransactionOptions(Millis limit) : timeout(limit) {}

  BeginMode mode = BeginMode::Immediate;
  Millis timeout;
};

}  // namespace ochre
