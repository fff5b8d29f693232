// A database: the handle a program opens once and uses from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "ochre/model_info.hpp"

namespace ochre {

class Driver;

/// Milliseconds, where a time limit is asked for.
struct Millis {
  std::int64_t count = 0;
};

/// How a database is opened.
struct Options {
  bool read_only = false;
  Millis busy_timeout{5'000};      ///< how long a statement waits for another connection's lock
  Millis acquire_timeout{30'000};  ///< how long a call waits for a connection of the pool
  std::size_t connections = 8;     ///< most connections open at a time
  std::int64_t cache_bytes = 32 << 20;
};

class Database {
 public:
  static Database open(std::string_view url, std::span<const Driver* const> drivers, const SchemaInfo& schema,
                       const Options& options);
};

}  // namespace ochre
