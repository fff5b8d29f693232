// The kinds of values Ochre stores, one per scalar type of the schema language.
// How a C++ type maps to a kind is in scalar.hpp; how a database stores it is a driver's business.
#pragma once

#include <cstdint>

namespace ochre {

/// A scalar type of the schema language.
enum class Kind : std::uint8_t {
  Bool,
  Int16,
  Int32,
  Int64,
  Float32,
  Float64,
  Decimal,
  Text,
  Bytes,
  Uuid,
  Date,       ///< days since 1970-01-01
  Time,       ///< microseconds since midnight
  Timestamp,  ///< microseconds since 1970-01-01T00:00:00Z
  DateTime,   ///< microseconds since 1970-01-01T00:00:00, no zone
  Duration,   ///< microseconds
  Json,       ///< JSON text
  Enum,       ///< the enumerator's stored text
  Array,      ///< JSON text of an array
};

}  // namespace ochre
