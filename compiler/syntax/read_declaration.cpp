#include <utility>

#include "grammar/OchreParser.h"
#include "syntax/literal.hpp"
#include "syntax/read.hpp"

namespace ochrec::syntax {

using grammar::OchreParser;

ast::SchemaName read_schema_name(const Context& rule_context, const Reading& reading) {
  const auto& rule = static_cast<const OchreParser::SchemaNameContext&>(rule_context);
  return {{}, read_name(*rule.label, reading), read_span(rule_context, reading)};
}

ast::Import read_import_file(const Context& rule_context, const Reading& reading) {
  const auto& rule = static_cast<const OchreParser::ImportFileContext&>(rule_context);
  return {read_text(*rule.target, reading), read_span(rule_context, reading)};
}

ast::TypeAlias read_type_alias_head(const Context& head, const Reading& reading) {
  const auto& rule = static_cast<const OchreParser::TypeAliasHeadContext&>(head);
  ast::TypeAlias alias;
  alias.name = read_name(*rule.label, reading);
  alias.type = read_type(*rule.value, reading);
  alias.span = read_span(head, reading);
  return alias;
}

Head read_head(const Context& head, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::HeadContext&>(head);
  Head result;
  result.name = read_name(*rule.label, reading);
  for (const auto* attribute : rule.before) result.attributes.push_back(read_attribute(*attribute, reading));
  for (const auto* mixin : rule.mixins) result.mixins.push_back(read_name(*mixin, reading));
  for (const auto* attribute : rule.after) result.attributes.push_back(read_attribute(*attribute, reading));
  return result;
}

ast::Policy read_policy_head(const Context& head, const Reading& reading) {
  const auto& rule = static_cast<const OchreParser::PolicyHeadContext&>(head);
  ast::Policy policy;
  policy.restrict = rule.start->getType() == OchreParser::RESTRICT;
  policy.name = read_name(*rule.label, reading);
  policy.model = read_name(*rule.target, reading);
  for (const auto* operation : rule.operations) policy.operations.push_back(read_name(*operation, reading));
  policy.span = read_span(head, reading);
  return policy;
}

ast::SqlFence read_fence(const Context& fence, const Reading& reading) {
  const auto& rule = static_cast<const OchreParser::FenceContext&>(fence);
  ast::SqlFence result;
  if (rule.database != nullptr) result.database = read_name(*rule.database, reading);
  const base::Span span = read_span(*rule.body, reading);
  Literal literal = decode_literal(reading.source, span, reading.diagnostics);
  result.sql = {std::move(literal.value), span};
  result.line_begins = std::move(literal.line_begins);
  result.span = read_span(fence, reading);
  return result;
}

}  // namespace ochrec::syntax
