// Questions about the text as it was written: comments, line ends and braces, which the tree does not have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "syntax/ast.hpp"
#include "syntax/token.hpp"

namespace ochrec::format {

class Original {
 public:
  Original(const ast::File& file, const base::SourceFile& source);

  std::string_view text(std::uint32_t begin, std::uint32_t end) const;
  std::string_view text(base::Span span) const { return text(span.begin, span.end); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(source_.text().size()); }

  /// Comments that begin in a range, in order.
  std::vector<ast::Comment> comments(std::uint32_t begin, std::uint32_t end) const;
  bool has_comments(base::Span span) const;

  bool has_line_end(std::uint32_t begin, std::uint32_t end) const;
  bool has_blank_line(std::uint32_t begin, std::uint32_t end) const;

  /// Offset of the first token of a kind that begins in a range; the range's end if there is none.
  std::uint32_t find(syntax::TokenKind kind, std::uint32_t begin, std::uint32_t end) const;

  /// The text as it stands, with `\n` for line ends; its later lines moved to `indent`, unless a string spans
  /// lines.
  std::string verbatim(base::Span span, std::size_t indent) const;
  /// The same for what stands before a `{`, with what has to stand between.
  std::string verbatim_head(base::Span span, std::size_t indent) const;

 private:
  std::size_t first_token(std::uint32_t offset) const;
  bool has_multiline_string(base::Span span) const;

  const ast::File& file_;
  const base::SourceFile& source_;
  std::vector<syntax::Token> tokens_;
};

/// With `\n` for every line end.
std::string normal_line_ends(std::string_view text);

}  // namespace ochrec::format
