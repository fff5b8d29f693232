#include "query/json_types.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "ochre/errors.hpp"

namespace ochre::query {
namespace {

[[noreturn]] void refuse_value() {
  throw ValidationFailed("This query is refused: a value does not have its type.");
}

bool all_are(const std::vector<Family>& operands, Family family) {
  return std::all_of(operands.begin(), operands.end(),
                     [&](Family operand) { return operand == family || operand == Family::Null; });
}

/// The family all operands share; nothing when they differ.
std::optional<Family> common(const std::vector<Family>& operands) {
  Family shared = Family::Null;
  for (const Family operand : operands) {
    if (operand == Family::Null) continue;
    if (shared != Family::Null && !alike(shared, operand)) return std::nullopt;
    if (shared == Family::Null || shared == Family::Document) shared = operand;
  }
  return shared == Family::Rows ? std::nullopt : std::optional(shared);
}

std::optional<Family> when(bool holds, Family family) { return holds ? std::optional(family) : std::nullopt; }

/// Sums and differences, of which both sides have one scale.
std::optional<Family> type_of_sum(const std::vector<Family>& operands) {
  const auto shared = common(operands);
  const bool sums = shared == Family::Number || shared == Family::Duration || (shared && is_decimal(*shared));
  return when(sums, shared.value_or(Family::Null));
}

/// Products: of decimals and durations with numbers, too.
std::optional<Family> type_of_product(const std::vector<Family>& operands) {
  const auto other_than = [&](std::size_t at) {
    return (is_decimal(operands[at]) || operands[at] == Family::Duration) &&
           operands[1 - at] == Family::Number;
  };
  if (other_than(0)) return operands[0];
  if (other_than(1)) return operands[1];
  return when(all_are(operands, Family::Number), Family::Number);
}

bool is_document(Family family) { return family >= Family::Json && family <= Family::Array; }

bool is_moment(Family family) { return family == Family::Timestamp || family == Family::DateTime; }

std::optional<Family> type_of_case(const std::vector<Family>& operands) {
  std::vector<Family> values{operands.back()};
  for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
    if (operands[i] != Family::Bool) return std::nullopt;
    values.push_back(operands[i + 1]);
  }
  return common(values);
}

std::int64_t integer_within(const JsonValue& content, std::int64_t low, std::int64_t high) {
  if (content.type != JsonType::Integer || content.integer < low || content.integer > high) refuse_value();
  return content.integer;
}

template <class T>
std::int64_t integer_like(const JsonValue& content) {
  return integer_within(content, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
}

std::string bytes_of(const JsonValue& content) {
  if (content.type != JsonType::Text || content.text.size() % 2 != 0) refuse_value();
  std::string out;
  for (std::size_t i = 0; i < content.text.size(); i += 2) {
    unsigned byte = 0;
    const char* at = content.text.data() + i;
    if (std::from_chars(at, at + 2, byte, 16).ptr != at + 2) refuse_value();
    out += static_cast<char>(byte);
  }
  return out;
}

double real_of(const JsonValue& content) {
  if (content.type == JsonType::Integer) return static_cast<double>(content.integer);
  if (content.type == JsonType::Real) return content.real;
  if (content.type == JsonType::Text && content.text == "inf") return std::numeric_limits<double>::infinity();
  if (content.type == JsonType::Text && content.text == "-inf")
    return -std::numeric_limits<double>::infinity();
  refuse_value();
}

}  // namespace

Family family_of(Kind kind, int scale, bool wide) {
  switch (kind) {
    case Kind::Decimal:
      return static_cast<Family>(static_cast<int>(wide ? Family::WideDecimal : Family::Decimal) + scale);
    case Kind::Bool: return Family::Bool;
    case Kind::Text: return Family::Text;
    case Kind::Bytes: return Family::Bytes;
    case Kind::Uuid: return Family::Uuid;
    case Kind::Date: return Family::Date;
    case Kind::Time: return Family::Time;
    case Kind::Timestamp: return Family::Timestamp;
    case Kind::DateTime: return Family::DateTime;
    case Kind::Duration: return Family::Duration;
    case Kind::Json: return Family::Json;
    case Kind::Array: return Family::Array;
    case Kind::Enum: return Family::Enum;
    default: return Family::Number;
  }
}

bool alike(Family left, Family right) {
  if (left == Family::Rows || right == Family::Rows) return false;
  if (left == Family::Document) std::swap(left, right);
  if (right == Family::Document && (left == Family::Json || left == Family::Struct)) return true;
  return left == right || left == Family::Null || right == Family::Null;
}

bool comparable(Family left, Family right) {
  return alike(left, right) && left != Family::Json && right != Family::Json;
}

bool has_order(Family family) { return can_sort(family) && family != Family::Bool && family != Family::Enum; }

bool can_sort(Family family) {
  return family != Family::Null && !is_document(family) && family != Family::Rows &&
         family < Family::WideDecimal;
}

bool is_decimal(Family family) { return family >= Family::Decimal && family < Family::WideDecimal; }

int digits_of(Family decimal) {
  const Family first = is_decimal(decimal) ? Family::Decimal : Family::WideDecimal;
  return static_cast<int>(decimal) - static_cast<int>(first);
}

Kind date_kind(Family family) {
  if (family == Family::Date) return Kind::Date;
  return family == Family::Timestamp ? Kind::Timestamp : Kind::DateTime;
}

std::optional<Family> type_of(Op op, const std::vector<Family>& operands) {
  const auto shared = common(operands);
  switch (op) {
    case Op::Equal:
    case Op::NotEqual: return when(shared && comparable(*shared, *shared), Family::Bool);
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
    case Op::Between: return when(shared && has_order(*shared), Family::Bool);
    case Op::And:
    case Op::Or:
    case Op::Not: return when(all_are(operands, Family::Bool), Family::Bool);
    case Op::IsNull:
    case Op::IsNotNull: return when(operands[0] != Family::Rows, Family::Bool);
    case Op::Like:
    case Op::LikeFold:
    case Op::Contains:
    case Op::ContainsFold:
    case Op::StartsWith:
    case Op::StartsWithFold:
    case Op::EndsWith:
    case Op::EndsWithFold: return when(all_are(operands, Family::Text), Family::Bool);
    case Op::Add:
    case Op::Subtract:
    case Op::Negate:
    case Op::Abs: return type_of_sum(operands);
    case Op::MomentAdd:
    case Op::MomentSubtract:
      return when(is_moment(operands[0]) && operands[1] == Family::Duration, operands[0]);
    case Op::MomentDifference:
      return when(is_moment(operands[0]) && operands[1] == operands[0], Family::Duration);
    case Op::Multiply: return type_of_product(operands);
    case Op::Divide:
    case Op::Modulo: return when(all_are(operands, Family::Number), Family::Number);
    case Op::Concat:
    case Op::Lower:
    case Op::Upper:
    case Op::Trim:
    case Op::Replace: return when(all_are(operands, Family::Text), Family::Text);
    case Op::Length: return when(all_are(operands, Family::Text), Family::Number);
    case Op::ByteLength: return when(all_are(operands, Family::Bytes), Family::Number);
    case Op::Substring:
      return when(
          operands[0] == Family::Text && operands[1] == Family::Number && operands[2] == Family::Number,
          Family::Text);
    case Op::Coalesce: return shared;
    case Op::NullIf: return shared && comparable(*shared, *shared) ? shared : std::nullopt;
    case Op::Year:
    case Op::Month:
    case Op::Day:
      return when(
          operands[0] == Family::Date || operands[0] == Family::Timestamp || operands[0] == Family::DateTime,
          Family::Number);
    case Op::Case: return type_of_case(operands);
    case Op::JsonText: return when(is_document(operands[0]) && operands[1] == Family::Text, Family::Text);
    case Op::JsonInteger:
    case Op::JsonReal: return when(is_document(operands[0]) && operands[1] == Family::Text, Family::Number);
    case Op::CountRows: return Family::Number;
    case Op::Count:
    case Op::CountDistinct: return when(operands[0] != Family::Rows, Family::Number);
    case Op::Sum:
    case Op::SumDistinct: return operands[0] == Family::Null ? std::nullopt : type_of_sum(operands);
    case Op::Average: return when(operands[0] == Family::Number, Family::Number);
    case Op::Min:
    case Op::Max: return when(has_order(operands[0]), operands[0]);
    case Op::Filter: return when(operands[1] == Family::Bool, operands[0]);
    default: return std::nullopt;
  }
}

Value json_to_value(Kind kind, const JsonValue& content, std::string& storage) {
  if (content.type == JsonType::Null) return Value::null(kind);
  constexpr std::int64_t day = 86'400'000'000;
  switch (kind) {
    case Kind::Bool: return Value::of_integer(kind, integer_within(content, 0, 1));
    case Kind::Int16: return Value::of_integer(kind, integer_like<std::int16_t>(content));
    case Kind::Int32:
    case Kind::Date: return Value::of_integer(kind, integer_like<std::int32_t>(content));
    case Kind::Time: return Value::of_integer(kind, integer_within(content, 0, day - 1));
    case Kind::Int64:
    case Kind::Timestamp:
    case Kind::DateTime:
    case Kind::Duration: return Value::of_integer(kind, integer_like<std::int64_t>(content));
    case Kind::Float32:
    case Kind::Float64: return Value::of_real(kind, real_of(content));
    case Kind::Decimal:
      if (content.type == JsonType::Integer) return Value::of_integer(kind, content.integer);
      [[fallthrough]];
    case Kind::Text:
    case Kind::Json:
    case Kind::Array:
    case Kind::Enum:
      if (content.type != JsonType::Text) refuse_value();
      return Value::of_text(kind, content.text);
    case Kind::Bytes:
    case Kind::Uuid:
      storage = bytes_of(content);
      if (kind == Kind::Uuid && storage.size() != 16) refuse_value();
      return Value::of_bytes(kind, {storage.data(), storage.size()});
  }
  refuse_value();
}

}  // namespace ochre::query
