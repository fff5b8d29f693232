// What all handles of one open database share, and how a call gets its connection.
#pragma once

#include <atomic>
#include <string>

#include "core/driver.hpp"
#include "ochre/database.hpp"
#include "session/pool.hpp"

namespace ochre::session {

/// Who may write now, for databases with a single writer. Taking turns here is faster and fairer than the
/// database's own busy waiting, which sleeps.
class WriteTurn {
 public:
  /// False when it is not free within `milliseconds`, or the channel's transaction is cancelled.
  bool take(std::int64_t milliseconds, const Channel& channel);
  void give_back();

 private:
  std::atomic<bool> taken_{false};
  WaitingRoom waiting_;
};

class State {
 public:
  State(const Driver& driver, std::string_view url, const SchemaInfo& schema, const Options& options);

  const Driver& driver;
  const SchemaInfo& schema;
  const Options options;
  const Watch watch;
  const bool takes_turns;  ///< one writer, several connections
  Pool pool;
  WriteTurn turn;
  std::atomic<int> handles{1};
};

enum class Access : std::uint8_t { Read, Write };

/// A connection for the time of one call, with the turn to write when it is needed.
class Lease {
 public:
  /// `channel` is that of a Transaction, or null.
  Lease(State& state, Channel* channel, Access access);
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease();

  Channel& operator*() const { return *channel_; }
  Channel* operator->() const { return channel_; }

 private:
  void finish() noexcept;

  State& state_;
  Channel* channel_;
  Pool::Slot* slot_ = nullptr;
};

/// Takes the turn to write for a channel that has not got it.
void take_turn(State& state, Channel& channel);
/// Gives the turn back when the channel has it and is in no transaction.
void end_turn(State& state, Channel& channel) noexcept;

}  // namespace ochre::session
