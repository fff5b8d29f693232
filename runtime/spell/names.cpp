#include "spell/names.hpp"

#include <charconv>
#include <cmath>

namespace ochre::spell {
namespace {

void append_doubling(std::string& out, std::string_view text, char quote) {
  out += quote;
  for (const char c : text) {
    if (c == quote) out += quote;
    out += c;
  }
  out += quote;
}

}  // namespace

void append_name(std::string& out, std::string_view name) { append_doubling(out, name, '"'); }

std::string name(std::string_view name) {
  std::string out;
  append_name(out, name);
  return out;
}

std::string text_literal(std::string_view text) {
  std::string out;
  append_doubling(out, text, '\'');
  return out;
}

std::string bytes_literal(Dialect dialect, std::span<const std::uint8_t> bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out = dialect == Dialect::Sqlite ? "x'" : "'\\x";
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 0x0f];
  }
  out += dialect == Dialect::Sqlite ? "'" : "'::bytea";
  return out;
}

std::string_view bool_literal(Dialect dialect, bool value) {
  if (dialect == Dialect::Postgres) return value ? "true" : "false";
  return value ? "1" : "0";
}

std::string real_literal(Dialect dialect, double value) {
  if (std::isinf(value)) {
    const std::string text = dialect == Dialect::Sqlite ? "9e999" : "'Infinity'::float8";
    if (dialect == Dialect::Sqlite) return value < 0 ? "-" + text : text;
    return value < 0 ? "'-Infinity'::float8" : text;
  }
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof(buffer), value).ptr;
  std::string out(buffer, end);
  // Without a point or exponent it would read back as an integer.
  if (out.find_first_of(".e") == std::string::npos) out += ".0";
  return out;
}

void append_parameter(std::string& out, Dialect dialect, std::size_t number) {
  out += dialect == Dialect::Sqlite ? '?' : '$';
  out += std::to_string(number);
}

}  // namespace ochre::spell
