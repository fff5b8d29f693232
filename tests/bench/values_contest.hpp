// Validation and JSON: figures for Ochre, the same work by hand, and the goals.
#pragma once

#include <cstdio>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "bench/measure.hpp"

namespace ochre_bench {

struct Figure {
  const char* what;
  const char* unit;
  bool more_is_better;
  double goal;
  double ochre = 0;
  double by_hand = 0;

  bool reached() const { return more_is_better ? ochre >= goal : ochre <= goal; }
};

/// `rows` is the size of the batch. Throws std::runtime_error when both ways do not come to the same.
std::vector<Figure> run_values_contest(std::size_t rows, int repetitions, Clock clock);

void print_table(std::FILE* out, const std::vector<Figure>& results);
void to_json(nlohmann::ordered_json& out, const Figure& result);

}  // namespace ochre_bench
