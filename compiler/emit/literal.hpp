// Texts and constants as C++ spells them, safe against everything C++ gives a meaning inside them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ochrec::emit {

/// A string literal. Bytes beyond ASCII and control characters become octal escapes, which end after three
/// digits; a second `?` is escaped, so that no trigraph appears.
std::string string_literal(std::string_view text);

/// A raw string literal, lines kept as they are; an escaped one when the text has characters that do not
/// belong into a source file.
std::string raw_literal(std::string_view text, std::string_view delimiter);

/// An integer, also the smallest one.
std::string integer_literal(std::int64_t value);

/// The shortest text that reads back as the same number, with a point or an exponent.
std::string float_literal(double value);
std::string float_literal(float value);

/// The lines of a documentation comment, without `///`. No line ends in a backslash, which would continue the
/// comment, and none holds characters that turn the direction of text.
std::vector<std::string> comment_lines(std::string_view doc);

}  // namespace ochrec::emit
