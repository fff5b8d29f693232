// Scalars out.
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "json/base64.hpp"
#include "json/time_text.hpp"
#include "ochre/errors.hpp"
#include "ochre/json_writer.hpp"
#include "ochre/time_of_day.hpp"
#include "ochre/uuid.hpp"

namespace ochre {
namespace {

// RFC 8259, section 7: quotation mark, reverse solidus and control characters are escaped, nothing else must
// be.
bool needs_escape(char letter) {
  return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

constexpr std::uint64_t each_byte = 0x0101010101010101U;
constexpr std::uint64_t high_bits = 0x8080808080808080U;

// Whether one of eight bytes needs an escape: the usual "has a byte less than / equal to" tricks on a whole
// word.
bool word_needs_escape(std::uint64_t word) {
  const auto has_zero = [](std::uint64_t bytes) { return (bytes - each_byte) & ~bytes & high_bits; };
  const std::uint64_t control = (word - each_byte * 0x20U) & ~word & high_bits;
  return (control | has_zero(word ^ (each_byte * 0x22U)) | has_zero(word ^ (each_byte * 0x5CU))) != 0;
}

std::size_t plain_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if (word_needs_escape(word)) break;
  }
  while (at < text.size() && !needs_escape(text[at])) ++at;
  return at;
}

void append_escaped(std::string& out, char letter) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (letter) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: {
      const auto byte = static_cast<unsigned char>(letter);
      out += "\\u00";
      out += digits[byte >> 4U];
      out += digits[byte & 0xFU];
    }
  }
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t plain = plain_prefix(text);
    out.append(text.data(), plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    append_escaped(out, text.front());
    text.remove_prefix(1);
  }
  out += '"';
}

template <class Number>
void append_number(std::string& out, Number value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

}  // namespace

void JsonWriter::scalar(Kind kind, std::int64_t value) {
  switch (kind) {
    case Kind::Bool: out_ += value != 0 ? "true" : "false"; return;
    case Kind::Date:
    case Kind::Timestamp:
    case Kind::DateTime:
      out_ += '"';
      detail::append_time(out_, kind, value);
      out_ += '"';
      return;
    case Kind::Time: append_string(out_, to_string(TimeOfDay{value})); return;
    default: append_number(out_, value);
  }
}

void JsonWriter::scalar(Kind kind, double value) {
  if (!std::isfinite(value)) throw ValidationFailed({{"", "json", "NaN and infinities have no JSON form"}});
  if (kind == Kind::Float32) return append_number(out_, static_cast<float>(value));
  append_number(out_, value);
}

void JsonWriter::scalar(Kind kind, std::string_view value) {
  if (kind == Kind::Json) {
    out_.append(value);
  } else {
    append_string(out_, value);
  }
}

void JsonWriter::scalar(Kind kind, BytesView value) {
  out_ += '"';
  if (kind == Kind::Uuid) {
    Uuid uuid;
    std::memcpy(uuid.bytes.data(), value.data, uuid.bytes.size());
    out_ += to_string(uuid);
  } else {
    detail::append_base64(out_, static_cast<const unsigned char*>(value.data), value.size);
  }
  out_ += '"';
}

}  // namespace ochre
