// Loading a graph of 100 authors with their posts and comments: Ochre against the ways it is done by hand.
#pragma once

#include <cstdio>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "bench/measure.hpp"

namespace ochre_bench {

struct GraphResult {
  int posts = 0;          ///< per author
  int top = 0;            ///< how many of them were asked for; 0 for all
  double one_by_one = 0;  ///< microseconds, medians
  double lists = 0;
  double joined = 0;
  double ochre = 0;

  static constexpr double goal = 1.0;
  /// Of Ochre to the fastest way by hand.
  double ratio() const;
};

std::vector<GraphResult> run_graph_contest(int repetitions, Clock clock, const std::string& directory);

void print_table(std::FILE* out, const std::vector<GraphResult>& results);
void to_json(nlohmann::ordered_json& out, const GraphResult& result);

}  // namespace ochre_bench
