#include "ochre/errors.hpp"
#include "ochre/json.hpp"

namespace ochre {
namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

void JsonLines::feed(std::string_view piece) {
  buffer_.erase(0, begin_);
  scanned_ -= begin_;
  begin_ = 0;
  buffer_.append(piece);
  if (buffer_.size() > longest_line && buffer_.find('\n') == std::string::npos)
    throw ValidationFailed({{"", "json", "has a line of more than 64 MiB"}});
}

std::optional<std::string_view> JsonLines::next() {
  for (;;) {
    const std::size_t end = buffer_.find('\n', scanned_);
    if (end == std::string::npos) {
      scanned_ = buffer_.size();
      return std::nullopt;
    }
    const std::string_view line = std::string_view(buffer_).substr(begin_, end - begin_);
    begin_ = scanned_ = end + 1;
    if (!is_blank(line)) return without_return(line);
  }
}

std::optional<std::string_view> JsonLines::rest() {
  const std::string_view line = std::string_view(buffer_).substr(begin_);
  begin_ = scanned_ = buffer_.size();
  if (is_blank(line)) return std::nullopt;
  return without_return(line);
}

}  // namespace ochre
