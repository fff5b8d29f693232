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

#include "ochre/scalar.hpp"

namespace ochre {

template <int Precision, int Scale, bool Narrow>
class Decimal;

/// How a generated type is written and read; specialised in the generated `<schema>/json.hpp`.
template <class T>
struct JsonCodec;

/// Appends one JSON text to a string that the caller owns. Not thread-safe.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { out_.push_back('{'); }
  void end_object() { close('}'); }

  /// A member: `key` is the quoted, escaped name with its colon and is written as it is, so it can be a
  /// literal.
  template <class T>
  void member(std::string_view key, const T& value) {
    out_.append(key);
    write(value);
    out_.push_back(',');
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
    out_.append("null");
  }
  template <int Precision, int Scale, bool Narrow>
  void write(const Decimal<Precision, Scale, Narrow>& value) {
    scalar(Kind::Text, to_string(value));
  }
  void write(const std::vector<bool>& values) {
    out_.push_back('[');
    for (const bool value : values) {
      write(value);
      out_.push_back(',');
    }
    close(']');
  }
  template <class T>
  requires(!ScalarType<std::vector<T>>) void write(const std::vector<T>& values) {
    write_all(values.data(), values.size());
  }
  template <class T>
  void write_all(const T* values, std::size_t count) {
    out_.push_back('[');
    for (std::size_t i = 0; i < count; ++i) {
      write(values[i]);
      out_.push_back(',');
    }
    close(']');
  }

 private:
  void scalar(Kind kind, std::int64_t value);
  /// NaN and the infinities have no JSON form. Throws ValidationFailed.
  void scalar(Kind kind, double value);
  void scalar(Kind kind, std::string_view value);
  void scalar(Kind kind, BytesView value);
  // The last element left a comma where the bracket belongs.
  void close(char bracket) {
    if (out_.back() == ',') {
      out_.back() = bracket;
    } else {
      out_.push_back(bracket);
    }
  }

  std::string& out_;
};

}  // namespace ochre
