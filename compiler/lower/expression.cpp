#include "lower/expression.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "lower/decimal.hpp"
#include "lower/text_form.hpp"
#include "lower/value.hpp"

namespace ochrec::lower {
namespace {

using model::Op;
using model::Scalar;
using sql::call;
using sql::Operation;

// Operations that mean the same in every database once their operands are in storage form.
std::optional<Operation> same_everywhere(Op op) {
  switch (op) {
    case Op::And: return Operation::And;
    case Op::Or: return Operation::Or;
    case Op::Not: return Operation::Not;
    case Op::Equal: return Operation::Equal;
    case Op::NotEqual: return Operation::NotEqual;
    case Op::Less: return Operation::Less;
    case Op::LessEqual: return Operation::LessEqual;
    case Op::Greater: return Operation::Greater;
    case Op::GreaterEqual: return Operation::GreaterEqual;
    case Op::Negate: return Operation::Negate;
    case Op::Add: return Operation::Add;
    case Op::Subtract: return Operation::Subtract;
    case Op::Multiply: return Operation::Multiply;
    case Op::Divide: return Operation::Divide;
    case Op::Modulo: return Operation::Modulo;
    case Op::In: return Operation::In;
    case Op::Lower: return Operation::Lower;
    case Op::Upper: return Operation::Upper;
    case Op::Trim: return Operation::Trim;
    case Op::Abs: return Operation::Abs;
    case Op::Coalesce: return Operation::Coalesce;
    case Op::Uuid: return Operation::RandomUuid;
    default: return std::nullopt;
  }
}

// A count of microseconds on SQLite, and a moment with a zone on PostgreSQL, need more than their parts
// taken.
Operation date_part(const Scope& scope, Op op, const model::Type& type) {
  const bool micros = type.is(Scalar::Timestamp) || (scope.on_sqlite() && type.is(Scalar::Datetime));
  switch (op) {
    case Op::Year: return micros ? Operation::YearOfMicros : Operation::YearOfDays;
    case Op::Month: return micros ? Operation::MonthOfMicros : Operation::MonthOfDays;
    default: return micros ? Operation::DayOfMicros : Operation::DayOfDays;
  }
}

sql::Expr like(const Scope& scope, const model::Expr& expr) {
  const auto& pattern = std::get<std::string>(expr.args.at(1).value);
  return call(Operation::Like, expression(scope, expr.args.at(0)),
              sql::constant(scope.on_sqlite() ? glob(pattern) : pattern));
}

sql::Expr as_real(sql::Expr value) { return call(Operation::ToReal, std::move(value)); }

bool is_compared(Op op) {
  switch (op) {
    case Op::Equal:
    case Op::NotEqual:
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
    case Op::In:
    case Op::NullIf: return true;
    default: return false;
  }
}

bool is_computed_with(Op op) {
  switch (op) {
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Negate:
    case Op::Abs: return true;
    default: return false;
  }
}

// Whether an operand must be made a floating-point number of 64 bits for all databases to go on alike: where
// they would compare large integers with floating-point numbers exactly, keep an integer that a value of
// another type stands beside, or compute in 32 bits.
bool becomes_real(const Scope& scope, const model::Expr& expr, const model::Expr& arg) {
  if (arg.op == Op::Literal) return false;
  if (is_computed_with(expr.op)) return arg.type.is(Scalar::Float32) && !scope.on_sqlite();
  if (!arg.type.is_integer()) return false;
  if (expr.op == Op::Coalesce) return expr.type.is_float();
  const bool mixed =
      std::ranges::any_of(expr.args, [](const model::Expr& other) { return other.type.is_float(); });
  return is_compared(expr.op) && mixed && arg.type.is(Scalar::Int64);
}

sql::Expr plain(const Scope& scope, const model::Expr& expr, Operation operation) {
  sql::Expr out = call(operation);
  out.args.reserve(expr.args.size());
  const bool uuid_texts = compares_uuid_texts(scope, expr);
  for (const model::Expr& arg : expr.args) {
    sql::Expr value = uuid_texts ? uuid_text(scope, arg) : expression(scope, arg);
    out.args.push_back(becomes_real(scope, expr, arg) ? as_real(std::move(value)) : std::move(value));
  }
  return out;
}

// Whatever a column keeps its values as, NULL is NULL.
sql::Expr null_test(const Scope& scope, const model::Expr& expr) {
  const model::Expr& tested = expr.args.at(0);
  const bool bare = tested.op == Op::Column && tested.path.empty();
  return call(expr.op == Op::IsNull ? Operation::IsNull : Operation::IsNotNull,
              bare ? column(scope, tested.column) : expression(scope, tested));
}

// nullif() returns what it compares, and that must stay an integer.
sql::Expr null_if(const Scope& scope, const model::Expr& expr) {
  const model::Expr& value = expr.args.at(0);
  if (!becomes_real(scope, expr, value)) return plain(scope, expr, Operation::NullIf);
  sql::Expr equal = plain(scope, expr, Operation::Equal);
  return call(Operation::CaseWhen, std::move(equal), sql::constant(std::monostate()),
              expression(scope, value));
}

sql::Expr virtual_field(const Scope& scope, std::uint32_t number) {
  const model::Field& field = scope.model.fields.at(number);
  const model::Expr& value = field.computed.value().value;
  sql::Expr out = expression(scope, value);
  const bool widened = field.type.is_float() && value.type.is_integer() && value.op != Op::Literal;
  return widened ? as_real(std::move(out)) : out;
}

}  // namespace

sql::Expr expression(const Scope& scope, const model::Expr& expr) {
  if (const auto operation = same_everywhere(expr.op)) return plain(scope, expr, *operation);
  switch (expr.op) {
    case Op::Literal: return constant(scope, expr.value, expr.type);
    case Op::Column:
      if (!expr.path.empty()) break;
      return value_of(scope, expr.column);
    case Op::IsNull:
    case Op::IsNotNull: return null_test(scope, expr);
    case Op::Virtual: return virtual_field(scope, expr.column);
    case Op::Like: return like(scope, expr);
    case Op::NullIf: return null_if(scope, expr);
    case Op::Length: {
      const model::Expr& measured = expr.args.at(0);
      const bool bytes = measured.type.is(Scalar::Bytes);
      return call(bytes ? Operation::ByteLength : Operation::Length, expression(scope, measured));
    }
    case Op::Round: return rounded(scope, expr);
    case Op::Year:
    case Op::Month:
    case Op::Day: {
      const model::Expr& moment = expr.args.at(0);
      return call(date_part(scope, expr.op, moment.type), expression(scope, moment));
    }
    case Op::Now: return now(expr.type);
    default: break;
  }
  throw std::logic_error("an operation of policies reached the DDL");
}

sql::Expr now(const model::Type& type) {
  switch (type.scalar) {
    case Scalar::Date: return call(Operation::NowDays);
    case Scalar::Time: return call(Operation::NowTime);
    default: return call(Operation::NowMicros);
  }
}

}  // namespace ochrec::lower
