#include "lower/bounds.hpp"

#include <limits>
#include <vector>

#include "lower/value.hpp"

namespace ochrec::lower {
namespace {

using model::Scalar;
using sql::call;
using sql::Operation;

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

// What SQLite's INTEGER would accept beyond the type. PostgreSQL has the types themselves.
Bounds type_bounds(const Scope& scope, const model::Type& type) {
  if (!scope.on_sqlite()) return {};
  switch (type.scalar) {
    case Scalar::Int16: return {-32768, 32767};
    case Scalar::Int32: return {-2147483648, 2147483647};
    case Scalar::Time: return {0, 86'399'999'999};
    case Scalar::Decimal: {
      std::int64_t beyond = 1;
      for (unsigned digit = 0; digit < type.precision; ++digit) beyond *= 10;
      return {1 - beyond, beyond - 1};
    }
    default: return {};
  }
}

// Exclusive bounds become inclusive ones: values are whole numbers. No number lies beyond the last one, so
// there the bound turns into one that nothing meets.
void tighten(Bounds& bounds, const model::ValueRange& range) {
  if (range.low) {
    const auto low = std::get<std::int64_t>(*range.low);
    if (range.low_exclusive && low == highest) bounds.at_most(lowest);
    bounds.at_least(range.low_exclusive && low != highest ? low + 1 : low);
  }
  if (range.high) {
    const auto high = std::get<std::int64_t>(*range.high);
    if (range.high_exclusive && high == lowest) bounds.at_least(highest);
    bounds.at_most(range.high_exclusive && high != lowest ? high - 1 : high);
  }
}

void append_float_bounds(const Scope& scope, const sql::Expr& value, const model::Type& type,
                         const model::ValueRange& range, std::vector<sql::Expr>& parts) {
  if (range.low && range.high && !range.low_exclusive && !range.high_exclusive) {
    parts.push_back(call(Operation::Between, value, constant(scope, *range.low, type),
                         constant(scope, *range.high, type)));
    return;
  }
  if (range.low) {
    parts.push_back(call(range.low_exclusive ? Operation::Greater : Operation::GreaterEqual, value,
                         constant(scope, *range.low, type)));
  }
  if (range.high) {
    parts.push_back(call(range.high_exclusive ? Operation::Less : Operation::LessEqual, value,
                         constant(scope, *range.high, type)));
  }
}

bool is_whole(const model::ValueRange& range) {
  const auto whole = [](const std::optional<model::Value>& bound) {
    return !bound || std::holds_alternative<std::int64_t>(*bound);
  };
  return whole(range.low) && whole(range.high);
}

}  // namespace

Bounds tightest(std::span<const model::CountRange> ranges) {
  Bounds out;
  for (const model::CountRange& range : ranges) {
    if (range.low && *range.low > 0) out.at_least(*range.low);
    if (range.high) out.at_most(*range.high);
  }
  return out;
}

std::optional<sql::Expr> within(const Scope& scope, const sql::Expr& value, const Bounds& bounds,
                                const model::Type& type) {
  const auto bound = [&](std::int64_t number) { return constant(scope, number, type); };
  if (bounds.low && bounds.high) {
    if (*bounds.low == *bounds.high) return call(Operation::Equal, value, bound(*bounds.low));
    return call(Operation::Between, value, bound(*bounds.low), bound(*bounds.high));
  }
  if (bounds.low) return call(Operation::GreaterEqual, value, bound(*bounds.low));
  if (bounds.high) return call(Operation::LessEqual, value, bound(*bounds.high));
  return std::nullopt;
}

std::optional<sql::Expr> in_range(const Scope& scope, const sql::Expr& value, const model::Type& type,
                                  std::span<const model::ValueRange> ranges) {
  if (is_wide_decimal(type) && scope.on_sqlite()) return std::nullopt;  // text has no numeric order
  std::vector<sql::Expr> parts;
  Bounds bounds = type_bounds(scope, type);
  for (const model::ValueRange& range : ranges) {
    if (!type.is_float() && is_whole(range)) {
      tighten(bounds, range);
    } else {
      append_float_bounds(scope, value, type, range, parts);
    }
  }
  if (auto whole = within(scope, value, bounds, type)) parts.insert(parts.begin(), std::move(*whole));
  if (parts.empty()) return std::nullopt;
  return join(Operation::And, std::move(parts));
}

}  // namespace ochrec::lower
