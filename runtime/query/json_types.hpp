// The types of expressions that come in as JSON: which operands an operator takes and what it yields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ochre/kind.hpp"
#include "ochre/shape.hpp"
#include "ochre/value.hpp"
#include "query/json_value.hpp"

namespace ochre::query {

/// Kinds that mix with each other.
enum class Family : std::uint8_t {
  Null,  ///< goes with any
  Bool,
  Number,
  Text,
  Bytes,
  Uuid,
  Date,
  Time,
  Timestamp,
  DateTime,
  Duration,
  Json,
  Struct,    ///< a column of structs that are kept as JSON
  Document,  ///< JSON that was written down, which goes with both
  Array,
  Enum,
  Rows,              ///< a query's whole rows, which no operator takes as a value
  Decimal = 32,      ///< the first of one family for each number of digits after the point
  WideDecimal = 64,  ///< likewise, of decimals of more than 18 digits, which are texts
};

/// `scale` is a decimal's number of digits after the point.
Family family_of(Kind kind, int scale, bool wide);
/// Whether it is one of decimals that databases compute with.
bool is_decimal(Family family);
int digits_of(Family decimal);
/// Whether values of the two can stand for each other, and whether they can be equal: those of columns of
/// JSON cannot.
bool alike(Family left, Family right);
bool comparable(Family left, Family right);
/// Whether < and its kin, min() and max() take it, and whether rows can be ordered by it.
bool has_order(Family family);
bool can_sort(Family family);
/// The kind Year, Month and Day need for a date of this family.
Kind date_kind(Family family);

/// The most digits after the point an expression may get.
inline constexpr int most_digits = 18;

/// What an operator yields for operands of these types; nothing when it does not take them, or is one that no
/// query from outside may use.
std::optional<Family> type_of(Op op, const std::vector<Family>& operands);

/// A JSON value as one of `kind`; text and bytes are views of `content` and `storage`. Throws
/// ValidationFailed.
Value json_to_value(Kind kind, const JsonValue& content, std::string& storage);

}  // namespace ochre::query
