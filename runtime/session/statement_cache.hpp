// Prepared statements of one connection, found by the bytes of a query's shape. Open addressing over a 64-bit
// hash, compared by bytes, bounded: the least recently used statement makes room. Not thread-safe; a
// connection has one user.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/driver.hpp"
#include "ochre/fragment.hpp"
#include "query/render.hpp"

namespace ochre::session {

/// A prepared statement and what it is worth remembering about it.
struct Prepared {
  std::unique_ptr<Statement> statement;
  std::string sql;                ///< for reports
  std::size_t expected_rows = 0;  ///< of the last run, for reserving
  bool in_use = false;            ///< running, further up the stack of this thread
};

class StatementCache {
 public:
  explicit StatementCache(std::size_t capacity);

  /// The statement for a shape and purpose, or null.
  Prepared* find(const Fragment& query, query::Purpose purpose);
  /// Adds a statement that `find` did not know. It lives until it is evicted, never while in use. Null, and
  /// `statement` is left alone, when all statements are in use.
  Prepared* add(const Fragment& query, query::Purpose purpose, std::string_view sql,
                std::unique_ptr<Statement>& statement);
  void clear();

  std::size_t size() const { return used_; }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::string key;  // the shape, then the purpose
    Prepared prepared;
    std::uint32_t newer = none;  // neighbours in the order of use
    std::uint32_t older = none;
  };
  static constexpr std::uint32_t none = 0xffffffff;

  static std::uint64_t hash_of(const Fragment& query, query::Purpose purpose);
  static bool matches(const Entry& entry, const Fragment& query, query::Purpose purpose);
  void unlink(std::uint32_t index);
  void link_newest(std::uint32_t index);
  std::uint32_t evict();
  void forget_slot(std::uint32_t index);

  std::size_t capacity_;
  std::size_t used_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // a power of two, at most half full; none or an index of entries_
  std::uint32_t newest_ = none;
  std::uint32_t oldest_ = none;
};

}  // namespace ochre::session
