// Writes JSON for generated code: one call per member, straight into a string. What the members of a model
// are is generated; how values look in JSON is decided here. Text forms: timestamps RFC 3339 in UTC, dates
// and times ISO 8601, durations and integers as numbers, decimals as strings so that no reader rounds them,
// bytes as base64 (RFC 4648), UUIDs and enums as strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/fields.hpp"
#include "ochre/scalar.hpp"

namespace ochre {

template <int Precision, int Scale, bool Narrow>
class Decimal;

/// How a generated type is written and read; specialised in the generated `<schema>/json.hpp`.
template <class T>
struct JsonCodec;

/// Appends one JSON text to a string that the caller owns and that is complete when the writer goes. Not
/// thread-safe.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out), at_(out.data() + out.size()), end_(at_) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  ~JsonWriter() { out_.resize(used()); }

  void begin_object() { put('{'); }
  void end_object() { close('}'); }

  /// A member: `key` is the quoted, escaped name with its colon and is written as it is, so it can be a
  /// literal.
  template <class T>
  void member(std::string_view key, const T& value) {
    raw(key);
    write(value);
    put(',');
  }
  template <class T>
  void member(std::string_view key, const Required<T>& field) {
    member(key, field.value());
  }
  /// Left out when it is unset: reading leaves it unset again, and null would be another value.
  template <class T>
  void member(std::string_view key, const Defaulted<T>& field) {
    if (field.has_value()) member(key, field.value());
  }
  /// A member that stands there only when it has a value: a key that the database makes when none is given.
  template <class T>
  void given(std::string_view key, const std::optional<T>& value) {
    if (value) member(key, *value);
  }

  /// A value: a scalar, an optional (null when absent), a vector, or anything with a JsonCodec.
  template <class T>
  void write(const T& value) {
    if constexpr (ScalarType<T>) {
      scalar(Scalar<T>::kind, Scalar<T>::store(value));
    } else {
      JsonCodec<T>::write(*this, value);
    }
  }
  template <class T>
  void write(const std::optional<T>& value) {
    if (value) return write(*value);
    raw("null");
  }
  template <int Precision, int Scale, bool Narrow>
  void write(const Decimal<Precision, Scale, Narrow>& value) {
    scalar(Kind::Text, to_string(value));
  }
  void write(const std::vector<bool>& values) {
    put('[');
    for (const bool value : values) {
      write(value);
      put(',');
    }
    close(']');
  }
  template <class T>
  requires(!ScalarType<std::vector<T>>) void write(const std::vector<T>& values) {
    write_all(values.data(), values.size());
  }
  template <class T>
  void write_all(const T* values, std::size_t count) {
    put('[');
    for (std::size_t i = 0; i < count; ++i) {
      write(values[i]);
      put(',');
    }
    close(']');
  }

 private:
  void scalar(Kind kind, std::int64_t value);
  /// NaN and the infinities have no JSON form. Throws ValidationFailed.
  void scalar(Kind kind, double value);
  void scalar(Kind kind, std::string_view value);
  void scalar(Kind kind, BytesView value);
  void string(std::string_view text);
  void escaped(char letter);

  // The last element left a comma where the bracket belongs.
  void close(char bracket) {
    if (at_[-1] == ',') {
      at_[-1] = bracket;
    } else {
      put(bracket);
    }
  }
  void put(char letter) {
    room(1);
    *at_++ = letter;
  }
  void raw(std::string_view text) {
    room(text.size());
    __builtin_memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  // The string is kept longer than what was written, so that appending is a store and not a call.
  void room(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) grow(bytes);
  }
  void grow(std::size_t bytes);
  std::size_t used() const { return static_cast<std::size_t>(at_ - out_.data()); }

  std::string& out_;
  char* at_;
  char* end_;
};

}  // namespace ochre
