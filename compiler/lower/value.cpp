#include "lower/value.hpp"

namespace ochrec::lower {
namespace {

using model::Scalar;
using model::TypeKind;

sql::Value number(const Scope& scope, std::int64_t value, const model::Type& type) {
  switch (type.scalar) {
    case Scalar::Float32:
    case Scalar::Float64: return static_cast<double>(value);
    case Scalar::Date: return sql::Moment{sql::Calendar::Date, value};
    case Scalar::Time: return sql::Moment{sql::Calendar::Time, value};
    case Scalar::Timestamp: return sql::Moment{sql::Calendar::Timestamp, value};
    case Scalar::Datetime: return sql::Moment{sql::Calendar::Datetime, value};
    case Scalar::Decimal: {
      if (scope.on_sqlite() && !is_wide_decimal(type)) return value;
      std::string text = decimal_text(std::to_string(value), type.scale);
      if (scope.on_sqlite()) return text;
      return sql::Numeric{std::move(text)};
    }
    default: return value;
  }
}

sql::Value text(const Scope& scope, const std::string& value, const model::Type& type) {
  if (type.kind != TypeKind::Scalar || type.scalar != Scalar::Decimal) return value;
  std::string digits = decimal_text(value, type.scale);
  if (scope.on_sqlite()) return digits;
  return sql::Numeric{std::move(digits)};
}

struct Lowering {
  const Scope& scope;
  const model::Type& type;

  sql::Value operator()(std::monostate value) const { return value; }
  sql::Value operator()(bool value) const { return value; }
  sql::Value operator()(std::int64_t value) const {
    if (type.kind != TypeKind::Enum) return number(scope, value, type);
    return scope.schema.enumeration(type.enumeration).values.at(static_cast<std::size_t>(value)).stored;
  }
  // A float32 column holds what C++ has: the nearest float, whose digits as a double differ from those
  // written.
  sql::Value operator()(double value) const {
    return type.is(Scalar::Float32) ? static_cast<double>(static_cast<float>(value)) : value;
  }
  sql::Value operator()(const std::string& value) const { return text(scope, value, type); }
  sql::Value operator()(const model::UuidBytes& value) const { return value; }
  sql::Value operator()(model::EmptyArray) const {
    const bool is_json = scope.on_sqlite() || type.kind == TypeKind::Struct;
    return std::string(is_json ? "[]" : "{}");
  }
};

}  // namespace

sql::Expr constant(const Scope& scope, const model::Value& value, const model::Type& type) {
  return sql::constant(std::visit(Lowering{scope, type}, value));
}

std::string decimal_text(std::string digits, unsigned scale) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.erase(0, 1);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale > 0) digits.insert(digits.size() - scale, 1, '.');
  return negative ? '-' + digits : digits;
}

std::string glob(std::string_view like) {
  std::string out;
  for (std::size_t at = 0; at < like.size(); ++at) {
    char letter = like[at];
    const bool escaped = letter == '\\' && at + 1 < like.size();
    if (escaped) letter = like[++at];
    if (!escaped && letter == '%') {
      out += '*';
    } else if (!escaped && letter == '_') {
      out += '?';
    } else if (letter == '*' || letter == '?' || letter == '[') {
      ((out += '[') += letter) += ']';
    } else {
      out += letter;
    }
  }
  return out;
}

}  // namespace ochrec::lower
