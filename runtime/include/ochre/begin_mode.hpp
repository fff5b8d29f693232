// How a transaction begins, how long it may take, and who may stop it.
#pragma once

#include <cstdint>

namespace ochre {

/// How a transaction begins. SQLite: Deferred and ReadOnly begin with BEGIN, the others with BEGIN IMMEDIATE;
/// all are serializable, https://www.sqlite.org/isolation.html. PostgreSQL: the isolation levels of the same
/// names; Deferred and Immediate are its default, read committed.
enum class BeginMode : std::uint8_t {
  /// Takes locks when a statement needs them. On SQLite a write after a read ends in SerializationFailure if
  /// another connection wrote in between: https://www.sqlite.org/lang_transaction.html.
  Deferred,
  /// Takes the lock to write at once, and waits for it. The usual one for transactions that write.
  Immediate,
  ReadOnly,  ///< writes throw ReadOnly
  Serializable,
  RepeatableRead
};

/// Milliseconds, where a time limit is asked for, which says what 0 means. A type of its own, because
/// <chrono> would cost every file that includes a generated header a third of a second.
struct Millis {
  std::int64_t count = 0;
};

/// A wish that transactions end, from any thread: those that were given it are stopped, also in the middle of
/// a statement and while they wait, and rolled back with Interrupted. Other transactions and their
/// connections know nothing of it. It stays: a transaction that is given it later does not begin. Must
/// outlive the transactions that have it.
class Cancellation {
 public:
  Cancellation() = default;
  Cancellation(const Cancellation&) = delete;
  Cancellation& operator=(const Cancellation&) = delete;

  /// From any thread, as often as one likes; does not wait for the transactions to end.
  void cancel() noexcept { __atomic_store_n(&cancelled_, true, __ATOMIC_RELEASE); }
  bool cancelled() const noexcept { return __atomic_load_n(&cancelled_, __ATOMIC_ACQUIRE); }

 private:
  bool cancelled_ = false;
};

/// What a transaction is told when it begins: `{BeginMode::ReadOnly}`, `Millis{500}`, a Cancellation, or all
/// of them: `{BeginMode::ReadOnly, Millis{500}, &stop}`. A transaction that takes longer is stopped, also in
/// the middle of a statement, and rolled back with Timeout. The time counts from when it has its connection
/// and includes waiting for locks. 0 leaves Options::transaction_timeout in force, and inside another
/// transaction that one's limit, which always holds too.
struct TransactionOptions {
  constexpr TransactionOptions(BeginMode how = BeginMode::Immediate, Millis limit = {},
                               const Cancellation* stop = nullptr)
      : mode(how), timeout(limit), cancellation(stop) {}
  constexpr TransactionOptions(Millis limit) : timeout(limit) {}
  constexpr TransactionOptions(const Cancellation& stop) : cancellation(&stop) {}

  BeginMode mode = BeginMode::Immediate;
  Millis timeout;
  const Cancellation* cancellation = nullptr;
};

}  // namespace ochre
