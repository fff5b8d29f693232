#include "bench/report.hpp"

#include <nlohmann/json.hpp>

namespace ochre_bench {
namespace {

const char* name(Place place) { return place == Place::Memory ? "memory" : "WAL file"; }
const char* name(Ddl ddl) { return ddl == Ddl::Plain ? "plain" : "full"; }

/// The ratios to plain code that Ochre is meant to reach on a plain table.
double goal(Task task, Place place) {
  const bool memory = place == Place::Memory;
  switch (task) {
    case Task::BulkInsert: return memory ? 0.68 : 0.78;
    case Task::ReadAll: return memory ? 0.85 : 0.80;
    case Task::PointRead: return memory ? 0.92 : 0.60;
    case Task::Filtered: return 0.90;
    case Task::Update: return memory ? 0.92 : 0.60;
  }
  return 1;
}

nlohmann::ordered_json score_json(const Score& score) {
  return {{"nanoseconds", score.nanoseconds}, {"allocations", score.allocations}};
}

}  // namespace

void print_table(std::FILE* out, const std::vector<Result>& results) {
  std::fprintf(out, "%-52s %-8s %-5s %9s %9s %9s | %6s %6s %5s | %s\n", "task", "place", "ddl", "plain ns",
               "tuned ns", "ochre ns", "tuned", "ochre", "goal", "allocations per operation");
  for (const Result& result : results) {
    std::fprintf(out, "%-52s %-8s %-5s %9.0f %9.0f %9.0f | %6.2f %6.2f ", title(result.task),
                 name(result.place), name(result.ddl), result.plain.nanoseconds, result.tuned.nanoseconds,
                 result.ochre.nanoseconds, result.tuned_ratio(), result.ochre_ratio());
    if (result.ddl == Ddl::Plain)
      std::fprintf(out, "%5.2f", goal(result.task, result.place));
    else
      std::fprintf(out, "%5s", "");
    std::fprintf(out, " | %.2f %.2f %.2f\n", result.plain.allocations, result.tuned.allocations,
                 result.ochre.allocations);
  }
}

void to_json(nlohmann::ordered_json& out, const Result& result) {
  out = {{"task", title(result.task)},
         {"place", name(result.place)},
         {"ddl", name(result.ddl)},
         {"plain", score_json(result.plain)},
         {"tuned", score_json(result.tuned)},
         {"ochre", score_json(result.ochre)},
         {"tuned_ratio", result.tuned_ratio()},
         {"ochre_ratio", result.ochre_ratio()}};
  if (result.ddl == Ddl::Plain) out["goal"] = goal(result.task, result.place);
}

}  // namespace ochre_bench
