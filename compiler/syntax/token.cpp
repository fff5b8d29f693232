#include "syntax/token.hpp"

#include <array>

namespace ochrec::syntax {
namespace {

// Indexed by kind; empty where the spelling varies.
constexpr std::array<std::string_view, static_cast<std::size_t>(TokenKind::SlipNotEqual) + 2> spellings = {
    "",       "and",         "or",     "not",     "in",    "like",   "is",    "null",  "true",    "false",
    "schema", "import",      "actor",  "enum",    "type",  "struct", "mixin", "model", "policy",  "restrict",
    "query",  "with",        "on",     "for",     "id",    "unique", "index", "check", "order",   "by",
    "table",  "soft_delete", "audit",  "changes", "where", "asc",    "desc",  "using", "include", "partition",
    "count",  "sql",         "",       "",        "",      "",       "",      "",      "{",       "}",
    "(",      ")",           "[",      "]",       ",",     ":",      ".",     "..",    "@",       "?",
    "=",      "->",          "$actor", "==",      "!=",    "<",      "<=",    ">",     ">=",      "+",
    "-",      "*",           "/",      "%",       "",      "",       "",      "||",    "&&",      "!",
    "<>",     "==="};

}  // namespace

std::string_view spelling(TokenKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < spellings.size() ? spellings[index] : std::string_view();
}

std::string describe(TokenKind kind) {
  switch (kind) {
    case TokenKind::Word: return "a name";
    case TokenKind::Integer: return "a whole number";
    case TokenKind::Decimal: return "a number";
    case TokenKind::String:
    case TokenKind::RawString:
    case TokenKind::MultilineString: return "a string";
    case TokenKind::End: return "the end of the file";
    default: break;
  }
  const std::string_view written = spelling(kind);
  return written.empty() ? "something else" : "`" + std::string(written) + "`";
}

}  // namespace ochrec::syntax
