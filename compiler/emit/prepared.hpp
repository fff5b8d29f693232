// Template texts made ready for the mustache library, which prints an empty line where a list is empty and
// swallows blank lines where it is not: tags alone on a line lose that line, blank lines become a tag.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ochrec::emit {

class PreparedTemplate {
 public:
  /// The name whose value is a line break.
  static constexpr std::string_view newline = "newline";

  explicit PreparedTemplate(std::string_view text);

  const std::string& text() const { return text_; }
  /// The line of the original text, from 1, that an offset of the prepared one belongs to.
  std::size_t line_at(std::size_t offset) const;

 private:
  void add(std::string_view line, std::string_view open, std::string_view close);

  std::string text_;
  std::vector<std::size_t> lines_;  // where each starts in text_
};

}  // namespace ochrec::emit
