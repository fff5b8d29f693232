// Letters one at a time: ASCII case, and where a character of UTF-8 goes on. Decoding characters is syntax's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ochrec::base {

/// Letters beyond ASCII stay as they are, as in SQL names and in the language's own words.
constexpr char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
std::string lower_case(std::string_view text);

/// Whether a byte of UTF-8 is one of a character's later ones.
constexpr bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The beginning of a text: at most `size` bytes, and whole characters.
std::string_view beginning(std::string_view text, std::size_t size);

}  // namespace ochrec::base
