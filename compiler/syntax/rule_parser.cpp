#include "syntax/rule_parser.hpp"

#include <deque>

#include "grammar/OchreParser.h"

namespace ochrec::syntax {
namespace {

using grammar::OchreParser;

/// A token as ANTLR wants it: a number and a kind; everything else is looked up.
class Sign final : public antlr4::Token {
 public:
  Sign(const syntax::Token& token, std::size_t index) : token_(token), index_(index) {}

  std::size_t getType() const override {
    return token_.kind == TokenKind::End ? antlr4::Token::EOF : static_cast<std::size_t>(token_.kind);
  }
  std::size_t getTokenIndex() const override { return index_; }
  std::size_t getStartIndex() const override { return token_.begin; }
  std::size_t getStopIndex() const override { return token_.end; }  // one past, as everywhere in Ochre
  std::size_t getChannel() const override { return antlr4::Token::DEFAULT_CHANNEL; }
  std::size_t getLine() const override { return 0; }
  std::size_t getCharPositionInLine() const override { return 0; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  antlr4::CharStream* getInputStream() const override { return nullptr; }
  std::string getText() const override { return {}; }
  std::string toString() const override { return {}; }

 private:
  const syntax::Token& token_;
  std::size_t index_;
};

/// Not one of ANTLR's exceptions: the generated rules let it pass.
struct Stopped {
  Failure failure;
};

/// The file's tokens, made into objects only where the current rule looks.
class Window final : public antlr4::TokenStream {
 public:
  explicit Window(const std::vector<Token>& tokens) : tokens_(tokens) {}

  void open(std::size_t first) {
    signs_.clear();
    first_ = first > 0 ? first - 1 : 0;  // the rule may ask what stood before it
    at_ = first;
  }

  antlr4::Token* LT(ssize_t distance) override {
    if (distance > 0) return sign(at_ + static_cast<std::size_t>(distance) - 1);
    const auto back = static_cast<std::size_t>(-distance);
    return back <= at_ - first_ ? sign(at_ - back) : nullptr;
  }
  std::size_t LA(ssize_t distance) override { return LT(distance)->getType(); }
  antlr4::Token* get(std::size_t index) const override { return const_cast<Window*>(this)->sign(index); }
  void consume() override {
    if (at_ + 1 < tokens_.size()) ++at_;
  }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  std::size_t index() override { return at_; }
  void seek(std::size_t index) override { at_ = std::min(index, tokens_.size() - 1); }
  std::size_t size() override { return tokens_.size(); }
  std::string getSourceName() const override { return {}; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(antlr4::RuleContext*) override { return {}; }
  std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }

 private:
  antlr4::Token* sign(std::size_t index) {
    index = std::min(index, tokens_.size() - 1);
    if (index - first_ > rule_length_limit) throw Stopped{{index, {}, true}};
    while (first_ + signs_.size() <= index)
      signs_.emplace_back(tokens_[first_ + signs_.size()], first_ + signs_.size());
    return &signs_[index - first_];
  }

  const std::vector<Token>& tokens_;
  std::deque<Sign> signs_;
  std::size_t first_ = 0;
  std::size_t at_ = 0;
};

/// Inserts nothing, deletes nothing, reports nothing: stops.
class StopAtFirst final : public antlr4::ANTLRErrorStrategy {
 public:
  antlr4::Token* recoverInline(antlr4::Parser* parser) override { stop(parser, parser->getCurrentToken()); }
  void recover(antlr4::Parser* parser, std::exception_ptr error) override {
    try {
      std::rethrow_exception(error);
    } catch (const antlr4::RecognitionException& known) {
      stop(parser, known.getOffendingToken());
    }
  }
  void reset(antlr4::Parser*) override {}
  void sync(antlr4::Parser*) override {}
  bool inErrorRecoveryMode(antlr4::Parser*) override { return false; }
  void reportMatch(antlr4::Parser*) override {}
  void reportError(antlr4::Parser*, const antlr4::RecognitionException&) override {}

