// The text of each construct, on as few lines as it needs; where those stand is layout.hpp's. A construct
// with comments inside is not taken apart: it keeps its own lines.
#pragma once

#include <string>
#include <vector>

#include "format/layout.hpp"
#include "format/original.hpp"
#include "syntax/ast.hpp"

namespace ochrec::format {

/// Lines longer than this are broken where the language allows it.
inline constexpr std::size_t line_width = 110;
inline constexpr std::size_t indent_step = 2;

// write_expression.cpp
std::string write(const ast::Expression& expression, const Original& original);
std::string write(const std::vector<ast::Expression>& items, const Original& original);
/// A string literal as it stands in the file.
std::string write_literal(base::Span span, const Original& original);
/// Broken at its outermost `and` or `or`, one operand a line, when it does not fit behind `before`.
std::string write_condition(const std::string& before, const ast::Expression& condition, std::size_t indent,
                            const Original& original);

// write_attribute.cpp
std::string write(const ast::Range& range, const Original& original);
std::string write(const ast::Argument& argument, const Original& original);
/// Joined by blanks, without one in front.
std::string write(const std::vector<ast::Attribute>& attributes, const Original& original);
std::string write(const ast::Type& type);

// write_member.cpp
Part part_of(const ast::Field& field, std::size_t indent, const Original& original);
Part part_of(const ast::EnumValue& value, std::size_t indent, const Original& original);
Part part_of(const ast::Member& member, std::size_t indent, const Original& original);

// write_statement.cpp
std::string write_statement(const ast::Member& statement, std::size_t indent, const Original& original);

// write_block.cpp
/// `{ a, b }` if the original has it on one line without comments and it fits, else one part a line;
/// statements share no line. `braces` reaches from the opening to behind the closing one; `before` stands in
/// front, blank included.
std::string write_block(const std::string& before, const std::vector<Part>& parts, base::Span braces,
                        std::size_t indent, const Original& original);

// write_declaration.cpp
Part part_of(const ast::Declaration& declaration, const Original& original);

// write_query.cpp
std::string write_query(const ast::Query& query, const Original& original);

}  // namespace ochrec::format
