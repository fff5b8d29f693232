// The pieces of dump.hpp's text. Private to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/ast.hpp"

namespace ochrec::syntax {

std::string dump_string(std::string_view text);
std::string dump_doc(const ast::Doc& doc);
std::string dump_type(const ast::Type& type);
std::string dump_argument(const ast::Argument& argument);
std::string dump_range(const ast::Range& range);
std::string dump_attributes(const std::vector<ast::Attribute>& attributes);
std::string dump_member(const ast::Member& member);

}  // namespace ochrec::syntax
