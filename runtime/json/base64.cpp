#include "json/base64.hpp"

#include <array>
#include <cstdint>

namespace ochre::detail {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t not_in_alphabet = 0xFF;

constexpr std::array<std::uint8_t, 256> values = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(not_in_alphabet);
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  return table;
}();

char digit(std::uint32_t bits) { return alphabet[bits & 0x3FU]; }

}  // namespace

void append_base64(std::string& out, const unsigned char* data, std::size_t size) {
  std::size_t at = 0;
  for (; at + 3 <= size; at += 3) {
    const std::uint32_t bits =
        (std::uint32_t{data[at]} << 16U) | (std::uint32_t{data[at + 1]} << 8U) | data[at + 2];
    out += {digit(bits >> 18U), digit(bits >> 12U), digit(bits >> 6U), digit(bits)};
  }
  if (size - at == 1) {
    const std::uint32_t bits = std::uint32_t{data[at]} << 16U;
    out += {digit(bits >> 18U), digit(bits >> 12U), '=', '='};
  } else if (size - at == 2) {
    const std::uint32_t bits = (std::uint32_t{data[at]} << 16U) | (std::uint32_t{data[at + 1]} << 8U);
    out += {digit(bits >> 18U), digit(bits >> 12U), digit(bits >> 6U), '='};
  }
}

bool decode_base64(std::string_view text, std::string& out) {
  out.clear();
  if (text.size() % 4 != 0) return false;
  std::size_t padding = 0;
  while (padding < 2 && text.ends_with('=')) {
    text.remove_suffix(1);
    ++padding;
  }
  std::uint32_t bits = 0;
  unsigned held = 0;  // bits not yet written
  for (const char letter : text) {
    const std::uint8_t value = values[static_cast<unsigned char>(letter)];
    if (value == not_in_alphabet) return false;
    bits = (bits << 6U) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += static_cast<char>((bits >> held) & 0xFFU);
    }
  }
  // Bits that no byte took must be zero, or two texts would mean the same bytes.
  return (bits & ((1U << held) - 1U)) == 0 && held == padding * 2;
}

}  // namespace ochre::detail
