// Well-formed UTF-8, one character at a time (RFC 3629: no surrogates, no overlong forms, nothing above
// U+10FFFF).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ochrec::syntax {

struct DecodedCharacter {
  char32_t value = 0;
  std::size_t length = 0;  // 0: the bytes at this place are not UTF-8
};

DecodedCharacter decode_utf8(std::string_view text, std::size_t at);

/// Offset of the first byte that is not part of well-formed UTF-8; npos when all is well.
std::size_t find_bad_utf8(std::string_view text);

/// Adds a valid scalar value.
void append_utf8(std::string& text, char32_t character);

/// "U+00E9".
std::string code_point_name(char32_t character);

}  // namespace ochrec::syntax
