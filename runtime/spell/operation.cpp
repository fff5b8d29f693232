#include "spell/operation.hpp"

#include "spell/dialects.hpp"

namespace ochre::spell {
namespace {

std::string_view shared_pattern(Operation operation) {
  using enum Operation;
  switch (operation) {
    case Or: return "$1 OR $2";
    case And: return "$1 AND $2";
    case Not: return "NOT $1";
    case Equal: return "$1 = $2";
    case NotEqual: return "$1 <> $2";
    case Less: return "$1 < $2";
    case LessEqual: return "$1 <= $2";
    case Greater: return "$1 > $2";
    case GreaterEqual: return "$1 >= $2";
    case Between: return "$1 BETWEEN $2 AND $3";
    case In: return "$1 IN ($+)";
    case NotIn: return "$1 NOT IN ($+)";
    case IsNull: return "$1 IS NULL";
    case IsNotNull: return "$1 IS NOT NULL";
    case Add: return "$1 + $2";
    case Subtract: return "$1 - $2";
    case Multiply: return "$1 * $2";
    case Negate: return "- $1";
    case Abs: return "abs($1)";
    case RoundTo: return "round($1, $2)";
    case Coalesce: return "coalesce($*)";
    case NullIf: return "nullif($1, $2)";
    case Slice: return "substr($1, $2, $3)";
    case TrimLeftOf: return "ltrim($1, $2)";
    case CaseWhen: return "CASE WHEN $1 THEN $2 ELSE $3 END";
    default: return {};
  }
}

Binding binding(Operation operation) {
  using enum Operation;
  switch (operation) {
    case Or: return Binding::Or;
    case And:
    case IsFlatArray:
    case IsDateText:
    case IsTimeText:
    case IsMomentText:
    case IsUuidText: return Binding::And;
    case Not: return Binding::Not;
    case Equal:
    case NotEqual:
    case Less:
    case LessEqual:
    case Greater:
    case GreaterEqual:
    case Between:
    case In:
    case NotIn:
    case Is:
    case IsNull:
    case IsNotNull:
    case Like:
    case NotLike: return Binding::Compare;
    case Add:
    case Subtract:
    case NowTime:  // sums and quotients where there is no function for it
    case NowMicros:
    case TimeOfText:
    case MicrosOfText:
    case NowDateText:
    case NowTimeText:
    case NowMomentText: return Binding::Add;
    case NowDays:
    case DaysOfText:
    case Multiply:
    case Divide:
    case Modulo: return Binding::Multiply;
    case Negate: return Binding::Negate;
    default: return Binding::Primary;
  }
}

std::string_view own_pattern(Operation operation, Dialect dialect) {
  switch (dialect) {
    case Dialect::Sqlite: return sqlite_pattern(operation);
    case Dialect::Postgres: return postgres_pattern(operation);
  }
  return {};
}

}  // namespace

Spelling spelling(Operation operation, Dialect dialect) {
  const std::string_view own = own_pattern(operation, dialect);
  return {own.empty() ? shared_pattern(operation) : own, binding(operation)};
}

Binding needed(Binding binding, std::size_t operand) {
  switch (binding) {
    case Binding::Or:
    case Binding::And:
    case Binding::Not: return binding;
    case Binding::Compare: return Binding::Add;
    case Binding::Add: return operand == 0 ? Binding::Add : Binding::Multiply;
    case Binding::Multiply: return operand == 0 ? Binding::Multiply : Binding::Primary;
    default: return Binding::Primary;
  }
}

}  // namespace ochre::spell
