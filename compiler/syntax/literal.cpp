#include "syntax/literal.hpp"

#include <algorithm>
#include <optional>

#include "base/letters.hpp"
#include "syntax/codes.hpp"
#include "syntax/quote.hpp"
#include "syntax/utf8.hpp"

namespace ochrec::syntax {
namespace {

constexpr std::string_view fence = "\"\"\"";

/// Reads `"…"`, escape by escape.
class Unescape {
 public:
  Unescape(std::string_view text, base::Span span, base::Diagnostics& diagnostics)
      : text_(text), span_(span), diagnostics_(diagnostics) {}

  Literal run() {
    while (at_ < text_.size()) {
      const std::size_t backslash = std::min(text_.find('\\', at_), text_.size());
      result_.value += text_.substr(at_, backslash - at_);
      at_ = backslash;
      if (at_ < text_.size()) escape();
    }
    if (!escaped_) result_.line_begins = {span_.begin};
    return std::move(result_);
  }

 private:
  void escape() {
    escaped_ = true;
    const std::size_t begin = at_;
    const char sign = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    at_ = std::min(at_ + 2, text_.size());
    switch (sign) {
      case '"':
      case '\\': result_.value += sign; return;
      case 'n': result_.value += '\n'; return;
      case 't': result_.value += '\t'; return;
      case 'u': code_point(begin); return;
      default: break;
    }
    while (at_ < text_.size() && base::continues_character(text_[at_])) ++at_;
    fail(begin, quote(text_.substr(begin, at_ - begin)) + " is not an escape")
        .with_help(R"(escapes are \" \\ \n \t \u{…}; in r"…" a backslash is only a backslash)");
  }

  void code_point(std::size_t begin) {
    std::size_t end = at_;
    if (end < text_.size() && text_[end] == '{') end = text_.find('}', end);
    const bool delimited = end != std::string_view::npos && end > at_;
    const std::string_view digits = delimited ? text_.substr(at_ + 1, end - at_ - 1) : std::string_view();
    if (delimited) at_ = end + 1;
    const std::optional<char32_t> value = scalar(digits);
    if (!value) {
      fail(begin, quote(text_.substr(begin, at_ - begin)) + " names no character")
          .with_help("write one to six hexadecimal digits in braces, such as \\u{E9}");
    } else if (*value == 0) {
      diagnostics_.report(null_character, place(begin),
                          "U+0000 is refused: databases cannot store it in text");
    } else {
      append_utf8(result_.value, *value);
    }
  }

  static std::optional<char32_t> scalar(std::string_view digits) {
    if (digits.empty() || digits.size() > 6) return std::nullopt;
    char32_t value = 0;
    for (const char digit : digits) {
      const char lower = static_cast<char>(digit | 0x20);
      const bool decimal = digit >= '0' && digit <= '9';
      if (!decimal && (lower < 'a' || lower > 'f')) return std::nullopt;
      value = value * 16 + static_cast<char32_t>(decimal ? digit - '0' : lower - 'a' + 10);
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return std::nullopt;
    return value;
  }

  base::Diagnostic& fail(std::size_t begin, std::string message) {
    return diagnostics_.report(bad_escape, place(begin), std::move(message));
  }

  base::Span place(std::size_t begin) const {
    return {span_.file, span_.begin + static_cast<std::uint32_t>(begin),
            span_.begin + static_cast<std::uint32_t>(at_)};
  }

  std::string_view text_;  // between the quotes
  base::Span span_;        // of text_
  base::Diagnostics& diagnostics_;
  Literal result_;
  std::size_t at_ = 0;
  bool escaped_ = false;
};

struct Line {
  std::string_view text;
  std::uint32_t begin = 0;
};

std::vector<Line> split_lines(std::string_view text, std::uint32_t begin) {
  std::vector<Line> lines;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find('\n', at);
    std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, begin + static_cast<std::uint32_t>(at)});
    if (end == std::string_view::npos) return lines;
    at = end + 1;
  }
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

bool is_blank(const Line& line) { return indentation(line.text) == line.text.size(); }

/// The white space that every line of several with text begins with; the line of the opening quotes has none.
std::size_t common_indentation(const std::vector<Line>& lines, std::size_t first) {
  std::optional<std::string_view> common;
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (is_blank(lines[i])) continue;
    const std::string_view own = lines[i].text.substr(0, indentation(lines[i].text));
    if (!common) {
      common = own;
      continue;
    }
    const auto differ = std::mismatch(common->begin(), common->end(), own.begin(), own.end()).first;
    common = common->substr(0, static_cast<std::size_t>(differ - common->begin()));
  }
  return common ? common->size() : 0;
}

Literal dedent(std::string_view text, std::uint32_t begin) {
  std::vector<Line> lines = split_lines(text, begin);
  const bool opens_with_line_end = lines.size() > 1 && is_blank(lines.front());
  if (lines.size() > 1 && is_blank(lines.back())) lines.pop_back();
  const std::size_t first = opens_with_line_end ? 1 : 0;
  const std::size_t margin = common_indentation(lines, 1);
  Literal result;
  for (std::size_t i = first; i < lines.size(); ++i) {
    const std::size_t cut = i == 0 ? 0 : std::min(margin, lines[i].text.size());
    if (i > first) result.value += '\n';
    result.line_begins.push_back(lines[i].begin + static_cast<std::uint32_t>(cut));
    if (i == 0 || !is_blank(lines[i])) result.value += lines[i].text.substr(cut);
  }
  return result;
}

}  // namespace

bool is_closed(std::string_view literal) {
  if (literal.starts_with(fence)) return literal.size() >= 2 * fence.size() && literal.ends_with(fence);
  const bool raw = literal.starts_with('r');
  if (raw) literal.remove_prefix(1);
  for (std::size_t at = 1; at < literal.size(); ++at) {
    if (literal[at] == literal.front()) return true;
    if (literal[at] == '\\' && !raw) ++at;
  }
  return false;
}

Literal decode_literal(const base::SourceFile& source, base::Span span, base::Diagnostics& diagnostics) {
  std::string_view text = source.text(span);
  const bool closed = is_closed(text);
  const auto inner = [&](std::uint32_t opening, std::size_t closing) {
    text.remove_prefix(opening);
    if (closed) text.remove_suffix(closing);
    return base::Span{span.file, span.begin + opening,
                      span.begin + opening + static_cast<std::uint32_t>(text.size())};
  };
  if (text.starts_with(fence)) {
    const base::Span inside = inner(3, 3);
    return dedent(text, inside.begin);
  }
  if (text.starts_with('r')) {
    const base::Span inside = inner(2, 1);
    return {std::string(text), {inside.begin}};
  }
  const base::Span inside = inner(1, 1);
  return Unescape(text, inside, diagnostics).run();
}

}  // namespace ochrec::syntax
