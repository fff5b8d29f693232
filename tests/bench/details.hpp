// Single figures beside the big table: what a query costs before the database sees it, and cases of unusual
// size.
#pragma once

#include <cstdio>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "bench/measure.hpp"

namespace ochre_bench {

struct Detail {
  const char* what;
  const char* unit;
  double ochre = 0;
  double by_hand = 0;                 ///< the same with tuned code; 0 where there is nothing to compare with
  double goal = 0;                    ///< in the same unit; 0 where there is none
  bool goal_is_over_by_hand = false;  ///< the goal is for the difference, otherwise for Ochre's figure

  double over_by_hand() const { return ochre - by_hand; }
};

/// `rows` is the size of the large table.
std::vector<Detail> run_details(std::size_t rows, int repetitions, Clock clock, const std::string& directory);

void print_table(std::FILE* out, const std::vector<Detail>& results);
void to_json(nlohmann::ordered_json& out, const Detail& result);

}  // namespace ochre_bench
