// Validation of many rows at once, for imports and batches. What a row must hold is generated with its model;
// here is only the loop over rows, on one thread or several. Inserting validates by itself: this is for
// programs that want to keep the good rows, or to answer before they open a transaction.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

#include "ochre/violations.hpp"

namespace ochre {

/// A row that breaks rules.
struct InvalidRow {
  std::size_t index = 0;  ///< of the row in the batch, from 0
  Violations violations;  ///< all of them, never empty
};

/// The rows of a batch that break rules, in the order of the batch.
using InvalidRows = std::vector<InvalidRow>;

namespace detail {

/// Validates rows [first, last) and appends those that break rules. Called by several threads at a time, each
/// with rows and a list of its own.
using ValidateRange = void (*)(const void* rows, std::size_t first, std::size_t last, InvalidRows& out);
InvalidRows validate_rows(const void* rows, std::size_t count, ValidateRange validate, unsigned threads);

/// Asks for memory that is read soon.
inline void prefetch(const void* from, std::size_t bytes) {
  constexpr std::size_t cache_line = 64;
  for (std::size_t at = 0; at < bytes; at += cache_line)
    __builtin_prefetch(static_cast<const char*>(from) + at);
}

template <class T>
void validate_range(const void* rows, std::size_t first, std::size_t last, InvalidRows& out) {
  constexpr std::size_t ahead = 8;  // rows whose memory is asked for while others are validated
  const T* const all = static_cast<const T*>(rows);
  for (; first < last; ++first) {
    if (last - first > ahead) prefetch(all + first + ahead, sizeof(T));
    Violations violations = validate(all[first]);
    if (!violations.empty()) out.push_back({first, std::move(violations)});
  }
}

}  // namespace detail

/// Validates a vector, span or array of models or New structs with their generated validate(). `threads` is
/// how many threads work on the batch, this one included: 1 starts none, 0 takes one for each processor.
/// Small batches use fewer: one for each 4096 rows at most. Nothing may change the rows meanwhile, and they
/// are judged as they stand: normalise() is not called. Throws only what memory and thread creation throw.
template <class Rows>
InvalidRows validate_all(const Rows& rows, unsigned threads = 1) {
  using T = std::remove_cvref_t<decltype(*rows.data())>;
  return detail::validate_rows(rows.data(), rows.size(), detail::validate_range<T>, threads);
}

}  // namespace ochre
