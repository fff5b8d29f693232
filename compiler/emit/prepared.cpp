#include "emit/prepared.hpp"

#include <algorithm>

namespace ochrec::emit {
namespace {

struct Delimiters {
  std::string_view open = "{{";
  std::string_view close = "}}";
};

// `{{=<% %>=}}` at the very beginning sets others.
Delimiters delimiters_of(std::string_view text) {
  const std::size_t end = text.find("=}}");
  if (!text.starts_with("{{=") || end == std::string_view::npos) return {};
  const std::string_view both = text.substr(3, end - 3);
  const std::size_t space = both.find(' ');
  if (space == std::string_view::npos) return {};
  return {both.substr(0, space), both.substr(both.find_last_of(' ') + 1)};
}

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r\n") + 1 - begin);
}

// Only one tag, and one that prints nothing.
bool is_silent(std::string_view line, const Delimiters& marks) {
  if (!line.starts_with(marks.open) || line.size() < marks.open.size() + marks.close.size()) return false;
  const std::string_view inside = line.substr(marks.open.size());
  return inside.find(marks.close) == inside.size() - marks.close.size() &&
         std::string_view("#/^!").find(inside.front()) != std::string_view::npos;
}

}  // namespace

PreparedTemplate::PreparedTemplate(std::string_view text) {
  const Delimiters marks = delimiters_of(text);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    add(text.substr(0, size), marks.open, marks.close);
    text.remove_prefix(size);
  }
}

void PreparedTemplate::add(std::string_view line, std::string_view open, std::string_view close) {
  lines_.push_back(text_.size());
  const std::string_view content = trimmed(line);
  if (content.empty()) {
    text_.append(open).append(newline).append(close);
  } else {
    text_ += is_silent(content, {open, close}) ? content : line;
  }
}

std::size_t PreparedTemplate::line_at(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), offset) - lines_.begin());
}

}  // namespace ochrec::emit
