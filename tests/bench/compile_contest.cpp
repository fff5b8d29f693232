#include "bench/compile_contest.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "bench/measure.hpp"
#include "bench/process.hpp"
#include "support/temporary_folder.hpp"

namespace ochre_bench {
namespace {

void write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::trunc);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

/// A file to compile and the directories its includes come from.
struct Candidate {
  std::string what;
  std::string source;
  std::vector<std::string> include_paths;
  double goal;
  std::size_t rival;  // whose time the ratio is to
  std::vector<double> times;
  double megabytes = 0;
};

void compile(const Toolchain& tools, Candidate& candidate, const std::string& object, bool counts) {
  std::vector<std::string> command = {tools.compiler, "-std=c++20", "-c", candidate.source, "-o", object};
  for (const std::string& path : candidate.include_paths) command.push_back("-I" + path);
  const Cost cost = run_program(command);
  if (!counts) return;
  candidate.times.push_back(cost.cpu_milliseconds);
  candidate.megabytes = std::max(candidate.megabytes, cost.peak_megabytes);
}

void generate(const Toolchain& tools, const std::string& schema, const std::string& out) {
  run_program({tools.ochre, "generate", schema, "--out", out});
}

/// A model with thirteen columns, the key and a relation to the model before it among them.
std::string model_text(int number) {
  const std::string name = "Model" + std::to_string(number);
  const std::string target = "Model" + std::to_string(number > 0 ? number - 1 : 0);
  return "model " + name + " {\n  id: int64 @id @auto\n  previous: " + target + "? @key(previous_id)\n" +
         "  previous_id: int64?\n" +
         "  title: string @length(1..200)\n  body: string\n  email: string(120) @unique\n  age: int32? "
         "@range(13..130)\n"
         "  score: float64 @default(0.0)\n  active: bool @default(true)\n  token: uuid\n  picture: bytes?\n"
         "  created_at: timestamp @default(now())\n  updated_at: timestamp @updated\n}\n\n";
}

}  // namespace

std::vector<CompileResult> run_compile_contest(const Toolchain& tools, int repetitions,
                                               const std::string& directory) {
  const ochre_test::TemporaryFolder folder(directory);
  const std::string place = folder.path().string();
  generate(tools, tools.sources + "/compile/shop.ochre", place + "/plain");
  generate(tools, tools.sources + "/compile/shop_dated.ochre", place + "/dated");
  write_file(place + "/header.cpp", "#include \"shop/models.hpp\"\n");
  write_file(place + "/sqlite_header.cpp",
             "#include <sqlite3.h>\n#include <optional>\n#include <string>\n#include <vector>\n");

  const auto with = [&](const char* generated) {
    std::vector<std::string> paths = tools.include_paths;
    paths.push_back(place + generated);
    return paths;
  };
  const std::string queries = tools.sources + "/compile/ten_queries.cpp";
  const std::string by_hand = tools.sources + "/compile/ten_queries_by_hand.cpp";
  const auto rows = [&](const char* which) {
    const std::string common = tools.sources + "/compile/by_hand";
    return std::vector<std::string>{common, common + which};
  };
  std::vector<Candidate> candidates = {
      {"ten queries by hand, no date fields", by_hand, rows("/plain"), 0, 0, {}},
      {"ten queries, no date fields", queries, with("/plain"), 1.0, 0, {}},
      {"ten queries by hand, date fields", by_hand, rows("/dated"), 0, 2, {}},
      {"ten queries, date fields", queries, with("/dated"), 1.1, 2, {}},
      {"only the headers by hand", place + "/sqlite_header.cpp", {}, 0, 0, {}},
      {"only the header, no date fields", place + "/header.cpp", with("/plain"), 0, 0, {}},
      {"only the header, date fields", place + "/header.cpp", with("/dated"), 0, 2, {}},
  };
  take_turns(static_cast<int>(candidates.size()), repetitions, [&](int turn, bool counts) {
    compile(tools, candidates[static_cast<std::size_t>(turn)], place + "/out.o", counts);
  });

  std::vector<CompileResult> results;
  for (const Candidate& candidate : candidates) {
    const double time = median(candidate.times);
    const double rival = median(candidates[candidate.rival].times);
    results.push_back({candidate.what, time, candidate.megabytes, time / rival, candidate.goal});
  }
  return results;
}

std::vector<SchemaResult> run_schema_contest(const Toolchain& tools, const std::vector<int>& sizes,
                                             int repetitions, const std::string& directory) {
  std::vector<SchemaResult> results;
  for (const int models : sizes) {
    const ochre_test::TemporaryFolder folder(directory);
    const std::string place = folder.path().string();
    std::string text = "schema huge\n\n";
    for (int i = 0; i < models; ++i) text += model_text(i);
    write_file(place + "/huge.ochre", text);
    std::vector<double> times;
    double megabytes = 0;
    for (int i = 0; i < repetitions; ++i) {
      const Cost cost = run_program(
          {tools.ochre, "generate", place + "/huge.ochre", "--out", place + "/out" + std::to_string(i)});
      times.push_back(cost.cpu_milliseconds);
      megabytes = std::max(megabytes, cost.peak_megabytes);
    }
    results.push_back({models, median(times), megabytes});
  }
  return results;
}

}  // namespace ochre_bench
