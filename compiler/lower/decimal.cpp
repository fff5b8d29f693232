#include "lower/decimal.hpp"

#include "lower/expression.hpp"

namespace ochrec::lower {
namespace {

using sql::call;
using sql::Operation;

std::int64_t power_of_ten(unsigned exponent) {
  std::int64_t out = 1;
  for (; exponent > 0; --exponent) out *= 10;
  return out;
}

// Half a unit is added away from zero, the division truncates, and the product has the old scale again.
sql::Expr rounded_to(std::int64_t unit, sql::Expr value) {
  sql::Expr half = call(Operation::CaseWhen, call(Operation::Less, value, sql::constant(std::int64_t{0})),
                        sql::constant(-unit / 2), sql::constant(unit / 2));
  sql::Expr units =
      call(Operation::Divide, call(Operation::Add, std::move(value), std::move(half)), sql::constant(unit));
  return call(Operation::Multiply, std::move(units), sql::constant(unit));
}

}  // namespace

sql::Expr rounded(const Scope& scope, const model::Expr& expr) {
  const auto kept = std::get<std::int64_t>(expr.args.at(1).value);
  sql::Expr value = expression(scope, expr.args.at(0));
  if (!scope.on_sqlite()) return call(Operation::RoundTo, std::move(value), sql::constant(kept));
  const std::int64_t cut = expr.type.scale - kept;
  return cut > 0 ? rounded_to(power_of_ten(static_cast<unsigned>(cut)), std::move(value)) : value;
}

}  // namespace ochrec::lower
