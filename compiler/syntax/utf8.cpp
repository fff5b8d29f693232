#include "syntax/utf8.hpp"

namespace ochrec::syntax {
namespace {

struct Lead {
  std::size_t length = 0;
  char32_t bits = 0;
  char32_t smallest = 0;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07U, 0x10000};
  return {};
}

}  // namespace

DecodedCharacter decode_utf8(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
  if (lead.length == 0 || lead.length > text.size() - at) return {};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (byte & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (value < lead.smallest || surrogate || value > 0x10FFFF) return {};
  return {value, lead.length};
}

std::size_t find_bad_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = decode_utf8(text, at).length;
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& text, char32_t character) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto continuation = [&](unsigned shift) { put(0x80U | ((character >> shift) & 0x3FU)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0U | (character >> 6U));
    continuation(0);
  } else if (character < 0x10000) {
    put(0xE0U | (character >> 12U));
    continuation(6);
    continuation(0);
  } else {
    put(0xF0U | (character >> 18U));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

std::string code_point_name(char32_t character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (char32_t rest = character; rest != 0 || hex.size() < 4; rest >>= 4U)
    hex.insert(0, 1, digits[rest & 0xFU]);
  return "U+" + hex;
}

}  // namespace ochrec::syntax
