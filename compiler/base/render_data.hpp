// Diagnostics for other programs: one JSON object, or SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0).
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace ochrec::base {

/// `{"diagnostics": [{code, severity, file, line, column, end_line, end_column, message, help, related,
/// fixes}…], "omitted": n}`, indented by two.
std::string render_json(const Diagnostics& diagnostics, const Sources& sources);

/// One SARIF run with a rule for each code that occurs.
std::string render_sarif(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace ochrec::base
