// A golden case: a folder with schema.ochre and the files that must come of it.
//
//   sqlite.sql   the DDL, letter by letter
//   cpp/         the generated C++, in one shard
//   schema.json  the JSON Schema
//   rows.sql     optional; statements that run against it, one a line. `--! text` at the end of a line means
//   that
//                the statement must fail with a message that contains the text; `--= value` that it must
//                return it.
//
// With OCHRE_BLESS=1 in the environment a golden that differs is rewritten instead of failing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/schema.hpp"

namespace cases {

/// Every folder of tests/cases that holds a schema, by name.
std::vector<std::filesystem::path> all();

/// The schema, analyzed. Fails the test with the diagnostics when there are errors.
ochrec::model::Schema analyzed(const std::filesystem::path& folder);

std::string read(const std::filesystem::path& file);

/// Compares with the golden, or writes it.
void check_golden(const std::filesystem::path& file, const std::string& text);

}  // namespace cases
