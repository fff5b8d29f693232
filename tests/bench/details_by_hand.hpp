// The tuned hand-written counterparts of the single figures.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace ochre_bench {

/// A connection with prepared statements for each figure.
class HandWritten {
 public:
  explicit HandWritten(const std::string& path);
  HandWritten(const HandWritten&) = delete;
  HandWritten& operator=(const HandWritten&) = delete;
  ~HandWritten();

  std::size_t one_row(std::int64_t id);
  /// Three conditions, an order and a limit; one row meets them.
  std::size_t page_of_one(std::int64_t id);
  void insert(std::size_t count);
  std::size_t filter(double score);
  /// Prepared, run and dropped: what a program does with text it has never seen.
  std::size_t distinct_query(int number);

 private:
  struct Statements;
  std::unique_ptr<Statements> statements_;
};

}  // namespace ochre_bench
