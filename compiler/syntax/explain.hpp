// The pages of `ochre explain` for the codes of this room; see codes.hpp. The reference pages come from the
// same texts, and a test parses each example.
#pragma once

#include <span>

#include "base/diagnostic.hpp"

namespace ochrec::syntax {

/// By code. The wrong example is empty where none can be written down, such as a file that does not exist.
std::span<const base::Explanation> explanations();

}  // namespace ochrec::syntax
