#include "bench/compile_contest.hpp"

#include <nlohmann/json.hpp>

namespace ochre_bench {
namespace {

struct SchemaGoal {
  int models;
  double milliseconds;
  double megabytes;
};

// The last one says that cost grows with size and no faster.
constexpr SchemaGoal goals[] = {{10, 50, 300}, {1'000, 2'000, 300}, {10'000, 20'000, 3'000}};

const SchemaGoal* goal_of(int models) {
  for (const SchemaGoal& goal : goals)
    if (goal.models == models) return &goal;
  return nullptr;
}

}  // namespace

void print_table(std::FILE* out, const std::vector<CompileResult>& results) {
  std::fprintf(out, "%-36s %9s %8s %7s %5s\n", "compiling a user's file", "ms", "peak MB", "ratio", "goal");
  for (const CompileResult& result : results) {
    std::fprintf(out, "%-36s %9.0f %8.0f %7.2f", result.what.c_str(), result.milliseconds, result.megabytes,
                 result.ratio);
    if (result.goal > 0) std::fprintf(out, " %5.2f", result.goal);
    std::fputc('\n', out);
  }
}

void print_table(std::FILE* out, const std::vector<SchemaResult>& results) {
  std::fprintf(out, "%-36s %9s %8s %12s %8s %8s\n", "compiling a schema, 13 fields each", "ms", "peak MB",
               "ms per model", "goal ms", "goal MB");
  for (const SchemaResult& result : results) {
    std::fprintf(out, "%6d models %23s %9.0f %8.0f %12.2f", result.models, "", result.milliseconds,
                 result.megabytes, result.milliseconds / result.models);
    if (const SchemaGoal* goal = goal_of(result.models))
      std::fprintf(out, " %8.0f %8.0f", goal->milliseconds, goal->megabytes);
    std::fputc('\n', out);
  }
}

void to_json(nlohmann::ordered_json& out, const CompileResult& result) {
  out = {{"what", result.what},
         {"milliseconds", result.milliseconds},
         {"peak_megabytes", result.megabytes},
         {"ratio", result.ratio}};
  if (result.goal > 0) out["goal"] = result.goal;
}

void to_json(nlohmann::ordered_json& out, const SchemaResult& result) {
  out = {
      {"models", result.models}, {"milliseconds", result.milliseconds}, {"peak_megabytes", result.megabytes}};
  if (const SchemaGoal* goal = goal_of(result.models)) {
    out["goal_milliseconds"] = goal->milliseconds;
    out["goal_megabytes"] = goal->megabytes;
  }
}

}  // namespace ochre_bench
