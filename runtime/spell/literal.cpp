#include "spell/literal.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace ochre::spell {
namespace {

void append_hex(std::string& out, std::byte byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto value = std::to_integer<unsigned>(byte);
  out += digits[value >> 4U];
  out += digits[value & 15U];
}

// 9e999 overflows to infinity: SQLite has no word for it.
void append_infinity(std::string& out, bool negative, Dialect dialect) {
  if (dialect == Dialect::Sqlite) {
    out += negative ? "-9e999" : "9e999";
  } else {
    out += negative ? "'-Infinity'::double precision" : "'Infinity'::double precision";
  }
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  out += '\'';
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  out += '\'';
}

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_real(std::string& out, double value, Dialect dialect) {
  if (std::isnan(value)) {
    out += dialect == Dialect::Sqlite ? "NULL" : "'NaN'::double precision";
    return;
  }
  if (std::isinf(value)) return append_infinity(out, value < 0, dialect);
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  out += text;
  if (text.find_first_of(".e") == std::string_view::npos) out += ".0";
}

void append_bool(std::string& out, bool value, Dialect dialect) {
  if (dialect == Dialect::Sqlite) {
    out += value ? '1' : '0';
  } else {
    out += value ? "TRUE" : "FALSE";
  }
}

void append_bytes(std::string& out, std::span<const std::byte> bytes, Dialect dialect) {
  out += dialect == Dialect::Sqlite ? "x'" : "'\\x";
  for (const std::byte byte : bytes) append_hex(out, byte);
  out += dialect == Dialect::Sqlite ? "'" : "'::bytea";
}

void append_uuid(std::string& out, std::span<const std::byte, 16> bytes, Dialect dialect) {
  if (dialect == Dialect::Sqlite) return append_bytes(out, bytes, dialect);
  out += '\'';
  out += uuid_text(bytes);
  out += "'::uuid";
}

std::string uuid_text(std::span<const std::byte, 16> bytes) {
  std::string out;
  out.reserve(36);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at == 4 || at == 6 || at == 8 || at == 10) out += '-';
    append_hex(out, bytes[at]);
  }
  return out;
}

}  // namespace ochre::spell
