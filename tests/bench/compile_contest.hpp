// What Ochre costs while a program is compiled: a user's file against the same written by hand, and the
// schema compiler itself on small, large and huge schemas.
#pragma once

#include <cstdio>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace ochre_bench {

/// The programs to measure and where the sources are.
struct Toolchain {
  std::string compiler;                    ///< C++
  std::string ochre;                       ///< the schema compiler
  std::string sources;                     ///< tests/bench
  std::vector<std::string> include_paths;  ///< of the runtime
};

/// One file, compiled many times.
struct CompileResult {
  std::string what;
  double milliseconds = 0;  ///< processor time, median
  double megabytes = 0;     ///< peak memory of the compiler
  double ratio = 0;         ///< to the hand-written file
  double goal = 0;          ///< 0 when there is none
};

/// One schema, compiled to C++ many times.
struct SchemaResult {
  int models = 0;
  double milliseconds = 0;  ///< processor time, median
  double megabytes = 0;
};

/// A user's file with ten queries over twenty models, with and without date fields, against the hand-written
/// one; and what including the header alone costs.
std::vector<CompileResult> run_compile_contest(const Toolchain& tools, int repetitions,
                                               const std::string& directory);

/// Schemas of the given numbers of models, thirteen fields each.
std::vector<SchemaResult> run_schema_contest(const Toolchain& tools, const std::vector<int>& sizes,
                                             int repetitions, const std::string& directory);

void print_table(std::FILE* out, const std::vector<CompileResult>& results);
void print_table(std::FILE* out, const std::vector<SchemaResult>& results);
void to_json(nlohmann::ordered_json& out, const CompileResult& result);
void to_json(nlohmann::ordered_json& out, const SchemaResult& result);

}  // namespace ochre_bench
