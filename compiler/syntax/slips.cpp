#include "syntax/slips.hpp"

#include <algorithm>
#include <string>

#include "syntax/codes.hpp"
#include "syntax/literal.hpp"
#include "syntax/quote.hpp"

namespace ochrec::syntax {
namespace {

constexpr std::size_t name_limit = 255;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_word_letter(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

// `a__b_` as `a_b`.
std::string single_underscores(std::string_view text) {
  std::string out;
  for (const char letter : text)
    if (letter != '_' || out.empty() || out.back() != '_') out += letter;
  if (out.back() == '_') out.pop_back();
  return out;
}

void report_foreign_name(base::Span span, std::string_view text, base::Diagnostics& diagnostics) {
  constexpr std::string_view curly_quotes[] = {"\u201C", "\u201D", "\u2018", "\u2019"};
  const bool quoted =
      std::any_of(std::begin(curly_quotes), std::end(curly_quotes),
                  [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
  diagnostics.report(bad_name, span, quote(text) + " is not a name: it has " + first_foreign_character(text))
      .with_help(quoted
                     ? "strings stand in straight quotes: \"…\""
                     : "names are ASCII letters, digits and `_`; other text goes into strings and comments");
}

void check_name(base::Span span, std::string_view text, base::Diagnostics& diagnostics) {
  if (text.size() > name_limit) {
    diagnostics.report(long_name, span, "this name has " + std::to_string(text.size()) + " characters")
        .with_help("a name has at most " + std::to_string(name_limit));
  } else if (!is_ascii(text)) {
    report_foreign_name(span, text, diagnostics);
  } else if (text.front() == '_') {
    diagnostics.report(bad_name, span, "a name begins with a letter, and " + quote(text) + " does not");
  } else if (text.back() == '_') {
    diagnostics.report(reserved_name, span, "the name " + quote(text) + " ends with `_`")
        .with_help("names that end with `_` belong to generated code")
        .with_fix(span, single_underscores(text));
  } else if (text.find("__") != std::string_view::npos) {
    diagnostics.report(reserved_name, span, "the name " + quote(text) + " has `__` in it")
        .with_help("C++ reserves such names; write one `_`")
        .with_fix(span, single_underscores(text));
  }
}

void check_string(Token& token, base::Span span, std::string_view text, base::Diagnostics& diagnostics) {
  if (is_closed(text)) return;
  token.reported = true;
  if (token.kind == TokenKind::MultilineString) {
    diagnostics
        .report(unclosed_string, {span.file, span.begin, span.begin + 3},
                "this string has no end, so the rest of the file is part of it")
        .with_help("close it with `\"\"\"`");
    return;
  }
  const std::string quote_sign(1, text.starts_with('r') ? text[1] : text[0]);
  diagnostics.report(unclosed_string, span, "this string has no closing quote")
      .with_help("close it on its line with `" + quote_sign + "`, or use `\"\"\"` for text of several lines");
}

void replace(Token& token, TokenKind meant, base::Span span, std::string_view text,
             base::Diagnostics& diagnostics) {
  const std::string right(spelling(meant));
  const bool equality = meant == TokenKind::Equal || meant == TokenKind::NotEqual;
  diagnostics.report(foreign_operator, span, "`" + std::string(text) + "` is not an operator of Ochre")
      .with_help("write `" + right + "`" + (equality ? "" : ", a word"))
      .with_fix(span, right);
  token.kind = meant;
}

void mend_single_quotes(Token& token, base::Span span, std::string_view text,
                        base::Diagnostics& diagnostics) {
  token.kind = TokenKind::String;
  if (!is_closed(text)) {
    check_string(token, span, text, diagnostics);
    return;
  }
  const std::string inside(text.substr(1, text.size() - 2));
  base::Diagnostic& finding = diagnostics.report(single_quotes, span, "strings stand in double quotes");
  if (inside.find_first_of("\"\\") == std::string::npos)
    finding.with_help("write \"" + inside + "\"").with_fix(span, '"' + inside + '"');
}

// Other languages quote names that are also words of theirs.
Slip mend_backquotes(Token& token, base::Span span, std::string_view text, base::Diagnostics& diagnostics) {
  const std::string inside(text.substr(1, text.size() - 2));
  const bool name = is_ascii_letter(inside.front()) &&
                    std::all_of(inside.begin(), inside.end(), [](char c) { return is_word_letter(c); });
  base::Diagnostic& finding =
      diagnostics.report(stray_character, span, "a backquote has no meaning in a schema");
  if (!name) {
    finding.with_help("names need no quotes, and text stands in double quotes");
    return Slip::DroppedAsBroken;
  }
  finding.with_help("names need no quotes, and text stands in double quotes").with_fix(span, inside);
  token.kind = TokenKind::Word;
  ++token.begin;
  --token.end;
  return Slip::Kept;
}

Slip drop_stray(base::Span span, std::string_view text, base::Diagnostics& diagnostics) {
  base::Diagnostic& finding =
      diagnostics.report(stray_character, span, quote(text) + " has no meaning in a schema");
  if (text == "#") finding.with_help("comments begin with `//`").with_fix(span, "//");
  if (text == "|")
    finding.with_help("alternatives are `or` in conditions and enums as types; `?` makes a type optional");
  if (text == "`") finding.with_help("names need no quotes");
  return Slip::DroppedAsBroken;
}

}  // namespace

Slip answer_slip(Token& token, const base::SourceFile& source, base::Diagnostics& diagnostics) {
  const base::Span span{source.id(), token.begin, token.end};
  const std::string_view text = source.text(span);
  switch (token.kind) {
    case TokenKind::Word: check_name(span, text, diagnostics); break;
    case TokenKind::String:
    case TokenKind::RawString:
    case TokenKind::MultilineString: check_string(token, span, text, diagnostics); break;
    case TokenKind::SlipSingleQuoted: mend_single_quotes(token, span, text, diagnostics); break;
    case TokenKind::SlipBackquoted: return mend_backquotes(token, span, text, diagnostics);
    case TokenKind::SlipOr: replace(token, TokenKind::Or, span, text, diagnostics); break;
    case TokenKind::SlipAnd: replace(token, TokenKind::And, span, text, diagnostics); break;
    case TokenKind::SlipNot: replace(token, TokenKind::Not, span, text, diagnostics); break;
    case TokenKind::SlipNotEqual: replace(token, TokenKind::NotEqual, span, text, diagnostics); break;
    case TokenKind::SlipEqual: replace(token, TokenKind::Equal, span, text, diagnostics); break;
    case TokenKind::SlipSemicolon:
      diagnostics.report(semicolon, span, "`;` has no meaning in a schema")
          .with_help("leave it out; a line end is enough")
          .with_fix(span, "");
      return Slip::Dropped;
    case TokenKind::SlipNumber:
      diagnostics.report(bad_number, span, quote(text) + " is neither a number nor a name")
          .with_help("numbers are decimal digits, such as 1000 or 0.25; names begin with a letter");
      token.kind = TokenKind::Integer;
      break;
    case TokenKind::SlipDollar:
      diagnostics.report(bad_dollar, span, quote(text) + " has no meaning")
          .with_help("policies read who is asking as `$actor`")
          .with_fix(span, "$actor");
      token.kind = TokenKind::ActorReference;
      token.reported = true;
      break;
    case TokenKind::Unknown: return drop_stray(span, text, diagnostics);
    default: break;
  }
  return Slip::Kept;
}

}  // namespace ochrec::syntax
