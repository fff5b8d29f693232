// Whether a declaration begins at a token. Looks at its whole head: inside an enum all the words of one could
// be values (`enum Part { model, with, type }`), but never in this order with these signs.
#include "syntax/file_parser.hpp"

namespace ochrec::syntax {
namespace {

/// Walks over tokens without reading them.
class Look {
 public:
  Look(const std::vector<Token>& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  bool is(TokenKind kind) const { return tokens_[std::min(at_, tokens_.size() - 1)].kind == kind; }
  bool is_any_name() const { return is_name(tokens_[std::min(at_, tokens_.size() - 1)].kind); }
  bool sign(TokenKind kind) {
    const bool there = is(kind);
    if (there) ++at_;
    return there;
  }
  bool name() {
    const bool there = is_any_name();
    if (there) ++at_;
    return there;
  }
  bool names() {
    do {
      if (!name()) return false;
    } while (sign(TokenKind::Comma));
    return true;
  }
  void attributes() {
    while (sign(TokenKind::At) && name()) {
      if (!sign(TokenKind::LeftParen)) continue;
      for (std::size_t open = 1; open > 0; ++at_) {
        if (is(TokenKind::End) || is(TokenKind::LeftBrace) || is(TokenKind::RightBrace)) return;
        if (is(TokenKind::LeftParen)) ++open;
        if (is(TokenKind::RightParen)) --open;
      }
    }
  }

 private:
  const std::vector<Token>& tokens_;
  std::size_t at_;
};

bool begins_head(Look& look) {
  if (!look.name()) return false;
  look.attributes();
  if (look.sign(TokenKind::With) && !look.names()) return false;
  look.attributes();
  return look.is(TokenKind::LeftBrace);
}

bool begins_policy(Look& look) {
  if (!look.name() || !look.sign(TokenKind::On) || !look.name()) return false;
  if (look.sign(TokenKind::For) && !look.names()) return false;
  return look.is(TokenKind::LeftBrace);
}

}  // namespace

bool FileParser::looks_like_declaration(std::size_t index) const {
  Look look(tokens_.tokens, index + 1);
  switch (token(index).kind) {
    case TokenKind::Actor: return look.is(TokenKind::LeftBrace);
    case TokenKind::Enum:
    case TokenKind::Struct:
    case TokenKind::Mixin:
    case TokenKind::Model: return begins_head(look);
    case TokenKind::Type: return look.name() && look.sign(TokenKind::Assign) && look.is_any_name();
    case TokenKind::Policy: return begins_policy(look);
    case TokenKind::Restrict: return look.sign(TokenKind::Policy) && begins_policy(look);
    case TokenKind::Query: return look.name() && look.is(TokenKind::LeftParen);
    default: return false;
  }
}

bool FileParser::looks_like_foreign_declaration(std::size_t index) const {
  return token(index).first_on_line && is_name(token(index).kind) && is_name(token(index + 1).kind) &&
         !token(index + 1).first_on_line && token(index + 2).kind == TokenKind::LeftBrace;
}

}  // namespace ochrec::syntax
