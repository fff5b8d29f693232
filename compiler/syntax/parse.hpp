// Text to syntax tree. Always returns a usable tree: what could not be read is left out, reported once, and
// the tree says where (`incomplete`). Names are not resolved and files not loaded here.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace ochrec::syntax {

ast::File parse(const base::SourceFile& source, base::Diagnostics& diagnostics);

}  // namespace ochrec::syntax
