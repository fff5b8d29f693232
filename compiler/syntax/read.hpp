// From a rule's context to the tree: one function per rule, named after it. A context is passed as ANTLR's
// plain rule context, so that this header does not see the generated parser; each function knows which one it
// gets.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"
#include "syntax/lex.hpp"
#include "syntax/rule_parser.hpp"

namespace antlr4 {
class Token;
}

namespace ochrec::syntax {

using Context = antlr4::ParserRuleContext;

/// What all readers need.
struct Reading {
  const base::SourceFile& source;
  base::Diagnostics& diagnostics;
  /// Levels of the expression tree above the one being read; bounded by `nesting_limit`.
  std::size_t depth = 0;

  std::string text(base::Span span) const { return std::string(source.text(span)); }
};

// read_word.cpp
base::Span read_span(const Context& context, const Reading& reading);
base::Span read_span(const antlr4::Token& token, const Reading& reading);
ast::Name read_name(const Context& name, const Reading& reading);
ast::Path read_path(const Context& path, const Reading& reading);
ast::Text read_text(const Context& text, const Reading& reading);
ast::Type read_type(const Context& type, const Reading& reading);

// read_expression.cpp
ast::Expression read_expression(const Context& expression, Reading& reading);
std::vector<ast::Expression> read_list(const Context& list, Reading& reading);

// read_argument.cpp
ast::Argument read_argument(const Context& argument, Reading& reading);
std::variant<ast::Expression, ast::Range> read_argument_value(const Context& value, Reading& reading);
ast::Attribute read_attribute(const Context& attribute, Reading& reading);

// read_member.cpp
ast::Field read_field_head(const Context& head, Reading& reading);
ast::EnumValue read_enum_value_head(const Context& head, Reading& reading);
ast::Id read_id_key(const Context& key, Reading& reading);
ast::Unique read_unique_key(const Context& key, Reading& reading);
ast::Index read_index_key(const Context& key, Reading& reading);
ast::Check read_check_rule(const Context& rule, Reading& reading);
ast::OrderBy read_order_by(const Context& rule, Reading& reading);
ast::Table read_table_name(const Context& rule, Reading& reading);
ast::SoftDelete read_soft_delete(const Context& rule, Reading& reading);

// read_partition.cpp
ast::Partition read_partition_head(const Context& head, Reading& reading);
/// Nothing when the value is neither a range, a list nor `default`, which is reported.
std::optional<ast::PartitionPart> read_partition_part(const Context& part, Reading& reading);

// read_declaration.cpp
ast::SchemaName read_schema_name(const Context& rule, const Reading& reading);
ast::Import read_import_file(const Context& rule, const Reading& reading);
ast::TypeAlias read_type_alias_head(const Context& head, const Reading& reading);
/// Name, attributes and mixins of an enum, struct, mixin or model.
struct Head {
  ast::Name name;
  std::vector<ast::Attribute> attributes;
  std::vector<ast::Name> mixins;
};
Head read_head(const Context& head, Reading& reading);
ast::Policy read_policy_head(const Context& head, const Reading& reading);
ast::SqlFence read_fence(const Context& fence, const Reading& reading);

}  // namespace ochrec::syntax
