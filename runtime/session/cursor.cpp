#include "session/cursor.hpp"

#include <cstring>

#include "ochre/errors.hpp"

namespace ochre::session {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base64 for URLs, without padding: https://www.rfc-editor.org/rfc/rfc4648#section-5.
std::string armour(std::string_view bytes) {
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char byte : bytes) {
    bits = (bits << 8) | static_cast<unsigned char>(byte);
    for (held += 8; held >= 6; held -= 6) out += alphabet[(bits >> (held - 6)) & 63];
  }
  if (held > 0) out += alphabet[(bits << (6 - held)) & 63];
  return out;
}

[[noreturn]] void refuse() {
  throw ValidationFailed("This is not a cursor of this query; begin with the first page.");
}

std::string unarmour(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const auto digit = alphabet.find(c);
    if (digit == std::string_view::npos) refuse();
    bits = (bits << 6) | static_cast<std::uint32_t>(digit);
    if ((held += 6) >= 8) {
      held -= 8;
      out += static_cast<char>((bits >> held) & 0xff);
    }
  }
  if (armour(out) != text) refuse();  // bits beyond the last byte
  return out;
}

/// FNV-1a with 64 bits: the same in every process. http://www.isthe.com/chongo/tech/comp/fnv/
class Checksum {
 public:
  void mix(std::string_view bytes) {
    for (const char c : bytes) mix(static_cast<std::uint8_t>(c));
  }
  void mix(std::uint8_t byte) { hash_ = (hash_ ^ byte) * 1099511628211U; }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 14695981039346656037U;
};

/// Of the query with its bindings, the order of its pages, and the values.
std::uint64_t checksum(const PagedQuery& query, std::string_view values) {
  Checksum sum;
  sum.mix(query.text);
  for (const PageKey& key : query.keys) {
    sum.mix(key.info->name);
    sum.mix(key.direction);
  }
  sum.mix(values);
  return sum.value();
}

template <class T>
void append_raw(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

template <class T>
T take_raw(std::string_view& bytes) {
  T value{};
  if (bytes.size() < sizeof(value)) refuse();
  std::memcpy(&value, bytes.data(), sizeof(value));
  bytes.remove_prefix(sizeof(value));
  return value;
}

Storage storage_of(Kind kind) {
  switch (kind) {
    case Kind::Float32:
    case Kind::Float64: return Storage::Real;
    case Kind::Text:
    case Kind::Json:
    case Kind::Enum:
    case Kind::Array: return Storage::Text;
    case Kind::Bytes:
    case Kind::Uuid: return Storage::Bytes;
    default: return Storage::Integer;
  }
}

}  // namespace

std::string write_cursor(const Values& values, const PagedQuery& query) {
  std::string bytes;
  for (std::size_t i = 0; i < query.keys.size(); ++i) {
    const Value value = values.at(i);
    bytes += static_cast<char>(value.storage);
    if (value.storage == Storage::Integer) append_raw(bytes, value.integer);
    if (value.storage == Storage::Real) append_raw(bytes, value.real);
    if (value.storage == Storage::Text || value.storage == Storage::Bytes) {
      append_raw(bytes, value.size);
      bytes.append(static_cast<const char*>(value.data), value.size);
    }
  }
  std::string out;
  append_raw(out, checksum(query, bytes));
  return armour(out + bytes);
}

Values read_cursor(std::string_view text, const PagedQuery& query) {
  const std::string bytes = unarmour(text);
  std::string_view rest = bytes;
  const auto sum = take_raw<std::uint64_t>(rest);
  if (sum != checksum(query, rest)) refuse();
  Values values;
  for (const PageKey& key : query.keys) {
    const ColumnInfo& column = *key.info;
    const auto storage = static_cast<Storage>(take_raw<std::uint8_t>(rest));
    if (storage == Storage::Null && key.nullable) {
      values.add(Value::null(column.kind));
      continue;
    }
    if (storage != storage_of(column.kind)) refuse();
    if (storage == Storage::Integer) {
      values.add(Value::of_integer(column.kind, take_raw<std::int64_t>(rest)));
    } else if (storage == Storage::Real) {
      values.add(Value::of_real(column.kind, take_raw<double>(rest)));
    } else {
      const auto size = take_raw<std::uint32_t>(rest);
      if (size > rest.size()) refuse();
      const Value run = storage == Storage::Text ? Value::of_text(column.kind, rest.substr(0, size))
                                                 : Value::of_bytes(column.kind, {rest.data(), size});
      values.add_copy(run);
      rest.remove_prefix(size);
    }
  }
  if (!rest.empty()) refuse();
  return values;
}

}  // namespace ochre::session
