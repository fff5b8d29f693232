#include "emit/layout.hpp"

#include <algorithm>

namespace ochrec::emit {
namespace {

// Of the last line when a text already spans several.
std::size_t width_of(std::string_view text) {
  const std::size_t line = text.rfind('\n');
  return line == std::string_view::npos ? text.size() : text.size() - line - 1;
}

std::string below(std::string_view head, const std::vector<std::string>& items, std::size_t column) {
  return std::string(head) + joined(items, ",\n" + std::string(column, ' '));
}

bool fits(const std::vector<std::string>& items, std::size_t column, std::size_t tail) {
  return std::all_of(items.begin(), items.end(),
                     [&](const std::string& item) { return column + item.size() + tail <= page_width; });
}

}  // namespace

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

std::string braced(std::string_view head, const std::vector<std::string>& items, std::string_view tail,
                   std::size_t indent) {
  std::string one_line = std::string(head) + "{" + joined(items) + "}" + std::string(tail);
  if (indent + width_of(one_line) <= page_width) return one_line;
  const std::string margin(indent, ' ');
  std::string out = std::string(head) + "{\n";
  for (const std::string& item : items) out += margin + "    " + item + ",\n";
  return out + margin + "}" + std::string(tail);
}

std::string braced_in_column(const std::vector<std::string>& items, std::string_view tail,
                             std::size_t indent) {
  std::string one_line = "{" + joined(items) + "}" + std::string(tail);
  if (indent + one_line.size() <= page_width) return one_line;
  return below("{", items, indent + 1) + "}" + std::string(tail);
}

std::string called(std::string_view head, const std::vector<std::string>& arguments, std::string_view tail,
                   std::size_t indent) {
  const std::string opened = std::string(head) + "(";
  const std::string closed = ")" + std::string(tail);
  std::string one_line = opened + joined(arguments) + closed;
  if (indent + width_of(one_line) <= page_width) return one_line;
  const std::size_t column = indent + width_of(opened);
  if (fits(arguments, column, closed.size())) return below(opened, arguments, column) + closed;
  return below(opened + "\n" + std::string(indent + 4, ' '), arguments, indent + 4) + closed;
}

std::string filled(const std::vector<std::string>& items, std::size_t indent) {
  const std::string margin(indent, ' ');
  std::string out;
  std::string line = margin;
  for (const std::string& item : items) {
    if (line.size() > indent && line.size() + 1 + item.size() + 1 > page_width) {
      out += line + "\n";
      line = margin;
    }
    if (line.size() > indent) line += ' ';
    line += item + ",";
  }
  return out + line;
}

}  // namespace ochrec::emit
