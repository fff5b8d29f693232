// Ranges and lengths as conditions: several bounds on one value become the tightest one.
#pragma once

#include <optional>
#include <span>

#include "lower/scope.hpp"

namespace ochrec::lower {

/// Inclusive bounds on whole numbers; absent means open.
struct Bounds {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;

  void at_least(std::int64_t value) { low = low && *low > value ? low : value; }
  void at_most(std::int64_t value) { high = high && *high < value ? high : value; }
};

/// All the counts at once; negative lower bounds and zero ones say nothing about a count.
Bounds tightest(std::span<const model::CountRange> ranges);

/// `value BETWEEN low AND high`, `>= low`, `<= high`, `= low` when both are the same; nothing when both are
/// open. The bounds are written as constants of `type`.
std::optional<sql::Expr> within(const Scope& scope, const sql::Expr& value, const Bounds& bounds,
                                const model::Type& type);

/// The rules' ranges and what the type itself allows in this database, for a type that has an order there.
std::optional<sql::Expr> in_range(const Scope& scope, const sql::Expr& value, const model::Type& type,
                                  std::span<const model::ValueRange> ranges);

}  // namespace ochrec::lower
