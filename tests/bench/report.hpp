// The results as a table for people and as JSON for programs.
#pragma once

#include <cstdio>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "bench/contest.hpp"

namespace ochre_bench {

void print_table(std::FILE* out, const std::vector<Result>& results);
void to_json(nlohmann::ordered_json& out, const Result& result);

}  // namespace ochre_bench
