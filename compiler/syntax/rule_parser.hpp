// Runs one rule of the grammar at one place of a file's tokens. Stops at the first mistake: what to say about
// it, and where to go on, is the caller's. ANTLR stays inside.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "syntax/token.hpp"

namespace antlr4 {
class ParserRuleContext;
}

namespace ochrec::syntax {

/// The rules that are called from outside the grammar.
enum class Rule : std::uint8_t {
  SchemaName,
  ImportFile,
  TypeAliasHead,
  Head,
  PolicyHead,
  QueryHead,
  Fence,
  EnumValueHead,
  FieldHead,
  Attribute,
  IdKey,
  UniqueKey,
  IndexKey,
  CheckRule,
  OrderBy,
  TableName,
  SoftDelete,
  PartitionHead,
  PartitionPart,
  Name,
  Expression
};

/// How many tokens one rule may read: its contexts take a hundred times the memory of the text.
inline constexpr std::size_t rule_length_limit = 1'000'000;

/// Where a rule broke off, and what could have stood there.
struct Failure {
  std::size_t token = 0;
  std::vector<TokenKind> expected;  // empty when the list would mislead
  bool too_long = false;            // nothing is wrong but that the rule reads more than `rule_length_limit`
};

class RuleParser {
 public:
  explicit RuleParser(const Tokens& tokens);
  ~RuleParser();
  RuleParser(const RuleParser&) = delete;
  RuleParser& operator=(const RuleParser&) = delete;

  /// The rule's context (grammar::OchreParser::…Context), or null and `failure()`. It lives until the next
  /// call.
  const antlr4::ParserRuleContext* parse(Rule rule, std::size_t first);

  /// The first token after what the last successful call read.
  std::size_t next() const;
  const Failure& failure() const;

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace ochrec::syntax