 private:
  [[noreturn]] static void stop(antlr4::Parser* parser, const antlr4::Token* offending) {
    Failure failure{offending->getTokenIndex(), {}, false};
    const bool here = offending == parser->getCurrentToken();
    const auto& atn = parser->getATN();
    if (here) {
      const antlr4::misc::IntervalSet set = atn.nextTokens(atn.states[parser->getState()]);
      if (!set.contains(antlr4::Token::EPSILON))
        for (const ssize_t kind : set.toList())
          if (kind > 0) failure.expected.push_back(static_cast<TokenKind>(kind));
    }
    throw Stopped{std::move(failure)};
  }
};

}  // namespace

class RuleParser::Machine {
 public:
  explicit Machine(const Tokens& tokens) : window_(tokens.tokens), parser_(&window_) {
    parser_.removeErrorListeners();
    parser_.setErrorHandler(std::make_shared<StopAtFirst>());
    parser_.setBuildParseTree(false);  // labels carry all that is read
  }

  /// The fast prediction mode first; it may stop where the full one would not, so a failure is tried again.
  const antlr4::ParserRuleContext* parse(Rule rule, std::size_t first) {
    const antlr4::ParserRuleContext* tree = attempt(rule, first, antlr4::atn::PredictionMode::SLL);
    return tree != nullptr || failure_.too_long ? tree
                                                : attempt(rule, first, antlr4::atn::PredictionMode::LL);
  }

  std::size_t next() { return window_.index(); }
  const Failure& failure() const { return failure_; }

 private:
  const antlr4::ParserRuleContext* attempt(Rule rule, std::size_t first, antlr4::atn::PredictionMode mode) {
    window_.open(first);
    parser_.getTreeTracker().reset();
    parser_.setContext(nullptr);
    parser_.setState(antlr4::atn::ATNState::INVALID_STATE_NUMBER);
    parser_.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(mode);
    try {
      return call(rule);
    } catch (Stopped& stopped) {
      failure_ = std::move(stopped.failure);
      return nullptr;
    }
  }

  const antlr4::ParserRuleContext* call(Rule rule) {
    switch (rule) {
      case Rule::SchemaName: return parser_.schemaName();
      case Rule::ImportFile: return parser_.importFile();
      case Rule::TypeAliasHead: return parser_.typeAliasHead();
      case Rule::Head: return parser_.head();
      case Rule::PolicyHead: return parser_.policyHead();
      case Rule::QueryHead: return parser_.queryHead();
      case Rule::Fence: return parser_.fence();
      case Rule::EnumValueHead: return parser_.enumValueHead();
      case Rule::FieldHead: return parser_.fieldHead();
      case Rule::Attribute: return parser_.attribute();
      case Rule::IdKey: return parser_.idKey();
      case Rule::UniqueKey: return parser_.uniqueKey();
      case Rule::IndexKey: return parser_.indexKey();
      case Rule::CheckRule: return parser_.checkRule();
      case Rule::OrderBy: return parser_.orderBy();
      case Rule::TableName: return parser_.tableName();
      case Rule::SoftDelete: return parser_.softDelete();
      case Rule::PartitionHead: return parser_.partitionHead();
      case Rule::PartitionPart: return parser_.partitionPart();
      case Rule::Name: return parser_.name();
      case Rule::Expression: return parser_.expression();
    }
    return nullptr;
  }

  Window window_;
  OchreParser parser_;
  Failure failure_;
};

RuleParser::RuleParser(const Tokens& tokens) : machine_(std::make_unique<Machine>(tokens)) {}
RuleParser::~RuleParser() = default;

const antlr4::ParserRuleContext* RuleParser::parse(Rule rule, std::size_t first) {
  return machine_->parse(rule, first);
}
std::size_t RuleParser::next() const { return machine_->next(); }
const Failure& RuleParser::failure() const { return machine_->failure(); }

}  // namespace ochrec::syntax
