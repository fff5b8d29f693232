#include <algorithm>

#include "format/write.hpp"

namespace ochrec::format {
namespace {

std::string joined(const std::vector<Part>& parts) {
  std::string text;
  for (const Part& part : parts) {
    if (!text.empty()) text += ", ";
    text += part.text;
    for (std::size_t i = 0; i < part.cells.size(); ++i) text += (i == 0 ? "" : " ") + part.cells[i];
  }
  return text;
}

}  // namespace

std::string write_block(const std::string& before, const std::vector<Part>& parts, base::Span braces,
                        std::size_t indent, const Original& original) {
  const std::uint32_t inside = braces.begin + 1;
  const std::uint32_t close = braces.end - 1;
  const bool comments = !original.comments(inside, close).empty();
  if (parts.empty() && !comments) return before + "{}";
  const std::string text = joined(parts);
  const bool separable = parts.size() == 1 || std::all_of(parts.begin(), parts.end(), [](const Part& part) {
                           return !part.cells.empty();  // commas separate fields and values, never statements
                         });
  const bool one_line = separable && !comments && !original.has_line_end(inside, close) &&
                        indent + base::count_code_points(before + text) + 4 <= line_width;
  if (one_line) return before + "{ " + text + " }";
  return before + "{" + lay_out_block(parts, inside, close, indent + indent_step, original) + "\n" +
         std::string(indent, ' ') + "}";
}

}  // namespace ochrec::format
