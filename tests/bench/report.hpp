// The results as a table for people and as JSON for programs.
#pragma once

#include <cstdio>
#include <vector>

#include "bench/contest.hpp"

namespace ochre_bench {

void print_table(std::FILE* out, const std::vector<Result>& results);
void print_json(std::FILE* out, const std::vector<Result>& results);

}  // namespace ochre_bench
