#include "markdown.hpp"

#include <algorithm>
#include <stdexcept>

namespace docs {
namespace {

/// Walks over the lines of a text.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  bool next() {
    if (end_ == text_.size()) return false;
    begin_ = end_;
    const std::size_t feed = text_.find('\n', begin_);
    end_ = feed == std::string_view::npos ? text_.size() : feed + 1;
    ++number_;
    return true;
  }
  [[nodiscard]] std::string_view line() const {
    std::string_view line = text_.substr(begin_, end_ - begin_);
    if (line.ends_with('\n')) line.remove_suffix(1);
    return line;
  }
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t number_ = 0;
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void read_comment(std::string_view line, Block& block) {
  line = trimmed(line);
  if (!line.starts_with("<!--") || !line.ends_with("-->")) return;
  const std::string_view inside = line.substr(4, line.size() - 7);
  const std::size_t colon = inside.find(':');
  block.origin = trimmed(inside.substr(0, colon));
  if (colon != std::string_view::npos) block.argument = trimmed(inside.substr(colon + 1));
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

std::string dedent(std::string_view text) {
  std::size_t shared = std::string_view::npos;
  for (Lines lines(text); lines.next();) {
    if (!trimmed(lines.line()).empty()) shared = std::min(shared, indentation(lines.line()));
  }
  std::string out;
  for (Lines lines(text); lines.next();) {
    if (!trimmed(lines.line()).empty()) out += lines.line().substr(shared);
    out += '\n';
  }
  return out;
}

}  // namespace

std::vector<Block> blocks_of(std::string_view document) {
  std::vector<Block> blocks;
  std::string_view above;
  for (Lines lines(document); lines.next(); above = lines.line()) {
    if (!lines.line().starts_with("```")) continue;
    Block block;
    block.line = lines.number();
    block.language = trimmed(lines.line().substr(3));
    block.begin = lines.end();
    read_comment(above, block);
    while (lines.next() && lines.line() != "```") {
    }
    block.text = document.substr(block.begin, lines.begin() - block.begin);
    blocks.push_back(std::move(block));
  }
  return blocks;
}

std::string region(std::string_view source, std::string_view name) {
  const std::string opening = "// [" + std::string(name) + "]";
  std::size_t begin = std::string_view::npos;
  for (Lines lines(source); lines.next();) {
    const std::string_view line = trimmed(lines.line());
    if (line == opening) begin = lines.end();
    if (line == "// [end]" && begin != std::string_view::npos) {
      return dedent(source.substr(begin, lines.begin() - begin));
    }
  }
  throw std::runtime_error("no region " + opening + " … // [end]");
}

}  // namespace docs
