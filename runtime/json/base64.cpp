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

char* write_base64(char* at, const unsigned char* data, std::size_t size) {
  const auto group = [&at](std::uint32_t bits) {
    *at++ = digit(bits >> 18U);
    *at++ = digit(bits >> 12U);
    *at++ = digit(bits >> 6U);
    *at++ = digit(bits);
  };
  std::size_t done = 0;
  for (; done + 3 <= size; done += 3)
    group((std::uint32_t{data[done]} << 16U) | (std::uint32_t{data[done + 1]} << 8U) | data[done + 2]);
  if (done == size) return at;
  const bool two = size - done == 2;
  group((std::uint32_t{data[done]} << 16U) | (two ? std::uint32_t{data[done + 1]} << 8U : 0U));
  at[-1] = '=';
  if (!two) at[-2] = '=';
  return at;
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
