// Types, values and rules of a resolved schema. Named types are gone here: their base and rules stand in the
// field.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ochrec::model {

/// Dense indexes into the vectors of `Schema`.
enum class ModelId : std::uint32_t {};
enum class EnumId : std::uint32_t {};
enum class StructId : std::uint32_t {};

enum class Scalar : unsigned char {
  Bool,
  Int16,
  Int32,
  Int64,
  Float32,
  Float64,
  Decimal,
  String,
  Bytes,
  Uuid,
  Date,
  Time,
  Timestamp,
  Datetime,
  Duration,
  Json
};

enum class TypeKind : unsigned char { Scalar, Enum, Struct };

struct Type {
  TypeKind kind = TypeKind::Scalar;
  Scalar scalar = Scalar::Int64;            // when kind is Scalar
  EnumId enumeration{};                     // when kind is Enum
  std::optional<StructId> structure;        // when kind is Struct, and for json<Struct>
  std::optional<std::uint32_t> max_length;  // string(n), in code points; bytes(n), in bytes
  std::uint8_t precision = 0;               // decimal(precision, scale)
  std::uint8_t scale = 0;
  bool array = false;
  bool optional = false;

  bool operator==(const Type&) const = default;
  bool is(Scalar which) const { return kind == TypeKind::Scalar && scalar == which && !array; }
  bool is_integer() const { return is(Scalar::Int16) || is(Scalar::Int32) || is(Scalar::Int64); }
  bool is_float() const { return is(Scalar::Float32) || is(Scalar::Float64); }
};

using UuidBytes = std::array<std::byte, 16>;

/// A constant in storage form. What the number means follows from the type beside it: days since 1970 for a
/// date, microseconds for time, timestamp, datetime and duration, the digits scaled by 10^scale for a decimal
/// (as text when it exceeds 64 bits), the index of the enumerator for an enum. `monostate` is null; `[]` is
/// an empty array.
struct EmptyArray {
  bool operator==(const EmptyArray&) const = default;
};
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, UuidBytes, EmptyArray>;

/// Inclusive bounds on a count.
struct CountRange {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
};

/// Bounds on a value of the field's own type.
struct ValueRange {
  std::optional<Value> low;
  std::optional<Value> high;
  bool low_exclusive = false;
  bool high_exclusive = false;
};

/// What a value must satisfy. A named type's rules and the field's own are both in the lists: all must hold.
struct Rules {
  std::vector<CountRange> length;  // code points of a string, bytes of a bytes; of each element of an array
  std::vector<ValueRange> range;
  std::vector<Value> multiple_of;
  std::vector<std::string> patterns;  // RE2 syntax, whole match
  std::vector<std::vector<Value>> one_of;
  std::vector<CountRange> items;  // elements of an array
  bool email = false;
  bool url = false;
  bool unique_items = false;
  bool trim = false;  // normalisers, applied in this order before anything is checked
  bool lower = false;
  bool upper = false;
};

}  // namespace ochrec::model
