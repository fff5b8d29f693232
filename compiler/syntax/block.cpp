// Braces, and where to go on after a mistake.
#include "syntax/codes.hpp"
#include "syntax/file_parser.hpp"
#include "syntax/foreign_words.hpp"

namespace ochrec::syntax {

bool FileParser::block(const ast::Name& owner, const std::function<bool()>& item) {
  bool whole = open(TokenKind::LeftBrace, owner.text);
  if (!whole && !(skip_to_brace() && accept(TokenKind::LeftBrace))) {
    skip_to_declaration();
    return false;
  }
  while (!accept(TokenKind::RightBrace)) {
    if (too_many_errors()) return false;
    if (at_end() || looks_like_declaration(at_)) {
      report_missing_brace(owner);
      return false;
    }
    const std::size_t before = at_;
    whole = item() && whole;
    if (at_ == before) ++at_;
  }
  return whole;
}

bool FileParser::open(TokenKind bracket, std::string_view after) {
  if (accept(bracket)) return true;
  if (!token(at_).reported)
    report_expected(at_, describe(bracket) + (after.empty() ? "" : " after `" + std::string(after) + "`"));
  return false;
}

bool FileParser::accept(TokenKind wanted) {
  if (kind() != wanted) return false;
  ++at_;
  return true;
}

base::Span FileParser::span_from(std::size_t first) const {
  return {source_.id(), token(first).begin, token(at_ > first ? at_ - 1 : first).end};
}

bool FileParser::looks_like_field(std::size_t index) const {
  return is_name(token(index).kind) && token(index + 1).kind == TokenKind::Colon;
}

bool FileParser::looks_like_statement(std::size_t index) const {
  const TokenKind next = token(index + 1).kind;
  const bool named = is_name(next);
  switch (token(index).kind) {
    case TokenKind::Id: return next == TokenKind::LeftParen;
    case TokenKind::Unique:
    case TokenKind::Index:
      return next == TokenKind::LeftParen || (named && token(index + 2).kind == TokenKind::LeftParen);
    case TokenKind::Check: return named && token(index + 2).kind == TokenKind::Colon;
    case TokenKind::Order:
    case TokenKind::Partition: return next == TokenKind::By;
    case TokenKind::Table: return is_string(next);
    case TokenKind::SoftDelete:
    case TokenKind::Audit:
    case TokenKind::Changes: return next != TokenKind::Colon;
    case TokenKind::On: return named && token(index + 2).kind == TokenKind::LeftBrace;
    default: return false;
  }
}

bool FileParser::looks_like_bare_field(std::size_t index) const {
  const TokenKind kind = token(index).kind;
  const bool statement_with_name = kind == TokenKind::Unique || kind == TokenKind::Index ||
                                   kind == TokenKind::Check || kind == TokenKind::On;
  return is_name(kind) && !statement_with_name && is_name(token(index + 1).kind) &&
         !token(index + 1).first_on_line && !looks_like_statement(index);
}

bool FileParser::begins_instead_of_type(std::size_t index) const {
  const bool list =
      token(index + 1).kind == TokenKind::LeftParen && token(index + 2).kind != TokenKind::Integer;
  switch (token(index).first_on_line ? token(index).kind : TokenKind::End) {
    case TokenKind::Id:
    case TokenKind::Unique:
    case TokenKind::Index: return list || begins_instead_of_word(index);
    case TokenKind::Table:
    case TokenKind::On: return looks_like_statement(index) || begins_instead_of_word(index);
    default: return begins_instead_of_word(index);
  }
}

bool FileParser::begins_instead_of_word(std::size_t index) const {
  if (!token(index).first_on_line) return false;
  const TokenKind kind = token(index).kind;
  // `@actor {`, `@query id (…)`, `type T = restrict` and then `policy …`, `@model` and then `actor {`
  const bool may_be_word = kind == TokenKind::Actor || kind == TokenKind::Query ||
                           kind == TokenKind::Restrict || token(index + 1).kind == TokenKind::Actor;
  return looks_like_field(index) || (!may_be_word && looks_like_declaration(index));
}

bool FileParser::looks_like_table(std::size_t index) const {
  const bool ends = token(index + 2).first_on_line || token(index + 2).kind == TokenKind::RightBrace;
  return token(index).kind == TokenKind::Table && is_name(token(index + 1).kind) && ends;
}

bool FileParser::looks_like_order(std::size_t index) const {
  const TokenKind behind = token(index + 2).kind;
  return token(index).kind == TokenKind::Order && is_name(token(index + 1).kind) &&
         (behind == TokenKind::Asc || behind == TokenKind::Desc || behind == TokenKind::Comma);
}

bool FileParser::looks_like_slip(std::size_t index) const {
  const TokenKind kind = token(index).kind;
  if (!token(index).first_on_line) return false;
  if (is_string(kind)) return token(index + 1).kind == TokenKind::Colon;
  if (!is_name(kind) || kind <= TokenKind::False) return false;
  if (foreign_colon(index) > 0 || dashed_name(index) > 0) return true;
  if (looks_like_bare_field(index)) return true;
  const Token& next = token(index + 1);
  const bool alone = next.first_on_line || next.kind == TokenKind::RightBrace;
  const bool shaped = alone || next.kind == TokenKind::LeftParen ||
                      (is_name(next.kind) && token(index + 2).kind == TokenKind::Colon);
  return shaped && meant_statement(text(index));
}

std::size_t FileParser::slip_length(std::size_t index) const {
  if (const std::size_t dashed = dashed_name(index); dashed > 0) return dashed;
  const bool misspelt =
      is_name(token(index).kind) && looks_like_field(index + 1) && meant_statement(text(index));
  return misspelt ? 3 : 1;
}

bool FileParser::hides_names(std::size_t first) const {
  for (std::size_t index = first + slip_length(first); index < at_; ++index)
    if (looks_like_field(index) && token(index - 1).kind != TokenKind::Check) return true;
  if (looks_like_field(first)) return false;
  const TokenKind kind = token(first).kind;
  if (kind == TokenKind::On || (kind > TokenKind::Id && kind <= TokenKind::Changes)) return false;
  const bool begins = token(first).first_on_line || token(first - 1).kind == TokenKind::LeftBrace ||
                      token(first - 1).kind == TokenKind::Comma;
  const auto meant = is_name(kind) ? meant_statement(text(first)) : std::nullopt;
  return kind == TokenKind::Id || (begins && is_name(kind) && (!meant || meant == "id"));
}

void FileParser::skip_to_declaration() {
  const std::size_t first = at_;
  std::size_t braces = 0;
  const auto header = [&] {
    return token(at_).first_on_line &&
           ((kind() == TokenKind::Import && is_string(kind(1))) ||
            (kind() == TokenKind::Schema && is_name(kind(1)) && kind(2) != TokenKind::Colon));
  };
  while (!at_end() && !header() && !looks_like_declaration(at_) &&
         (braces > 0 || !looks_like_foreign_declaration(at_))) {
    if (kind() == TokenKind::LeftBrace) ++braces;
    if (kind() == TokenKind::RightBrace && braces > 0) --braces;
    ++at_;
  }
  docs_.forget(first, at_ - 1);
}

bool FileParser::hides_declarations(std::size_t first) const {
  for (std::size_t index = first + 1; index < at_; ++index) {
    const TokenKind kind = token(index).kind;
    if (token(index).first_on_line && kind >= TokenKind::Actor && kind <= TokenKind::Model) return true;
  }
  return false;
}

void FileParser::skip_to_member(std::size_t from) {
  const std::size_t first = at_;
  std::size_t braces = 0;
  std::size_t parens = 0;
  for (at_ = from; !at_end(); ++at_) {
    const bool fresh_line = token(at_).first_on_line;
    if (kind() == TokenKind::RightBrace && braces == 0) break;
    if (fresh_line && looks_like_declaration(at_)) break;
    if (braces == 0 && fresh_line && (looks_like_field(at_) || looks_like_statement(at_))) break;
    if (braces == 0 && parens == 0 && (looks_like_field(at_) || looks_like_slip(at_))) break;
    switch (kind()) {
      case TokenKind::LeftBrace: ++braces; break;
      case TokenKind::RightBrace: --braces; break;
      case TokenKind::LeftParen:
      case TokenKind::LeftBracket: ++parens; break;
      case TokenKind::RightParen:
      case TokenKind::RightBracket: parens -= parens > 0 ? 1 : 0; break;
      default: break;
    }
  }
  if (at_ > first) docs_.forget(first, at_ - 1);
}

void FileParser::skip_to_attribute_or_member(std::size_t from) {
  const std::size_t broken = at_;
  skip_to_member(from);
  const std::size_t member = at_;
  std::size_t parens = 0;
  for (at_ = from; at_ < member; ++at_) {
    if (kind() == TokenKind::At && parens == 0 && at_ > broken) return;
    if (kind() == TokenKind::LeftParen) ++parens;
    if (kind() == TokenKind::RightParen && parens > 0) --parens;
  }
}

bool FileParser::skip_to_brace() {
  while (!at_end() && kind() != TokenKind::LeftBrace && kind() != TokenKind::RightBrace &&
         !looks_like_declaration(at_))
    ++at_;
  return kind() == TokenKind::LeftBrace;
}

}  // namespace ochrec::syntax
