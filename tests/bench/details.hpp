// Single figures beside the big table: what a query costs before the database sees it, and cases of unusual
// size.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "bench/contest.hpp"

namespace ochre_bench {

struct Detail {
  const char* what;
  const char* unit;
  double ochre = 0;
  double by_hand = 0;  ///< the same with tuned code; 0 where there is nothing to compare with
  double goal = 0;     ///< for Ochre, in the same unit; 0 where there is none
};

/// `rows` is the size of the large table.
std::vector<Detail> run_details(std::size_t rows, int repetitions, Clock clock, const std::string& directory);

void print_table(std::FILE* out, const std::vector<Detail>& results);
void print_json(std::FILE* out, const std::vector<Detail>& results);

}  // namespace ochre_bench
