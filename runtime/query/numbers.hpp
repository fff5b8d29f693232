// What kind of number an expression yields, as far as its tree tells: how sums are cast, and which arithmetic
// must stay exact, depends on it.
#pragma once

#include <cstdint>

#include "query/tree.hpp"

namespace ochre::query {

enum class NumberKind : std::uint8_t {
  Null,  ///< goes with any
  Whole,
  Decimal,
  Real,
  Unknown,  ///< raw SQL, what is no number
};

NumberKind number_kind(const Node& node);

/// Operators whose result may be too large for an integer.
bool is_arithmetic(Op op);

/// Arithmetic with the result of other arithmetic: what overflowed within might fit again at the end.
bool is_chained(const Node& node);

}  // namespace ochre::query
