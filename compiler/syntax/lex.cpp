#include "syntax/lex.hpp"

#include <algorithm>

#include "grammar/OchreLexer.h"
#include "syntax/codes.hpp"
#include "syntax/slips.hpp"

namespace ochrec::syntax {
namespace {

using grammar::OchreLexer;

static_assert(static_cast<std::size_t>(TokenKind::And) == OchreLexer::AND);
static_assert(static_cast<std::size_t>(TokenKind::Word) == OchreLexer::WORD);
static_assert(static_cast<std::size_t>(TokenKind::LeftBrace) == OchreLexer::LEFT_BRACE);
static_assert(static_cast<std::size_t>(TokenKind::Equal) == OchreLexer::EQUAL);
static_assert(static_cast<std::size_t>(TokenKind::Unknown) == OchreLexer::UNKNOWN);

/// The file's bytes as ANTLR's characters. Offsets stay byte offsets, and since the lexer's tables only cache
/// ASCII, all other bytes look alike: where one may stand, any may.
class Bytes final : public antlr4::CharStream {
 public:
  explicit Bytes(std::string_view text) : text_(text) {}

  void consume() override { ++at_; }
  std::size_t LA(ssize_t distance) override {
    const std::size_t place = distance > 0 ? at_ + static_cast<std::size_t>(distance) - 1
                                           : at_ - static_cast<std::size_t>(-distance);
    if (place >= text_.size()) return antlr4::IntStream::EOF;
    return std::min<std::size_t>(static_cast<unsigned char>(text_[place]), 0x7F);
  }
  ssize_t mark() override { return -1; }
  void release(ssize_t) override {}
  std::size_t index() override { return at_; }
  void seek(std::size_t index) override { at_ = std::min(index, text_.size()); }
  std::size_t size() override { return text_.size(); }
  std::string getSourceName() const override { return {}; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string toString() const override { return {}; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// Drives the generated lexer's tables directly: no token objects, no line counting.
class Scanner {
 public:
  Scanner(const base::SourceFile& source, base::Diagnostics& diagnostics, std::size_t most_tokens)
      : source_(source),
        diagnostics_(diagnostics),
        bytes_(source.text()),
        lexer_(&bytes_),
        most_tokens_(most_tokens) {}

  Tokens run() {
    auto* tables = lexer_.getInterpreter<antlr4::atn::LexerATNSimulator>();
    while (bytes_.index() < bytes_.size() && diagnostics_.error_count() < base::Diagnostics::limit &&
           !gave_up_) {
      const auto begin = static_cast<std::uint32_t>(bytes_.index());
      const auto kind = static_cast<TokenKind>(tables->match(&bytes_, OchreLexer::DEFAULT_MODE));
      place({begin, static_cast<std::uint32_t>(bytes_.index()), kind, first_on_line_, false});
    }
    const auto end = static_cast<std::uint32_t>(bytes_.size());
    result_.tokens.push_back(
        {end, end, TokenKind::End, true, drop_reported_ || bytes_.index() < bytes_.size()});
    pass_commas();
    return std::move(result_);
  }

 private:
  /// Documentation that stands before a comma is about what follows the comma.
  void pass_commas() {
    for (DocLine& line : result_.docs)
      if (!line.trailing && result_.tokens[line.next].kind == TokenKind::Comma) ++line.next;
  }

  void place(Token token) {
    switch (token.kind) {
      case TokenKind::Blank: break;
      case TokenKind::LineComment: keep_line_comment(token); break;
      case TokenKind::BlockComment: keep_block_comment(token); break;
      default: keep(token); return;
    }
    if (source_.text(span(token)).find('\n') != std::string_view::npos) first_on_line_ = true;
  }

  void keep(Token token) {
    const Slip slip = answer_slip(token, source_, diagnostics_);
    if (token.kind != TokenKind::Comma) first_on_line_ = false;  // a comma is layout to those who ask
    token.reported = token.reported || drop_reported_;
    const bool swallowed_rest = token.kind == TokenKind::MultilineString && token.reported;
    drop_reported_ = slip == Slip::DroppedAsBroken || swallowed_rest;
    if (slip != Slip::Kept) return;
    result_.tokens.push_back(token);
    count_nesting(token);
    if (result_.tokens.size() >= most_tokens_)
      give_up(file_too_large, token, "this file has too many words and signs");
  }

  void give_up(base::Code code, Token token, std::string why) {
    diagnostics_.report(code, span(token), std::move(why) + "; nothing after this place was read");
    gave_up_ = drop_reported_ = true;
  }

  void keep_line_comment(Token token) {
    const std::string_view text = source_.text(span(token));
    const bool doc = text.starts_with("///") && !text.starts_with("////");
    result_.comments.push_back({doc ? ast::Comment::Kind::Doc : ast::Comment::Kind::Line, span(token)});
    if (doc) result_.docs.push_back({span(token), result_.tokens.size(), !first_on_line_});
  }

  void keep_block_comment(Token token) {
    result_.comments.push_back({ast::Comment::Kind::Block, span(token)});
    const std::string_view text = source_.text(span(token));
    if (text.size() >= 4 && text.ends_with("*/")) return;
    diagnostics_
        .report(unclosed_comment, {source_.id(), token.begin, token.begin + 2},
                "this comment has no end, so the rest of the file is part of it")
        .with_help("close it with `*/`, or write `//` in front of each line");
    drop_reported_ = true;
  }

  void count_nesting(Token token) {
    switch (token.kind) {
      case TokenKind::LeftParen:
      case TokenKind::LeftBracket: ++nesting_; break;
      case TokenKind::RightParen:
      case TokenKind::RightBracket: nesting_ = nesting_ > 0 ? nesting_ - 1 : 0; break;
      case TokenKind::LeftBrace:
      case TokenKind::RightBrace: nesting_ = 0; break;
      default: break;
    }
    if (nesting_ > nesting_limit)
      give_up(too_deep, token, "parentheses nest more than " + std::to_string(nesting_limit) + " deep here");
  }

  base::Span span(Token token) const { return {source_.id(), token.begin, token.end}; }

  const base::SourceFile& source_;
  base::Diagnostics& diagnostics_;
  Bytes bytes_;
  OchreLexer lexer_;
  std::size_t most_tokens_;
  Tokens result_;
  std::size_t nesting_ = 0;
  bool first_on_line_ = true;
  bool drop_reported_ = false;
  bool gave_up_ = false;
};

}  // namespace

Tokens lex(const base::SourceFile& source, base::Diagnostics& diagnostics, std::size_t most_tokens) {
  return Scanner(source, diagnostics, most_tokens).run();
}

}  // namespace ochrec::syntax
