// The words and signs of a file as compact values. Which characters make them is grammar/OchreLexer.g4's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "syntax/ast_names.hpp"

namespace ochrec::syntax {

/// In the order of the grammar's tokens, whose numbers these are.
enum class TokenKind : std::uint8_t {
  And = 1,
  Or,
  Not,
  In,
  Like,
  Is,
  Null,
  True,
  False,
  Schema,
  Import,
  Actor,
  Enum,
  Type,
  Struct,
  Mixin,
  Model,
  Policy,
  Restrict,
  Query,
  With,
  On,
  For,
  Id,
  Unique,
  Index,
  Check,
  Order,
  By,
  Table,
  SoftDelete,
  Audit,
  Changes,
  Where,
  Asc,
  Desc,
  Using,
  Include,
  Partition,
  Count,
  Sql,
  Word,
  Integer,
  Decimal,
  String,
  RawString,
  MultilineString,
  LeftBrace,
  RightBrace,
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  Comma,
  Colon,
  Dot,
  Dots,
  At,
  Question,
  Assign,
  Arrow,
  ActorReference,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Plus,
  Minus,
  Star,
  Slash,
  Percent,
  Blank,
  LineComment,
  BlockComment,
  SlipOr,
  SlipAnd,
  SlipNot,
  SlipNotEqual,
  SlipEqual,
  SlipSingleQuoted,
  SlipBackquoted,
  SlipSemicolon,
  SlipNumber,
  SlipDollar,
  Unknown,
  End = 255
};

/// How a kind is always written (`model`, `==`); empty for kinds with many spellings.
std::string_view spelling(TokenKind kind);

/// What a kind is called in a sentence: "`model`", "a name", "a string", "the end of the file".
std::string describe(TokenKind kind);

/// Any word may name a declaration or a field.
constexpr bool is_name(TokenKind kind) { return kind >= TokenKind::And && kind <= TokenKind::Word; }

constexpr bool is_string(TokenKind kind) {
  return kind >= TokenKind::String && kind <= TokenKind::MultilineString;
}

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::End;
  bool first_on_line = false;
  bool reported = false;  // it, or what stood before it, is wrong and has been reported
};

/// A `///` comment, between the tokens `next - 1` and `next`.
struct DocLine {
  base::Span span;
  std::size_t next = 0;
  bool trailing = false;  // code stands before it on its line
};

/// One file, cut up. `tokens` always ends with an `End`.
struct Tokens {
  std::vector<Token> tokens;
  std::vector<ast::Comment> comments;
  std::vector<DocLine> docs;
};

}  // namespace ochrec::syntax
