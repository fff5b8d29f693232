#include "syntax/ast.hpp"

#include <algorithm>

namespace ochrec::ast {

std::string Path::text() const {
  std::string joined;
  for (const Name& part : parts) {
    if (!joined.empty()) joined += '.';
    joined += part.text;
  }
  return joined;
}

base::Span SqlFence::place(std::size_t offset, std::size_t length) const {
  std::size_t line = 0;
  std::size_t line_start = 0;
  const std::size_t stop = std::min(offset, sql.value.size());
  for (std::size_t at = sql.value.find('\n'); at < stop; at = sql.value.find('\n', at + 1)) {
    ++line;
    line_start = at + 1;
  }
  if (line >= line_begins.size()) return sql.span;
  const auto begin = line_begins[line] + static_cast<std::uint32_t>(stop - line_start);
  return {sql.span.file, begin, begin + static_cast<std::uint32_t>(length)};
}

}  // namespace ochrec::ast
