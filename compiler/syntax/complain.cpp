// What to say when the text does not follow the grammar.
#include <algorithm>
#include <string>

#include "syntax/codes.hpp"
#include "syntax/file_parser.hpp"
#include "syntax/foreign_words.hpp"
#include "syntax/quote.hpp"

namespace ochrec::syntax {
namespace {

bool contains(const std::vector<TokenKind>& kinds, TokenKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// "a name, `(` or `)`"; empty when the list is too long to help.
std::string list_expected(const std::vector<TokenKind>& expected) {
  if (contains(expected, TokenKind::ActorReference)) return "an expression";
  std::vector<std::string> wanted;
  if (contains(expected, TokenKind::Word)) wanted.emplace_back("a name");
  for (const TokenKind kind : expected) {
    if (is_name(kind) && contains(expected, TokenKind::Word)) continue;
    if (is_string(kind) && kind != TokenKind::String) continue;
    wanted.push_back(describe(kind));
  }
  if (wanted.size() > 4) return {};
  std::string text;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (i > 0) text += i + 1 == wanted.size() ? " or " : ", ";
    text += wanted[i];
  }
  return text;
}

}  // namespace

const Context* FileParser::rule(Rule rule, std::string_view what) {
  const Context* context = rules_.parse(rule, at_);
  if (context != nullptr)
    at_ = rules_.next();
  else
    report_failure(at_, what);
  return context;
}

std::string FileParser::found(std::size_t index) const {
  if (token(index).kind == TokenKind::End) return "the end of the file";
  return quote(text(index));
}

base::Span FileParser::end_of_previous(std::size_t index) const {
  const std::uint32_t place = index > 0 ? token(index - 1).end : 0;
  return {source_.id(), place, place};
}

void FileParser::report_failure(std::size_t first, std::string_view what) {
  const std::size_t failed = rules_.failure().token;
  if (rules_.failure().too_long) {
    diagnostics_.report(file_too_large, span(first),
                        "this " + std::string(what) + " has more than " + std::to_string(rule_length_limit) +
                            " words and signs");
    return;
  }
  for (std::size_t i = first; i <= failed; ++i)
    if (token(i).reported) return;
  if (is_reported(span(failed))) return;
  const TokenKind before = failed > 0 ? token(failed - 1).kind : TokenKind::End;
  if (token(failed).kind == TokenKind::Assign && (is_name(before) || before == TokenKind::RightParen)) {
    report_assign(failed);
    return;
  }
  const std::string wanted = list_expected(rules_.failure().expected);
  if (!wanted.empty()) {
    explain_foreign(report_expected(failed, wanted), what, first, failed);
    return;
  }
  base::Diagnostic& finding = diagnostics_.report(
      unexpected, span(failed), found(failed) + " does not fit into this " + std::string(what));
  if (token(first).kind == TokenKind::Check && token(first + 1).kind == TokenKind::Colon)
    finding.with_help("a check has a name: `check name: …`");
  else
    explain_foreign(finding, what, first, failed);
}

void FileParser::report_assign(std::size_t index) {
  const bool named_argument =
      index >= 2 && is_name(token(index - 1).kind) &&
      (token(index - 2).kind == TokenKind::LeftParen || token(index - 2).kind == TokenKind::Comma);
  const std::string right = named_argument ? ":" : "==";
  diagnostics_.report(single_equals, span(index), "`=` gives stored names and types only")
      .with_help(named_argument ? "a named argument is written `name: value`" : "comparison is written `==`")
      .with_fix(span(index), right);
}

base::Diagnostic& FileParser::report_expected(std::size_t index, const std::string& wanted) {
  const TokenKind kind = token(index).kind;
  const bool missing = token(index).first_on_line || kind == TokenKind::End || kind == TokenKind::RightBrace;
  const base::Span where = missing ? end_of_previous(index) : span(index);
  base::Diagnostic& finding =
      diagnostics_.report(unexpected, where, "expected " + wanted + ", found " + found(index));
  if (kind == TokenKind::Dot && token(index + 1).kind == TokenKind::Integer)
    finding.with_help("a number has digits on both sides of its point: 0.5");
  return finding;
}

void FileParser::report_unknown_declaration() {
  if (token(at_).reported) return;
  if (kind() == TokenKind::RightBrace) {
    diagnostics_.report(missing_brace, span(at_), "this `}` closes nothing")
        .with_help("there is a `}` too many, here or before");
    return;
  }
  if (looks_like_field(at_)) {
    diagnostics_
        .report(unknown_declaration, span(at_), "the field " + found(at_) + " stands outside of a model")
        .with_help("there may be a `}` too many before it");
    return;
  }
  if (at_ > 0 && dashed_name(at_ - 1) > 0) {
    report_dashed_name(at_ - 1);
    return;
  }
  base::Diagnostic& finding =
      diagnostics_.report(unknown_declaration, span(at_), "expected a declaration, found " + found(at_));
  const auto near = is_name(kind()) ? meant_declaration(text(at_)) : std::nullopt;
  if (near)
    finding.with_help("did you mean `" + *near + "`?").with_fix(span(at_), *near);
  else
    finding.with_help("declarations begin with actor, enum, type, struct, mixin, model, policy or query");
}

void FileParser::report_unknown_member(MemberKind wanted) {
  if (token(at_).reported || is_reported(span(at_))) return;
  const TokenKind before = at_ > 0 ? token(at_ - 1).kind : TokenKind::End;
  const bool after_separator = before == TokenKind::LeftBrace || before == TokenKind::Comma;
  const bool statement = wanted == MemberKind::FieldOrStatement && is_name(kind());
  const bool like_field =
      looks_like_bare_field(at_) && kind(2) != TokenKind::LeftParen && kind(2) != TokenKind::Colon;
  const auto near = !statement   ? std::nullopt
                    : like_field ? misspelt_statement(text(at_))
                                 : meant_statement(text(at_));
  if (kind() == TokenKind::Comma) {
    diagnostics_.report(misplaced_comma, span(at_), "this comma separates nothing").with_fix(span(at_), "");
  } else if (!token(at_).first_on_line && !after_separator) {
    report_stray_in_line();
  } else if (dashed_name(at_) > 0) {
    report_dashed_name(at_);
  } else if (foreign_colon(at_) > 0 || (!near && looks_like_bare_field(at_) && !looks_like_field(at_ + 1))) {
    report_missing_colon();
  } else {
    const std::string what =
        wanted == MemberKind::Field ? "expected a field" : "expected a field or a statement";
    base::Diagnostic& finding =
        diagnostics_.report(unknown_member, span(at_), what + ", found " + found(at_));
    if (near)
      finding.with_help("did you mean `" + *near + "`?").with_fix(span(at_), *near);
    else
      explain_no_field(finding);
  }
}

void FileParser::explain_no_field(base::Diagnostic& finding) const {
  const base::Span word = span(at_);
  if (is_name(kind()) && looks_like_field(at_ + 1) && !token(at_ + 1).first_on_line) {
    finding.with_help("a field begins with its name: `" + std::string(text(at_ + 1)) + ": …`")
        .with_fix({word.file, word.begin, token(at_ + 1).begin}, "");
  } else if (is_string(kind()) && kind(1) == TokenKind::Colon) {
    const std::string_view quoted = source_.text(word);
    const std::string name(quoted.substr(1, quoted.size() - 2));
    finding.with_help("names need no quotes");
    if (kind() == TokenKind::String && name.find_first_of(" \\-.\"") == std::string::npos)
      finding.with_fix(word, name);
  } else if (kind() == TokenKind::At) {
    finding.with_help("attributes follow the type: `name: type @attribute`");
  } else {
    finding.with_help("a field is written `name: type`");
  }
}

// What the lexer has answered with the right spelling may still stand in a wrong place: one mistake all the
// same.
bool FileParser::is_reported(base::Span where) const {
  const auto& all = diagnostics_.all();
  return std::any_of(all.begin(), all.end(),
                     [&](const base::Diagnostic& finding) { return finding.span == where; });
}

void FileParser::report_stray_in_line() {
  if (kind() == TokenKind::Assign && is_after_type()) {
    base::Diagnostic& finding =
        diagnostics_.report(single_equals, span(at_), "`=` gives stored names and types only");
    finding.with_help("a default is an attribute: `@default(…)`");
    const bool sole = at_ + 2 >= tokens_.tokens.size() || token(at_ + 2).first_on_line ||
                      kind(2) == TokenKind::RightBrace || kind(2) == TokenKind::Comma;
    if (sole && kind(1) != TokenKind::End)
      finding.with_fix(base::cover(span(at_), span(at_ + 1)), "@default(" + std::string(text(at_ + 1)) + ")");
    return;
  }
  if (kind() == TokenKind::Assign) {
    report_assign(at_);
    return;
  }
  diagnostics_.report(unexpected, span(at_), found(at_) + " does not fit after " + found(at_ - 1))
      .with_help(std::string(help_for_stray()));
}

// `name: type =`, where other languages write a default.
bool FileParser::is_after_type() const {
  std::size_t line = at_;
  while (line > 0 && !token(line).first_on_line && token(line - 1).kind != TokenKind::Comma &&
         token(line - 1).kind != TokenKind::LeftBrace)
    --line;
  return is_name(token(line).kind) && token(line + 1).kind == TokenKind::Colon;
}

std::string_view FileParser::help_for_stray() const {
  std::size_t line = at_;
  while (line > 0 && !token(line).first_on_line) --line;
  const bool nameless_check =
      token(line).kind == TokenKind::Check && token(line + 1).kind == TokenKind::Colon;
  if (nameless_check) return "a check has a name: `check name: …`";
  switch (kind()) {
    case TokenKind::Not:
      if (kind(1) == TokenKind::Null) return "a field is required unless its type ends with `?`";
      return "`not` stands before the whole test: `not x in […]`";
    case TokenKind::Null: return "a field is optional when its type ends with `?`";
    case TokenKind::Like: return "`like` takes a pattern that is a string literal";
    case TokenKind::In: return "`in` takes a list: `in [a, b]`";
    case TokenKind::Is: return "`is` tests for null only: `is null`, `is not null`";
    default: break;
  }
  const bool pointed = kind() == TokenKind::Dot ? token(at_ - 1).kind == TokenKind::Integer
                                                : kind(1) == TokenKind::Dot && kind(2) == TokenKind::Integer;
  if (pointed) return "a number has digits on both sides of its point: 0.5";
  if (text(at_) == "between") return "write `x >= low and x <= high`";
  if (is_name(kind()) && token(line).kind == TokenKind::Check)
    return "conditions are joined with `and` or `or`";
  return is_name(kind()) ? "attributes begin with `@`; a new field begins with `name:`" : "";
}

void FileParser::report_missing_colon() {
  const std::size_t between = foreign_colon(at_);
  const base::Span after_name = {source_.id(), token(at_).end, token(at_).end};
  const base::Span sign = between == 0 ? after_name : base::cover(span(at_ + 1), span(at_ + between));
  for (const base::Diagnostic& finding : diagnostics_.all())  // `name; type`
    if (finding.span.file == source_.id() && finding.span.begin == after_name.begin) return;
  diagnostics_.report(missing_colon, sign, "a field has `:` between its name and its type")
      .with_help("write `" + std::string(text(at_)) + ": " + std::string(text(at_ + 1 + between)) + "`")
      .with_fix(between == 0 ? sign : base::cover(after_name, sign), ":");
}

std::size_t FileParser::foreign_colon(std::size_t index) const {
  if (!is_name(token(index).kind) || !token(index).first_on_line) return 0;
  const TokenKind sign = token(index + 1).kind;
  const bool fat = sign == TokenKind::Assign && token(index + 2).kind == TokenKind::Greater;
  const std::size_t between = fat ? 2 : 1;
  const bool known = sign == TokenKind::Assign || sign == TokenKind::Arrow;
  return known && is_name(token(index + 1 + between).kind) ? between : 0;
}

std::size_t FileParser::dashed_name(std::size_t index) const {
  const auto touch = [&](std::size_t at) { return token(at).end == token(at + 1).begin; };
  std::size_t end = index;
  while (is_name(token(end).kind) && token(end + 1).kind == TokenKind::Minus &&
         is_name(token(end + 2).kind) && touch(end) && touch(end + 1))
    end += 2;
  return end == index ? 0 : end - index + 1;
}

void FileParser::report_dashed_name(std::size_t index) {
  const base::Span name = base::cover(span(index), span(index + dashed_name(index) - 1));
  std::string ours(source_.text(name));
  std::replace(ours.begin(), ours.end(), '-', '_');
  diagnostics_.report(bad_name, name, quote(source_.text(name)) + " is not a name: it has `-`")
      .with_help("names are ASCII letters, digits and `_`: " + quote(ours))
      .with_fix(name, ours);
}

// A string without an end may have taken the brace with it.
bool FileParser::string_holds_brace(std::uint32_t from) const {
  const auto& all = diagnostics_.all();
  return std::any_of(all.begin(), all.end(), [&](const base::Diagnostic& finding) {
    return finding.code.id == unclosed_string.id && finding.span.file == source_.id() &&
           finding.span.begin >= from && source_.text(finding.span).find('}') != std::string_view::npos;
  });
}

void FileParser::report_missing_brace(const ast::Name& owner) {
  if (token(at_).reported || string_holds_brace(owner.span.begin)) return;
  const std::string of = owner.text.empty() ? "" : " of `" + owner.text + "`";
  base::Diagnostic& finding =
      diagnostics_.report(missing_brace, end_of_previous(at_), "the `}`" + of + " is missing");
  if (!owner.text.empty()) finding.with_related(owner.span, "it opens here");
  finding.with_fix(end_of_previous(at_), "\n}");
}

}  // namespace ochrec::syntax
