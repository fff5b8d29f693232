#include "sema/expression_types.hpp"

#include <algorithm>

namespace ochrec::sema {
namespace {

using model::Scalar;
using model::Type;

constexpr std::uint8_t widest_integer_decimal = 18;  // digits that SQLite holds as an integer

bool is_small_decimal(const Type& type) {
  return type.is(Scalar::Decimal) && type.precision <= widest_integer_decimal;
}

std::optional<Type> common_number(const Type& one, const Type& other) {
  if (one.is_integer() && other.is_integer()) return one.scalar < other.scalar ? other : one;
  if (one.is(Scalar::Decimal) || other.is(Scalar::Decimal)) {
    const bool same = one.is(Scalar::Decimal) && other.is(Scalar::Decimal) && one.scale == other.scale;
    if (!same || is_small_decimal(one) != is_small_decimal(other)) return std::nullopt;
    return one.precision < other.precision ? other : one;
  }
  const bool narrow = !one.is(Scalar::Float64) && !other.is(Scalar::Float64) && !one.is(Scalar::Int64) &&
                      !other.is(Scalar::Int64) && !one.is(Scalar::Int32) && !other.is(Scalar::Int32);
  return scalar_of(narrow ? Scalar::Float32 : Scalar::Float64);
}

}  // namespace

bool is_numeric(const Type& type) { return type.is_integer() || type.is_float() || type.is(Scalar::Decimal); }

std::optional<Type> common_type(const Type& one, const Type& other) {
  std::optional<Type> common;
  if (is_numeric(one) && is_numeric(other)) {
    common = common_number(one, other);
  } else {
    Type left = one;
    Type right = other;
    left.optional = right.optional = false;
    left.max_length = right.max_length = std::nullopt;
    if (left == right) common = left;
  }
  if (common) common->optional = one.optional || other.optional;
  return common;
}

bool has_equality(const Type& type) {
  if (type.array || type.kind == model::TypeKind::Struct) return false;
  return type.kind == model::TypeKind::Enum || type.scalar != Scalar::Json;
}

bool has_order(const Type& type) {
  if (!has_equality(type) || type.kind == model::TypeKind::Enum || type.scalar == Scalar::Bool) return false;
  return type.scalar != Scalar::Decimal || is_small_decimal(type);
}

bool fits(const Type& value, const Type& place) {
  if (value.is_integer() && place.is_integer()) return value.scalar <= place.scalar;
  if (value.is_integer() && place.is_float())
    return place.is(Scalar::Float64) ? value.scalar != Scalar::Int64 : value.is(Scalar::Int16);
  if (value.is_float() && place.is_float()) return value.scalar <= place.scalar;
  if (value.is(Scalar::Decimal) && place.is(Scalar::Decimal))
    return value.scale == place.scale && value.precision <= place.precision;
  Type one = value;
  Type other = place;
  one.optional = other.optional = false;
  one.max_length = other.max_length = std::nullopt;
  return one == other;
}

model::Expr operation(model::Op op, Type type, std::vector<model::Expr> args, base::Span span) {
  model::Expr out;
  out.op = op;
  out.type = type;
  out.type.max_length = std::nullopt;
  out.type.optional =
      std::any_of(args.begin(), args.end(), [](const model::Expr& arg) { return arg.type.optional; });
  out.args = std::move(args);
  out.span = span;
  return out;
}

Type scalar_of(Scalar scalar) {
  Type type;
  type.scalar = scalar;
  return type;
}

std::string mismatch_help(const Type& one, const Type& other) {
  if (one.is(Scalar::Decimal) && other.is(Scalar::Decimal))
    return "decimals meet decimals that keep as many digits after the point";
  const auto is_raw = [](const Type& type) { return type.is(Scalar::String) || type.is_integer(); };
  if (!is_raw(one) && !is_raw(other)) return {};
  const Type& meant = is_raw(one) ? other : one;
  if (meant.array) return {};
  if (meant.kind == model::TypeKind::Enum)
    return one.is_integer() || other.is_integer() ? "enum values are written by name"
                                                  : "enum values are written without quotes";
  if (meant.kind != model::TypeKind::Scalar) return {};
  switch (meant.scalar) {
    case Scalar::Date: return "a date is written `date(\"2026-01-31\")`";
    case Scalar::Time: return "a time is written `time(\"23:59:59\")`";
    case Scalar::Timestamp: return "a timestamp is written `timestamp(\"2026-01-31T23:59:59Z\")`";
    case Scalar::Datetime: return "a datetime is written `datetime(\"2026-01-31T23:59:59\")`";
    case Scalar::Duration: return "a duration is written `duration(\"PT1H30M\")`";
    case Scalar::Uuid: return "a uuid is written `uuid(\"018f3c1e-7b1a-7c3e-9d2f-0123456789ab\")`";
    default: return {};
  }
}

std::size_t size_of(const model::Expr& expr) {
  std::size_t size = 1;
  for (const model::Expr& arg : expr.args) size += size_of(arg);
  return size;
}

}  // namespace ochrec::sema
