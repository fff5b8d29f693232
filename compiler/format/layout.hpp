// Puts the parts of a file or block, and the comments between them, on lines: who shares a line, where blank
// lines stay, and how wide columns are. What a part looks like inside is write.hpp's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "format/original.hpp"

namespace ochrec::format {

/// One field, value, statement or declaration.
struct Part {
  base::Span span;
  /// Columns that line up with those of the parts above and below; a part without them is `text`.
  std::vector<std::string> cells;
  /// Later lines carry their indentation.
  std::string text;
  /// Parts of different groups have a blank line between them at the top level: the header, the declarations.
  int group = 0;
};

/// The inside of a block from behind its `{` to its `}`: comments that stay on the line of the `{`, then
/// lines, each after a `\n`. Ends without one.
std::string lay_out_block(const std::vector<Part>& parts, std::uint32_t begin, std::uint32_t end,
                          std::size_t indent, const Original& original);

/// A whole file.
std::string lay_out_file(const std::vector<Part>& parts, const Original& original);

}  // namespace ochrec::format
