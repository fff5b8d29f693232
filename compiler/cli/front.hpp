// The front end as every command uses it: files in, a resolved schema and its diagnostics out.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/render.hpp"
#include "base/source.hpp"
#include "model/schema.hpp"

namespace ochrec::cli {

/// How findings are shown and which warnings are errors; the same options for every command.
struct FindingOptions {
  base::DiagnosticFormat format = base::DiagnosticFormat::Text;
  std::vector<std::string> denied;
};

/// One schema with everything that was said of it.
struct Analysis {
  base::Sources sources;
  base::Diagnostics diagnostics;
  model::Schema schema;
  std::vector<std::string> paths;  // of the root and its imports, for dependency files
};

/// Loads and analyzes without printing.
Analysis analyze_file(const std::string& path, const FindingOptions& options);

/// Adds a further schema's findings and sources; the schema and the paths are those of the last one.
void analyze_also(const std::string& path, const FindingOptions& options, Analysis& out);

/// Denies, sorts and prints what was found: to standard error, or as this command's data to standard output.
void show(Analysis& analysis, const FindingOptions& options, bool as_data = false);

/// Analyzes a schema for a command that goes on with it: refuses what has no back end, prints the findings,
/// and throws Failure when there are errors.
Analysis require_schema(const std::string& path, const FindingOptions& options);

}  // namespace ochrec::cli
