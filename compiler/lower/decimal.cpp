#include "lower/decimal.hpp"

#include <algorithm>

#include "lower/expression.hpp"

namespace ochrec::lower {
namespace {

using model::Op;
using model::Scalar;
using sql::call;
using sql::Operation;

std::int64_t power_of_ten(unsigned exponent) {
  std::int64_t out = 1;
  for (; exponent > 0; --exponent) out *= 10;
  return out;
}

bool needs_one_scale(Op op) {
  switch (op) {
    case Op::Equal:
    case Op::NotEqual:
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
    case Op::Add:
    case Op::Subtract:
    case Op::In:
    case Op::Coalesce:
    case Op::NullIf: return true;
    default: return false;
  }
}

unsigned scale_of(const model::Type& type) { return type.is(Scalar::Decimal) ? type.scale : 0U; }

sql::Expr multiplied(sql::Expr value, unsigned digits) {
  if (digits == 0) return value;
  const std::int64_t factor = power_of_ten(digits);
  if (auto* number = std::get_if<std::int64_t>(&value.constant);
      number && value.kind == sql::ExprKind::Constant) {
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(*number, factor, &product)) return sql::constant(product);
  }
  return call(Operation::Multiply, std::move(value), sql::constant(factor));
}

// Cuts `digits` digits off, rounding: half a unit is added away from zero, and the division truncates.
sql::Expr cut(sql::Expr value, unsigned digits) {
  const std::int64_t unit = power_of_ten(digits);
  sql::Expr half = call(Operation::CaseWhen, call(Operation::Less, value, sql::constant(std::int64_t{0})),
                        sql::constant(-unit / 2), sql::constant(unit / 2));
  return call(Operation::Divide, call(Operation::Add, std::move(value), std::move(half)),
              sql::constant(unit));
}

unsigned digits_kept(const model::Expr& expr) {
  if (expr.args.size() < 2) return 0;
  const auto* digits = std::get_if<std::int64_t>(&expr.args[1].value);
  return digits != nullptr && *digits > 0 ? static_cast<unsigned>(*digits) : 0U;
}

}  // namespace

void align_decimals(const model::Expr& expr, sql::Expr& lowered) {
  if (!needs_one_scale(expr.op)) return;
  unsigned scale = scale_of(expr.type);
  for (const model::Expr& arg : expr.args) scale = std::max(scale, scale_of(arg.type));
  for (std::size_t at = 0; scale > 0 && at < expr.args.size(); ++at) {
    const model::Type& type = expr.args[at].type;
    const bool counts = (type.is(Scalar::Decimal) && !is_wide_decimal(type)) || type.is_integer();
    if (counts) lowered.args[at] = multiplied(std::move(lowered.args[at]), scale - scale_of(type));
  }
}

sql::Expr rounded(const Scope& scope, const model::Expr& expr) {
  const model::Expr& rounded_arg = expr.args.at(0);
  sql::Expr value = expression(scope, rounded_arg);
  const unsigned kept = std::min(digits_kept(expr), scale_of(rounded_arg.type));
  if (!scope.on_sqlite()) {
    return call(Operation::RoundTo, std::move(value), sql::constant(static_cast<std::int64_t>(kept)));
  }
  const unsigned scale = scale_of(rounded_arg.type);
  if (kept < scale) value = cut(std::move(value), scale - kept);
  const unsigned wanted = scale_of(expr.type);
  return wanted > kept ? multiplied(std::move(value), wanted - kept) : value;
}

}  // namespace ochrec::lower
