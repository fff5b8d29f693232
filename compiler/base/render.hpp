// Diagnostics as text for people, and as the formats other tools read.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace ochrec::base {

enum class DiagnosticFormat : unsigned char { Text, Json, Sarif, Gcc };

/// All findings, in their order, with a closing count in the text format. Colour only underlines what the
/// words already say; it is used by the text format alone.
std::string render(const Diagnostics& diagnostics, const Sources& sources, DiagnosticFormat format,
                   bool colour);

}  // namespace ochrec::base
