#include "lower/expression.hpp"

#include <optional>
#include <stdexcept>

#include "lower/decimal.hpp"
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
    case Op::IsNull: return Operation::IsNull;
    case Op::IsNotNull: return Operation::IsNotNull;
    case Op::Lower: return Operation::Lower;
    case Op::Upper: return Operation::Upper;
    case Op::Trim: return Operation::Trim;
    case Op::Abs: return Operation::Abs;
    case Op::Coalesce: return Operation::Coalesce;
    case Op::NullIf: return Operation::NullIf;
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

sql::Expr plain(const Scope& scope, const model::Expr& expr, Operation operation) {
  sql::Expr out = call(operation);
  out.args.reserve(expr.args.size());
  for (const model::Expr& arg : expr.args) out.args.push_back(expression(scope, arg));
  return out;
}

sql::Expr virtual_field(const Scope& scope, std::uint32_t field) {
  return expression(scope, scope.model.fields.at(field).computed.value().value);
}

}  // namespace

sql::Expr expression(const Scope& scope, const model::Expr& expr) {
  if (const auto operation = same_everywhere(expr.op)) return plain(scope, expr, *operation);
  switch (expr.op) {
    case Op::Literal: return constant(scope, expr.value, expr.type);
    case Op::Column:
      if (!expr.path.empty()) break;
      return column(scope, expr.column);
    case Op::Virtual: return virtual_field(scope, expr.column);
    case Op::Like: return like(scope, expr);
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
