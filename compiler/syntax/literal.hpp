// What a string literal means: "…" with escapes, r"…" as it stands, """…""" without its indentation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace ochrec::syntax {

struct Literal {
  std::string value;
  /// Where each line of the value begins in the file; empty when the literal has escapes.
  std::vector<std::uint32_t> line_begins;
};

/// Whether the literal, quotes included, ends with its closing quote.
bool is_closed(std::string_view literal);

/// Line ends become `\n`. Of `"""…"""` the blank first and last line go, and the white space that all other
/// lines begin with. Unknown escapes are reported and left out.
Literal decode_literal(const base::SourceFile& source, base::Span span, base::Diagnostics& diagnostics);

}  // namespace ochrec::syntax
