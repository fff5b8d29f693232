// Pieces of the user's text inside messages: short, printable, one line.
#pragma once

#include <string>
#include <string_view>

namespace ochrec::syntax {

/// In backquotes; long text is cut, control characters become U+XXXX.
std::string quote(std::string_view text);

/// "U+00E9 (é)": the first character outside printable ASCII.
std::string first_foreign_character(std::string_view text);

}  // namespace ochrec::syntax
