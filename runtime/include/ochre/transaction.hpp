// A transaction: a session whose writes appear together or not at all. How it begins and what may end it
// early is in begin_mode.hpp; Database::transaction runs one.
#pragma once

#include <type_traits>
#include <utility>

#include "ochre/begin_mode.hpp"
#include "ochre/session.hpp"

namespace ochre {

/// The session inside Database::transaction. Belongs to the thread that began it and ends with the call; not
/// copyable. It holds one connection all the time, so what it waits for (a user, another server) others wait
/// for too. When the database itself rolls it back, as after a full disk, all further calls throw Error.
class Transaction : public Session {
 public:
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// A savepoint: when `work` throws, only its own writes are undone and the exception goes on; who catches
  /// it outside of `work` can commit the rest. The mode stays that of the transaction; a time limit or a
  /// Cancellation of its own ends this part, and makes `work` throw Timeout or Interrupted.
  template <class Work>
  decltype(auto) transaction(Work&& work, const TransactionOptions& options = BeginMode::Deferred);

  /// Runs `function` after the outermost transaction has committed; not at all when this one, or one around
  /// it, is rolled back. Functions run in the order they were added, by this thread, which still holds the
  /// connection. What one throws comes out of Database::transaction, keeps the later ones from running, and
  /// changes nothing in the database. Keeps a copy of `function`; references it holds must still be good
  /// then.
  template <class Function>
  void after_commit(Function&& function) {
    add_hook(new HookOf<std::decay_t<Function>>(std::forward<Function>(function)));
  }

 private:
  friend class TransactionScope;

  struct Hook {
    Hook() = default;
    Hook(const Hook&) = delete;
    Hook& operator=(const Hook&) = delete;
    virtual ~Hook() = default;
    virtual void run() = 0;
  };
  template <class Function>
  struct HookOf final : Hook {
    explicit HookOf(Function wanted) : function(std::move(wanted)) {}
    void run() override { function(); }
    Function function;
  };
  friend class session::Channel;

  Transaction(session::State* state, session::Channel* channel) : Session(state, channel) {}
  void add_hook(Hook* hook);
};

/// Begins a transaction or savepoint and, unless it was committed, rolls it back, without throwing. For
/// run_transaction only.
class TransactionScope {
 public:
  TransactionScope(session::State* state, const TransactionOptions& options);
  TransactionScope(const TransactionScope&) = delete;
  TransactionScope& operator=(const TransactionScope&) = delete;
  ~TransactionScope();

  Transaction& transaction() { return transaction_; }
  void commit();

 private:
  void leave() noexcept;
  void drop_cancellation() noexcept;

  Transaction transaction_;
  void* slot_ = nullptr;             // the pool's
  std::int64_t outer_deadline_ = 0;  // the channel's before this one
  bool committed_ = false;
  bool cancellable_ = false;
};

/// What Database::transaction does.
template <class Work>
decltype(auto) run_transaction(session::State* state, Work&& work, const TransactionOptions& options) {
  TransactionScope scope(state, options);
  if constexpr (std::is_void_v<decltype(work(scope.transaction()))>) {
    work(scope.transaction());
    scope.commit();
  } else {
    auto result = work(scope.transaction());
    scope.commit();
    return result;
  }
}

template <class Work>
decltype(auto) Transaction::transaction(Work&& work, const TransactionOptions& options) {
  return run_transaction(state_, std::forward<Work>(work), options);
}

}  // namespace ochre
