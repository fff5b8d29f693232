// Numbers that a database computed: it may know no bounds where the types of C++ have some.
#include <string>

#include "ochre/errors.hpp"
#include "ochre/result.hpp"

namespace ochre::detail {
namespace {

constexpr std::int64_t beyond_decimals = 1'000'000'000'000'000'000;

const char* bounded_name(Kind kind) {
  switch (kind) {
    case Kind::Int16: return "int16";
    case Kind::Int32: return "int32";
    case Kind::Float32: return "float32";
    case Kind::Decimal: return "decimal of 18 digits";
    default: return "value of 64 bits";
  }
}

bool fits(std::int64_t value, Kind kind) {
  switch (kind) {
    case Kind::Int16: return value == static_cast<std::int16_t>(value);
    case Kind::Int32: return value == static_cast<std::int32_t>(value);
    case Kind::Decimal: return value > -beyond_decimals && value < beyond_decimals;
    default: return true;
  }
}

/// SQLite goes on with floating-point numbers where integers overflow, and knows no narrower ones.
bool fits(double value, Kind kind) {
  constexpr double beyond_integers = 0x1p63;
  constexpr double beyond_floats = 0x1.ffffffp+127;
  if (kind == Kind::Float64 || value - value != 0) return true;
  const double limit = kind == Kind::Float32 ? beyond_floats : beyond_integers;
  return value < limit && value > -limit;
}

}  // namespace

Value next_cell(Row& row, int column, Kind kind) {
  Value cell;
  row.cells(column, View(&cell, 1));
  const bool fine = cell.storage == Storage::Integer ? fits(cell.integer, kind)
                    : cell.storage == Storage::Real  ? fits(cell.real, kind)
                                                     : true;
  if (!fine && row.computed(column)) {
    const bool whole = cell.storage == Storage::Integer;
    throw Overflow("A number that the query computes overflows: " +
                   (whole ? std::to_string(cell.integer) : std::to_string(cell.real)) + " is no " +
                   bounded_name(kind) + ". Compute in a wider type, or with smaller numbers.");
  }
  return cell;
}

}  // namespace ochre::detail
