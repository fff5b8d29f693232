// What other languages and databases call our types, attributes, functions and operations, so that who comes
// from there is told how it is written here. The words of declarations are syntax's.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

enum class Foreign : unsigned char { Type, Attribute, Function, Operation, Value };

/// Help for a name that nothing here has, with an edit where one word takes its place. False when no other
/// language is known to use it so.
bool explain_foreign(Foreign what, base::Diagnostic& finding, const ast::Name& written);

}  // namespace ochrec::sema
