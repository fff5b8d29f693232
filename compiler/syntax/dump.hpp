// The tree as text, places and layout left out: two files mean the same to every later stage exactly when
// their dumps are equal. For tests, and for looking at what was read.
#pragma once

#include <string>

#include "syntax/ast.hpp"

namespace ochrec::syntax {

/// One declaration or member a line, nested by indentation.
std::string dump(const ast::File& file);

std::string dump(const ast::Expression& expression);

}  // namespace ochrec::syntax
