// ochre_bench: Ochre against hand-written code, at run time and at compile time, in one run.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "bench/compile_contest.hpp"
#include "bench/contest.hpp"
#include "bench/details.hpp"
#include "bench/graph_contest.hpp"
#include "bench/report.hpp"
#include "bench/values_contest.hpp"

namespace {

constexpr const char* usage =
    "usage: ochre_bench [queries] [graphs] [details] [values] [compile] [schema] [options]        without a "
    "part: "
    "all of them\n"
    "  queries           tasks on SQLite against plain and tuned hand-written loops\n"
    "  graphs            related rows of a hundred authors against the ways to load them by hand\n"
    "  details           single figures: building queries, 1,000-row inserts, a million rows, 10,000 shapes\n"
    "  values            validation and JSON against the same by hand\n"
    "  compile           a user's file with ten queries over twenty models against the same by hand\n"
    "  schema            the schema compiler on schemas of 10 to 10,000 models\n"
    "  --json            results as one JSON object\n"
    "  --quick           little data, few repetitions: says that it works, not how fast\n"
    "  --processor       processor time instead of time on the wall, for machines that do other things, too\n"
    "  --repetitions N   medians over N runs; default 9\n"
    "  --directory DIR   where the files go; default /tmp\n";

struct Arguments {
  bool queries = false;
  bool graphs = false;
  bool details = false;
  bool values = false;
  bool compile = false;
  bool schema = false;
  bool json = false;
  bool quick = false;
  ochre_bench::Clock clock = ochre_bench::Clock::Wall;
  int repetitions = 9;
  const char* directory = "/tmp";
};

bool read_arguments(int count, char** values, Arguments& out) {
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = values[i];
    const char* next = i + 1 < count ? values[i + 1] : nullptr;
    if (argument == "queries")
      out.queries = true;
    else if (argument == "graphs")
      out.graphs = true;
    else if (argument == "details")
      out.details = true;
    else if (argument == "values")
      out.values = true;
    else if (argument == "compile")
      out.compile = true;
    else if (argument == "schema")
      out.schema = true;
    else if (argument == "--json")
      out.json = true;
    else if (argument == "--quick")
      out.quick = true;
    else if (argument == "--processor")
      out.clock = ochre_bench::Clock::Processor;
    else if (argument == "--repetitions" && next && std::atoi(next) > 0)
      out.repetitions = std::atoi(values[++i]);
    else if (argument == "--directory" && next)
      out.directory = values[++i];
    else
      return false;
  }
  if (!out.queries && !out.graphs && !out.details && !out.values && !out.compile && !out.schema) {
    out.queries = out.graphs = out.details = out.values = out.compile = out.schema = true;
  }
  return true;
}

ochre_bench::Toolchain toolchain() {
  return {OCHRE_BENCH_COMPILER, OCHRE_BENCH_OCHRE, OCHRE_BENCH_SOURCES, {OCHRE_BENCH_INCLUDES}};
}

/// The results of one part, in the form that was asked for.
class Output {
 public:
  explicit Output(bool json) : json_(json) {}
  ~Output() {
    if (json_) std::fputs(parts_ == 0 ? "{}\n" : "\n}\n", stdout);
  }

  template <class Results>
  void add(const char* name, const Results& results) {
    using ochre_bench::print_json;
    using ochre_bench::print_table;
    if (json_) {
      std::printf("%s\"%s\":", parts_ == 0 ? "{" : ",\n", name);
      print_json(stdout, results);
    } else {
      if (parts_ != 0) std::fputc('\n', stdout);
      print_table(stdout, results);
    }
    ++parts_;
    std::fflush(stdout);
  }

 private:
  bool json_;
  int parts_ = 0;
};

void run(const Arguments& arguments) {
  using namespace ochre_bench;
  const int repetitions = arguments.quick ? 1 : arguments.repetitions;
  const Sizes sizes = arguments.quick ? Sizes{2'000, 200, 100, 200} : Sizes{};
  const std::vector<int> schemas =
      arguments.quick ? std::vector{10, 100} : std::vector{10, 100, 1'000, 10'000};
  Output output(arguments.json);
  if (arguments.queries) {
    output.add("queries", run_contest(sizes, repetitions, arguments.clock, arguments.directory));
  }
  if (arguments.graphs) {
    output.add("graphs", run_graph_contest(repetitions, arguments.clock, arguments.directory));
  }
  if (arguments.details) {
    const std::size_t rows = arguments.quick ? 2'000 : 1'000'000;
    output.add("details", run_details(rows, repetitions, arguments.clock, arguments.directory));
  }
  if (arguments.values) {
    const std::size_t rows = arguments.quick ? 2'000 : 1'000'000;
    output.add("values", run_values_contest(rows, repetitions, arguments.clock));
  }
  if (arguments.compile)
    output.add("compile", run_compile_contest(toolchain(), repetitions, arguments.directory));
  if (arguments.schema) {
    output.add("schema",
               run_schema_contest(toolchain(), schemas, (repetitions + 2) / 3, arguments.directory));
  }
}

}  // namespace

int main(int count, char** values) {
  Arguments arguments;
  if (!read_arguments(count, values, arguments)) {
    std::fputs(usage, stderr);
    return 64;
  }
  try {
    run(arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ochre_bench: %s\n", error.what());
    return 1;
  }
  return 0;
}
