
#include "grammar/OchreParser.h"
#include "syntax/codes.hpp"
#include "syntax/read.hpp"

namespace ochrec::syntax {
namespace {

using grammar::OchreParser;

ast::Term read_term(const OchreParser::TermContext& term, Reading& reading) {
  ast::Term result;
  result.span = read_span(term, reading);
  result.expression = read_expression(*term.value, reading);
  if (term.direction != nullptr) {
    const bool descending = term.direction->getType() == OchreParser::DESC;
    result.direction = descending ? ast::Direction::Descending : ast::Direction::Ascending;
  }
  return result;
}

std::vector<ast::Term> read_terms(const std::vector<OchreParser::TermContext*>& terms, Reading& reading) {
  std::vector<ast::Term> result;
  result.reserve(terms.size());
  for (const auto* term : terms) result.push_back(read_term(*term, reading));
  return result;
}

std::vector<ast::Attribute> read_attributes(const std::vector<OchreParser::AttributeContext*>& attributes,
                                            Reading& reading) {
  std::vector<ast::Attribute> result;
  for (const auto* attribute : attributes) result.push_back(read_attribute(*attribute, reading));
  return result;
}

void refuse_second(bool present, std::string_view clause, const Context& where, const Reading& reading) {
  if (!present) return;
  reading.diagnostics.report(repeated_clause, read_span(where, reading),
                             "this index has two `" + std::string(clause) + "` clauses");
}

void read_clause(const OchreParser::IndexClauseContext& clause, ast::Index& index, Reading& reading) {
  if (clause.condition != nullptr) {
    refuse_second(index.where.has_value(), "where", clause, reading);
    index.where = read_expression(*clause.condition, reading);
  } else if (clause.method != nullptr) {
    refuse_second(index.method.has_value(), "using", clause, reading);
    index.method = read_name(*clause.method, reading);
  } else if (!clause.columns.empty()) {
    refuse_second(!index.include.empty(), "include", clause, reading);
    for (const auto* column : clause.columns) index.include.push_back(read_path(*column, reading));
  } else {
    refuse_second(!index.with.empty(), "with", clause, reading);
    for (const auto* option : clause.options_) index.with.push_back(read_argument(*option, reading));
  }
}

}  // namespace

ast::Field read_field_head(const Context& head, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::FieldHeadContext&>(head);
  ast::Field field;
  field.name = read_name(*rule.label, reading);
  field.type = read_type(*rule.value, reading);
  field.span = read_span(head, reading);
  return field;
}

ast::EnumValue read_enum_value_head(const Context& head, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::EnumValueHeadContext&>(head);
  ast::EnumValue value;
  value.name = read_name(*rule.label, reading);
  value.span = read_span(head, reading);
  if (rule.stored != nullptr) value.stored = read_text(*rule.stored, reading);
  return value;
}

ast::Id read_id_key(const Context& key, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::IdKeyContext&>(key);
  ast::Id id;
  id.terms = read_terms(rule.columns->entries, reading);
  id.attributes = read_attributes(rule.attributes, reading);
  id.span = read_span(key, reading);
  return id;
}

ast::Unique read_unique_key(const Context& key, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::UniqueKeyContext&>(key);
  ast::Unique unique;
  if (rule.label != nullptr) unique.name = read_name(*rule.label, reading);
  unique.terms = read_terms(rule.columns->entries, reading);
  if (rule.condition != nullptr) unique.where = read_expression(*rule.condition, reading);
  unique.attributes = read_attributes(rule.attributes, reading);
  unique.span = read_span(key, reading);
  return unique;
}

ast::Index read_index_key(const Context& key, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::IndexKeyContext&>(key);
  ast::Index index;
  if (rule.label != nullptr) index.name = read_name(*rule.label, reading);
  index.terms = read_terms(rule.columns->entries, reading);
  for (const auto* clause : rule.clauses) read_clause(*clause, index, reading);
  index.attributes = read_attributes(rule.attributes, reading);
  index.span = read_span(key, reading);
  return index;
}

ast::Check read_check_rule(const Context& rule_context, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::CheckRuleContext&>(rule_context);
  ast::Check check;
  check.name = read_name(*rule.label, reading);
  check.condition = read_expression(*rule.condition, reading);
  check.attributes = read_attributes(rule.attributes, reading);
  check.span = read_span(rule_context, reading);
  return check;
}

ast::OrderBy read_order_by(const Context& rule_context, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::OrderByContext&>(rule_context);
  ast::OrderBy order;
  order.terms = read_terms(rule.entries, reading);
  order.span = read_span(rule_context, reading);
  return order;
}

ast::Table read_table_name(const Context& rule_context, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::TableNameContext&>(rule_context);
  ast::Table table;
  table.name = read_text(*rule.value, reading);
  table.span = read_span(rule_context, reading);
  return table;
}

ast::SoftDelete read_soft_delete(const Context& rule_context, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::SoftDeleteContext&>(rule_context);
  ast::SoftDelete soft_delete;
  if (rule.target != nullptr) soft_delete.field = read_name(*rule.target, reading);
  soft_delete.span = read_span(rule_context, reading);
  return soft_delete;
}

}  // namespace ochrec::syntax
