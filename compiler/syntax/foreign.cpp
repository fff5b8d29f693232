// Where the grammar broke off, it is often at what another language writes there. The help says how it is
// written here, and mends it where that is certain.
#include <string>

#include "syntax/file_parser.hpp"
#include "syntax/foreign_words.hpp"

namespace ochrec::syntax {

void FileParser::explain_foreign(base::Diagnostic& finding, std::string_view what, std::size_t first,
                                 std::size_t failed) const {
  if (what == "field") return explain_type(finding, first, failed);
  if (what == "attribute") return explain_argument(finding, first, failed);
  if (what == "enum value") return explain_enum_value(finding, first, failed);
  if (what == "import") return explain_import(finding, failed);
  if (what == "table") return explain_table(finding, failed);
  if (what == "order by" && failed == first + 1) {
    finding.with_help("rows are ordered with `order by`").with_fix(end_of_previous(failed), " by");
    return;
  }
  if (what == "model" || what == "mixin") return explain_mixins(finding, failed);
  if (what == "enum" && token(failed).kind == TokenKind::Colon)
    finding.with_help("the values of an enum are stored as text");
  else if (what == "check" && failed == first + 2)
    finding.with_help("a check has a name: `check name: …`");
  else if (what == "policy")
    finding.with_help("a policy is written `policy name on Model for read, update { condition }`");
  else if (what == "query" && failed == first + 2 && token(failed).kind == TokenKind::Arrow)
    finding.with_help("a query without parameters has `()` behind its name")
        .with_fix(end_of_previous(failed), "()");
}

// `import parts/common.ochre`
void FileParser::explain_import(base::Diagnostic& finding, std::size_t failed) const {
  std::size_t end = failed;
  while (token(end + 1).kind != TokenKind::End && !token(end + 1).first_on_line) ++end;
  if (token(failed).first_on_line || token(failed).kind == TokenKind::End) return;
  const base::Span path = base::cover(span(failed), span(end));
  const std::string quoted = '"' + std::string(source_.text(path)) + '"';
  if (quoted.find('"', 1) == quoted.size() - 1)
    finding.with_help("the file is named in quotes: `import " + quoted + "`").with_fix(path, quoted);
}

void FileParser::explain_table(base::Diagnostic& finding, std::size_t failed) const {
  if (!is_name(token(failed).kind)) return;
  const std::string quoted = '"' + std::string(text(failed)) + '"';
  finding.with_help("the name of a table stands in quotes: `table " + quoted + "`")
      .with_fix(span(failed), quoted);
}

void FileParser::explain_mixins(base::Diagnostic& finding, std::size_t failed) const {
  const bool word = is_name(token(failed).kind) && means_with(text(failed));
  if (!word && token(failed).kind != TokenKind::Colon) return;
  finding.with_help("the fields of a mixin are taken in by `with`")
      .with_fix(span(failed), word ? "with" : " with");
}

void FileParser::explain_type(base::Diagnostic& finding, std::size_t first, std::size_t failed) const {
  const TokenKind kind = token(failed).kind;
  const bool bracketed = kind == TokenKind::LeftBracket && failed == first + 2;
  if (bracketed && is_name(token(failed + 1).kind) && token(failed + 2).kind == TokenKind::RightBracket) {
    const std::string array = std::string(text(failed + 1)) + "[]";
    finding.with_help("an array is written `" + array + "`")
        .with_fix(base::cover(span(failed), span(failed + 2)), array);
  } else if (bracketed) {
    finding.with_help("an array is written `T[]`");
  } else if (kind == TokenKind::Integer && token(failed - 1).kind == TokenKind::LeftBracket) {
    finding.with_help("`" + std::string(text(first + 2)) + "[] @items(.." + std::string(text(failed)) +
                      ")` is an array of at most so many elements, `string(" + std::string(text(failed)) +
                      ")` a text of so many characters");
  } else if (kind == TokenKind::Comma && token(failed - 2).kind == TokenKind::Less) {
    finding.with_help("a map is `json`, or a model of its own with a key and a value");
  }
}

// `@range(>0)`, `@on_delete(set null)`, `@pattern([a-z]+)`
void FileParser::explain_argument(base::Diagnostic& finding, std::size_t first, std::size_t failed) const {
  const Token& wrong = token(failed);
  const Token& before = token(failed - 1);
  const bool opens = before.kind == TokenKind::LeftParen || before.kind == TokenKind::Comma;
  if (wrong.kind == TokenKind::Dot && before.kind == TokenKind::Dots) {
    finding.with_help("a range has two dots: `1..10`").with_fix(span(failed), "");
  } else if (opens && wrong.kind >= TokenKind::Less && wrong.kind <= TokenKind::GreaterEqual) {
    finding.with_help("a bound is written `1..` or `..10`, and `0<..` or `..<10` without the bound itself");
  } else if (is_name(wrong.kind) && is_name(before.kind) && !wrong.first_on_line && failed > first + 2) {
    const std::string joined = std::string(text(failed - 1)) + "_" + std::string(text(failed));
    finding.with_help("names of several words are joined by `_`: `" + joined + "`")
        .with_fix(base::cover(span(failed - 1), span(failed)), joined);
  } else if (text(first + 1) == "pattern" && token(first + 3).kind == TokenKind::LeftBracket) {
    finding.with_help("a pattern is a string, best a raw one: `@pattern(r\"[a-z]+\")`");
  }
}

void FileParser::explain_enum_value(base::Diagnostic& finding, std::size_t first, std::size_t failed) const {
  const TokenKind kind = token(failed).kind;
  if (is_string(kind) && failed == first) {
    finding.with_help("a value is a name, and what is stored for it may be another: `name = \"stored\"`");
  } else if (token(failed - 1).kind == TokenKind::Assign && (kind == TokenKind::Integer || is_name(kind))) {
    const std::string stored = '"' + std::string(text(failed)) + '"';
    finding.with_help("values are stored as text: `" + std::string(text(first)) + " = " + stored + "`")
        .with_fix(span(failed), stored);
  }
}

}  // namespace ochrec::syntax
