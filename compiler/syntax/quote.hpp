// Pieces of the user's text inside messages: short, printable, one line.
#pragma once

#include <string>
#include <string_view>

namespace ochrec::syntax {

/// In backquotes; long text is cut, and a character nobody could see is named by its code point, as U+00A0.
std::string quote(std::string_view text);

/// "U+00E9 (é)": the first character outside printable ASCII.
std::string first_foreign_character(std::string_view text);

}  // namespace ochrec::syntax
