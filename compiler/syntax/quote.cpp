#include "syntax/quote.hpp"

#include "syntax/utf8.hpp"

namespace ochrec::syntax {
namespace {

constexpr std::size_t longest_quote = 60;

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7F && character < 0xA0); }

/// Characters that no reader could see, or tell from others.
bool is_invisible(char32_t character) {
  return is_control(character) || character == 0xA0 || character == 0xAD || character == 0xFEFF ||
         (character >= 0x2000 && character <= 0x200F) || (character >= 0x2028 && character <= 0x202F) ||
         (character >= 0x2060 && character <= 0x206F);
}

}  // namespace

std::string quote(std::string_view text) {
  std::string shown;
  std::size_t at = 0;
  while (at < text.size() && shown.size() < longest_quote) {
    const DecodedCharacter character = decode_utf8(text, at);
    if (character.length == 0) break;
    if (is_invisible(character.value))
      shown += code_point_name(character.value);
    else
      shown += text.substr(at, character.length);
    at += character.length;
  }
  if (at < text.size()) shown += "…";
  if (shown == "`") return "a backquote";
  return "`" + shown + "`";
}

std::string first_foreign_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    if (character.length == 0) break;
    if (character.value >= 0x7F || character.value < 0x20) {
      const std::string name = code_point_name(character.value);
      if (is_invisible(character.value)) return name;
      return name + " (" + std::string(text.substr(at, character.length)) + ")";
    }
    at += character.length;
  }
  return "a byte that is no character";
}

}  // namespace ochrec::syntax
