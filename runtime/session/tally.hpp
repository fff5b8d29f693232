// What one connection counts. Its user adds, other threads read: plain adds, without locked instructions.
#pragma once

#include <atomic>
#include <cstdint>

#include "ochre/observe.hpp"

namespace ochre::session {

/// A number one thread at a time adds to and any thread reads.
class Count {
 public:
  void add(std::int64_t amount) {
    value_.store(value_.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed);
  }
  std::int64_t get() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::int64_t> value_{0};
};

struct Tally {
  Count statements;
  Count failures;
  Count rows;
  Count nanoseconds;
  Count cache_hits;
  Count cache_misses;
  Count transactions;
  Count rollbacks;
};

/// What a database was asked to watch. Does not change after it was opened.
struct Watch {
  StatementHook hook;
  bool timing = false;
};

}  // namespace ochre::session
