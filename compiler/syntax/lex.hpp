// Text to tokens. Reports what no token may be (stray characters, unclosed strings) and puts the right token
// in place of a common slip, so that the parser does not stumble over it again. Comments are kept aside.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/token.hpp"

namespace ochrec::syntax {

/// How deep parentheses, and operators in a row, may nest: later stages recurse over what they enclose.
inline constexpr std::size_t nesting_limit = 500;

/// A file of 64 MB has fewer, unless it is made of the shortest words only to fill memory.
inline constexpr std::size_t token_limit = 24'000'000;

/// Stops early, with an `End`, when the error limit is reached, when parentheses nest beyond `nesting_limit`,
/// and at `most_tokens`.
Tokens lex(const base::SourceFile& source, base::Diagnostics& diagnostics,
           std::size_t most_tokens = token_limit);

}  // namespace ochrec::syntax
