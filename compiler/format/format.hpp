// The canonical layout of a schema file: two spaces of indentation, fields in aligned columns, no commas at
// line ends, a blank line between declarations of several lines. Comments stay where they were; what the file
// means does not change.
#pragma once

#include <string>

#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace ochrec::format {

/// The new text of `source`, whose tree `file` is. Formatting the result again changes nothing. For files
/// that were read without errors: what could not be read would be lost.
std::string format(const ast::File& file, const base::SourceFile& source);

}  // namespace ochrec::format
