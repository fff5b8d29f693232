// Runs the three sides against each other on all tasks, by shuffled turns.
#pragma once

#include <string>
#include <vector>

#include "bench/measure.hpp"
#include "bench/side.hpp"

namespace ochre_bench {

enum class Place : std::uint8_t { Memory, File };

/// The medians of one side.
struct Score {
  double nanoseconds = 0;  ///< per row, read or statement
  double allocations = 0;  ///< per row, read or statement
};

struct Result {
  Task task;
  Place place;
  Ddl ddl;
  Score plain;
  Score tuned;
  Score ochre;

  double tuned_ratio() const { return tuned.nanoseconds / plain.nanoseconds; }
  double ochre_ratio() const { return ochre.nanoseconds / plain.nanoseconds; }
};

/// All tasks on all places and tables, `repetitions` times each. Files go to a directory of their own below
/// `directory`. Throws std::runtime_error when two sides disagree about the outcome.
std::vector<Result> run_contest(const Sizes& sizes, int repetitions, Clock clock,
                                const std::string& directory);

}  // namespace ochre_bench
