// Tokens that are always wrong, answered with the right spelling.
#pragma once

#include <cstdint>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/token.hpp"

namespace ochrec::syntax {

enum class Slip : std::uint8_t {
  Kept,            // goes to the parser, mended if need be
  Dropped,         // the text is right without it
  DroppedAsBroken  // what is left may not make sense; the parser should not complain about it
};

/// Reports what is wrong with a token, if anything, and changes its kind to what was meant.
Slip answer_slip(Token& token, const base::SourceFile& source, base::Diagnostics& diagnostics);

}  // namespace ochrec::syntax
