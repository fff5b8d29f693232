// ochre_bench: Ochre against hand-written code, at run time and at compile time, in one run.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstring>
#include <exception>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "bench/compile_contest.hpp"
#include "bench/contest.hpp"
#include "bench/details.hpp"
#include "bench/graph_contest.hpp"
#include "bench/report.hpp"
#include "bench/values_contest.hpp"

namespace {

struct Part {
  const char* name;
  const char* what;
};
constexpr Part all_parts[] = {
    {"queries", "tasks on SQLite against plain and tuned hand-written loops"},
    {"graphs", "related rows of a hundred authors against the ways to load them by hand"},
    {"details", "single figures: building queries, 1,000-row inserts, a million rows, 10,000 shapes"},
    {"values", "validation and JSON against the same by hand"},
    {"compile", "a user's file with ten queries over twenty models against the same by hand"},
    {"schema", "the schema compiler on schemas of 10 to 10,000 models"},
};

struct Arguments {
  std::set<std::string> parts;
  bool json = false;
  bool quick = false;
  bool processor = false;
  int repetitions = 9;
  std::string directory = "/tmp";

  bool has(const char* part) const { return parts.empty() || parts.count(part) != 0; }
  ochre_bench::Clock clock() const {
    return processor ? ochre_bench::Clock::Processor : ochre_bench::Clock::Wall;
  }
};

void declare(CLI::App& program, Arguments& out) {
  std::set<std::string> names;
  std::string list = "Parts:\n";
  for (const Part& part : all_parts) {
    names.insert(part.name);
    list += "  " + std::string(part.name) + std::string(26 - std::strlen(part.name), ' ') + part.what + "\n";
  }
  program.footer(list);
  program.add_option("parts", out.parts, "what to measure; without a part: all of them")
      ->check(CLI::IsMember(names));
  program.add_flag("--json", out.json, "results as one JSON object");
  program.add_flag("--quick", out.quick, "little data, few repetitions: says that it works, not how fast");
  program.add_flag("--processor", out.processor,
                   "processor time instead of time on the wall, for machines that do other things, too");
  program.add_option("--repetitions", out.repetitions, "medians over so many runs")
      ->capture_default_str()
      ->check(CLI::Range(1, 1'000));
  program.add_option("--directory", out.directory, "where the files go")
      ->capture_default_str()
      ->check(CLI::ExistingDirectory);
}

ochre_bench::Toolchain toolchain() {
  return {OCHRE_BENCH_COMPILER, OCHRE_BENCH_OCHRE, OCHRE_BENCH_SOURCES, {OCHRE_BENCH_INCLUDES}};
}

/// Prints the results of each part as soon as they are there, or all of them as one JSON object.
class Output {
 public:
  explicit Output(bool json) : json_(json) {}

  template <class Results>
  void add(const char* name, const Results& results) {
    if (json_) {
      parts_[name] = results;
      return;
    }
    if (printed_) std::fputc('\n', stdout);
    ochre_bench::print_table(stdout, results);
    std::fflush(stdout);
    printed_ = true;
  }
  void finish() const {
    if (json_) std::printf("%s\n", parts_.dump(2).c_str());
  }

 private:
  bool json_;
  bool printed_ = false;
  nlohmann::ordered_json parts_ = nlohmann::ordered_json::object();
};

void run(const Arguments& arguments) {
  using namespace ochre_bench;
  const int repetitions = arguments.quick ? 1 : arguments.repetitions;
  const Sizes sizes = arguments.quick ? Sizes{2'000, 200, 100, 200} : Sizes{};
  const std::vector<int> schemas =
      arguments.quick ? std::vector{10, 100} : std::vector{10, 100, 1'000, 10'000};
  Output output(arguments.json);
  if (arguments.has("queries")) {
    output.add("queries", run_contest(sizes, repetitions, arguments.clock(), arguments.directory));
  }
  if (arguments.has("graphs")) {
    output.add("graphs", run_graph_contest(repetitions, arguments.clock(), arguments.directory));
  }
  if (arguments.has("details")) {
    const std::size_t rows = arguments.quick ? 2'000 : 1'000'000;
    output.add("details", run_details(rows, repetitions, arguments.clock(), arguments.directory));
  }
  if (arguments.has("values")) {
    const std::size_t rows = arguments.quick ? 2'000 : 1'000'000;
    output.add("values", run_values_contest(rows, repetitions, arguments.clock()));
  }
  if (arguments.has("compile"))
    output.add("compile", run_compile_contest(toolchain(), repetitions, arguments.directory));
  if (arguments.has("schema")) {
    output.add("schema",
               run_schema_contest(toolchain(), schemas, (repetitions + 2) / 3, arguments.directory));
  }
  output.finish();
}

}  // namespace

int main(int count, char** values) {
  Arguments arguments;
  CLI::App program("Ochre against hand-written code, at run time and at compile time, in one run.");
  declare(program, arguments);
  try {
    program.parse(count, values);
    run(arguments);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 64;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ochre_bench: %s\n", error.what());
    return 1;
  }
  return 0;
}
