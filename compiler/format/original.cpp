#include "format/original.hpp"

#include <algorithm>
#include <limits>

#include "base/diagnostic.hpp"
#include "syntax/lex.hpp"

namespace ochrec::format {
namespace {

std::vector<syntax::Token> tokens_of(const base::SourceFile& source) {
  base::Diagnostics known;  // whoever parsed the file has reported them
  return syntax::lex(source, known).tokens;
}

constexpr std::string_view blanks = " \t\r\f";  // as the lexer skips them

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(blanks), line.size());
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) return lines;
    at = end + 1;
  }
}

void trim_right(std::string& line) { line.erase(line.find_last_not_of(blanks) + 1); }

}  // namespace

Original::Original(const ast::File& file, const base::SourceFile& source)
    : file_(file), source_(source), tokens_(tokens_of(source)) {}

std::string_view Original::text(std::uint32_t begin, std::uint32_t end) const {
  return source_.text({source_.id(), begin, end});
}

std::vector<ast::Comment> Original::comments(std::uint32_t begin, std::uint32_t end) const {
  const auto before = [](const ast::Comment& comment, std::uint32_t offset) {
    return comment.span.begin < offset;
  };
  const auto first = std::lower_bound(file_.comments.begin(), file_.comments.end(), begin, before);
  return {first, std::lower_bound(first, file_.comments.end(), end, before)};
}

bool Original::has_comments(base::Span span) const { return !comments(span.begin, span.end).empty(); }

bool Original::has_line_end(std::uint32_t begin, std::uint32_t end) const {
  return text(begin, end).find('\n') != std::string_view::npos;
}

bool Original::has_blank_line(std::uint32_t begin, std::uint32_t end) const {
  const std::string_view between = text(begin, end);
  for (std::size_t at = between.find('\n'); at != std::string_view::npos; at = between.find('\n', at + 1)) {
    const std::size_t next = between.find_first_not_of(" \t\r\f", at + 1);
    if (next != std::string_view::npos && between[next] == '\n') return true;
  }
  return false;
}

std::uint32_t Original::find(syntax::TokenKind kind, std::uint32_t begin, std::uint32_t end) const {
  for (std::size_t i = first_token(begin); i < tokens_.size() && tokens_[i].begin < end; ++i)
    if (tokens_[i].kind == kind) return tokens_[i].begin;
  return end;
}

std::string Original::verbatim(base::Span span, std::size_t indent) const {
  std::string whole = normal_line_ends(text(span));
  if (has_multiline_string(span)) return whole;
  std::vector<std::string> lines = split(whole);
  std::size_t margin = std::numeric_limits<std::size_t>::max();
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (indentation(lines[i]) < lines[i].size()) margin = std::min(margin, indentation(lines[i]));
  std::string result = lines.front();
  trim_right(result);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    std::string line = lines[i].substr(std::min(margin, lines[i].size()));
    trim_right(line);
    result += '\n';
    if (!line.empty()) result += std::string(indent, ' ') + line;
  }
  return result;
}

std::string Original::verbatim_head(base::Span span, std::size_t indent) const {
  const std::size_t length = text(span).find_last_not_of(" \t\r\n\f") + 1;
  span.end = span.begin + static_cast<std::uint32_t>(length);
  const std::vector<ast::Comment> inside = comments(span.begin, span.end);
  const bool ends_with_comment = !inside.empty() && inside.back().span.end >= span.end;
  const bool needs_line_end = ends_with_comment && inside.back().kind != ast::Comment::Kind::Block;
  return verbatim(span, indent) + (needs_line_end ? "\n" : " ");
}

std::size_t Original::first_token(std::uint32_t offset) const {
  const auto found =
      std::lower_bound(tokens_.begin(), tokens_.end(), offset,
                       [](const syntax::Token& token, std::uint32_t at) { return token.begin < at; });
  return static_cast<std::size_t>(found - tokens_.begin());
}

bool Original::has_multiline_string(base::Span span) const {
  for (std::size_t i = first_token(span.begin); i < tokens_.size() && tokens_[i].begin < span.end; ++i)
    if (tokens_[i].kind == syntax::TokenKind::MultilineString &&
        has_line_end(tokens_[i].begin, tokens_[i].end))
      return true;
  return false;
}

std::string normal_line_ends(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] != '\r' || at + 1 == text.size() || text[at + 1] != '\n') result += text[at];
  return result;
}

}  // namespace ochrec::format
