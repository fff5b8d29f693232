// Whether a `@pattern` can be compiled: asked of RE2 itself, which the generated programs use.
#pragma once

#include <optional>
#include <string>

namespace ochrec::sema {

/// What is wrong with the pattern, in RE2's words; nothing when it is fine.
std::optional<std::string> pattern_problem(const std::string& pattern);

}  // namespace ochrec::sema
