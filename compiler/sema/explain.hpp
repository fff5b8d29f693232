// The pages of `ochre explain` for the laws of this room; see codes.hpp. The reference is made from the same
// texts, and a test compiles each example.
#pragma once

#include <span>

#include "base/diagnostic.hpp"

namespace ochrec::sema {

/// By code. The wrong example is empty where one file cannot show it. Examples of E0100 and E0290 are wrong
/// for the commands that generate something.
std::span<const base::Explanation> explanations();

}  // namespace ochrec::sema
