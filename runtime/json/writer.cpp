// Scalars out.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "json/base64.hpp"
#include "json/time_text.hpp"
#include "ochre/errors.hpp"
#include "ochre/json_writer.hpp"
#include "ochre/rules.hpp"
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

constexpr std::size_t longest_scalar = 64;  // characters of a number, an instant or a UUID
constexpr std::string_view hex_digits = "0123456789abcdef";

}  // namespace

void JsonWriter::grow(std::size_t bytes) {
  constexpr std::size_t smallest = 256;
  const std::size_t size = used();
  out_.resize(std::max({out_.size() * 2, size + bytes, smallest}));
  at_ = out_.data() + size;
  end_ = out_.data() + out_.size();
}

void JsonWriter::escaped(char letter) {
  switch (letter) {
    case '"': return raw("\\\"");
    case '\\': return raw("\\\\");
    case '\n': return raw("\\n");
    case '\r': return raw("\\r");
    case '\t': return raw("\\t");
    default: break;
  }
  const auto byte = static_cast<unsigned char>(letter);
  raw("\\u00");
  put(hex_digits[byte >> 4U]);
  put(hex_digits[byte & 0xFU]);
}

void JsonWriter::string(std::string_view text) {
  room(text.size() + 2);
  put('"');
  while (!text.empty()) {
    const std::size_t plain = plain_prefix(text);
    raw(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    escaped(text.front());
    text.remove_prefix(1);
  }
  put('"');
}

void JsonWriter::scalar(Kind kind, std::int64_t value) {
  room(longest_scalar);
  switch (kind) {
    case Kind::Bool: return raw(value != 0 ? "true" : "false");
    case Kind::Date:
    case Kind::Timestamp:
    case Kind::DateTime:
      put('"');
      at_ = detail::write_time(at_, kind, value);
      return put('"');
    case Kind::Time: return string(to_string(TimeOfDay{value}));
    default: at_ = std::to_chars(at_, end_, value).ptr;
  }
}

void JsonWriter::scalar(Kind kind, double value) {
  if (!std::isfinite(value)) throw ValidationFailed({{"", "json", "NaN and infinities have no JSON form"}});
  room(longest_scalar);
  at_ = kind == Kind::Float32 ? std::to_chars(at_, end_, static_cast<float>(value)).ptr
                              : std::to_chars(at_, end_, value).ptr;
}

void JsonWriter::scalar(Kind kind, std::string_view value) {
  if (kind != Kind::Json) return string(value);
  // Text that is no document would change what stands around it.
  if (!rules::is_json(value)) throw ValidationFailed({{"", "json", "a json value is not valid JSON"}});
  raw(value);
}

void JsonWriter::scalar(Kind kind, BytesView value) {
  put('"');
  if (kind == Kind::Uuid) {
    Uuid uuid;
    std::memcpy(uuid.bytes, value.data, sizeof(uuid.bytes));
    raw(to_string(uuid));
  } else {
    room(detail::base64_size(value.size));
    at_ = detail::write_base64(at_, static_cast<const unsigned char*>(value.data), value.size);
  }
  put('"');
}

}  // namespace ochre
