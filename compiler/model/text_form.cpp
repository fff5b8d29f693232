#include "model/text_form.hpp"

namespace ochrec::model {

bool is_kept_as_text(const Field& field) {
  constexpr unsigned widest_integer_decimal = 18;  // SQLite keeps wider ones as text anyway
  const Type& type = field.type;
  if (field.column_type.sqlite != "text" || type.kind != TypeKind::Scalar || type.array) return false;
  switch (type.scalar) {
    case Scalar::Date:
    case Scalar::Time:
    case Scalar::Timestamp:
    case Scalar::Datetime:
    case Scalar::Uuid: return true;
    case Scalar::Decimal: return type.precision <= widest_integer_decimal;
    default: return false;
  }
}

ValueRange years_of_text(const Type& type) {
  constexpr std::int64_t first_day = -719'528;        // 0000-01-01
  constexpr std::int64_t day_after_last = 2'932'897;  // of 9999-12-31
  constexpr std::int64_t micros_per_day = 86'400'000'000;
  ValueRange range;
  if (type.is(Scalar::Date)) {
    range.low = first_day;
    range.high = day_after_last - 1;
  } else if (type.is(Scalar::Timestamp) || type.is(Scalar::Datetime)) {
    range.low = first_day * micros_per_day;
    range.high = day_after_last * micros_per_day - 1;
  }
  return range;
}

bool is_years_of_text(const ValueRange& range, const Type& type) {
  const ValueRange years = years_of_text(type);
  return range.low && range.high && range.low == years.low && range.high == years.high &&
         !range.low_exclusive && !range.high_exclusive;
}

bool is_other_on_postgres(const Field& field) {
  if (field.type.kind != TypeKind::Scalar || field.type.array) return false;
  std::string type = field.column_type.postgres;
  for (char& c : type) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  switch (field.type.scalar) {
    case Scalar::Uuid:
    case Scalar::Date:
    case Scalar::Time:
    case Scalar::Datetime: return type == "text";
    case Scalar::Timestamp: return type == "text" || type == "timestamp";
    default: return false;
  }
}

}  // namespace ochrec::model
