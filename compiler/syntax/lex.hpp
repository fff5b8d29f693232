// Text to tokens. Reports what no token may be (stray characters, unclosed strings) and puts the right token
// in place of a common slip, so that the parser does not stumble over it again. Comments are kept aside.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/token.hpp"

namespace ochrec::syntax {

/// Stops early, with an `End`, when the error limit is reached or parentheses nest beyond `nesting_limit`.
Tokens lex(const base::SourceFile& source, base::Diagnostics& diagnostics);

/// How deep parentheses, and operators in a row, may nest: later stages recurse over what they enclose.
inline constexpr std::size_t nesting_limit = 500;

}  // namespace ochrec::syntax
