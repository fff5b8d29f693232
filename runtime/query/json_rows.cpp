#include "query/json_rows.hpp"

#include <algorithm>

namespace ochre::query {
namespace {

bool never_null(Op op) {
  switch (op) {
    case Op::IsNull:
    case Op::IsNotNull:
    case Op::CountRows:
    case Op::Count:
    case Op::CountDistinct:
    case Op::RowNumber:
    case Op::Rank:
    case Op::DenseRank: return true;
    default: return false;
  }
}

/// Whether the result may be NULL even when no operand is.
bool makes_null(Op op) {
  switch (op) {
    case Op::Sum:
    case Op::SumDistinct:
    case Op::Min:
    case Op::Max:
    case Op::Average:
    case Op::AverageExact:
    case Op::Lag:
    case Op::Lead:
    case Op::Divide:
    case Op::Modulo:
    case Op::NullIf:
    case Op::JsonText:
    case Op::JsonInteger:
    case Op::JsonReal: return true;
    default: return false;
  }
}

/// The operands whose value may be the result's.
std::vector<const Type*> sources(Op op, const std::vector<Type>& operands) {
  std::vector<const Type*> out;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const bool condition = op == Op::Case && i % 2 == 0 && i + 1 < operands.size();
    const bool aside = (op == Op::Filter || op == Op::Lag || op == Op::Lead || op == Op::NullIf) && i > 0;
    if (!condition && !aside) out.push_back(&operands[i]);
  }
  return out;
}

bool result_nullable(Op op, const std::vector<const Type*>& from) {
  if (never_null(op)) return false;
  if (makes_null(op)) return true;
  const auto nullable = [](const Type* type) { return type->nullable; };
  return op == Op::Coalesce ? std::all_of(from.begin(), from.end(), nullable)
                            : std::any_of(from.begin(), from.end(), nullable);
}

Kind usual_kind(Family family) {
  if (family >= Family::Decimal) return Kind::Decimal;
  switch (family) {
    case Family::Bool: return Kind::Bool;
    case Family::Text: return Kind::Text;
    case Family::Bytes: return Kind::Bytes;
    case Family::Uuid: return Kind::Uuid;
    case Family::Date: return Kind::Date;
    case Family::Time: return Kind::Time;
    case Family::Timestamp: return Kind::Timestamp;
    case Family::DateTime: return Kind::DateTime;
    case Family::Duration: return Kind::Duration;
    case Family::Json:
    case Family::Struct:
    case Family::Document: return Kind::Json;
    case Family::Array: return Kind::Array;
    case Family::Enum: return Kind::Enum;
    default: return Kind::Int64;
  }
}

bool is_real(Kind kind) { return kind == Kind::Float32 || kind == Kind::Float64; }

/// The kind of a number, as the C++ expressions have it.
Kind number_kind(Op op, Kind operands) {
  switch (op) {
    case Op::Length:
    case Op::ByteLength:
    case Op::Year:
    case Op::Month:
    case Op::Day: return Kind::Int32;
    case Op::CountRows:
    case Op::Count:
    case Op::CountDistinct:
    case Op::RowNumber:
    case Op::Rank:
    case Op::DenseRank:
    case Op::JsonInteger: return Kind::Int64;
    case Op::JsonReal:
    case Op::Average: return Kind::Float64;
    case Op::Sum:
    case Op::SumDistinct:
      return operands == Kind::Decimal ? Kind::Decimal : is_real(operands) ? Kind::Float64 : Kind::Int64;
    default: return operands;
  }
}

bool is_arithmetic(Op op) {
  return op == Op::Add || op == Op::Subtract || op == Op::Multiply || op == Op::Divide || op == Op::Modulo;
}

/// Whether every value of one kind is one of the other.
bool fits(Kind kind, Kind asked) {
  if (kind == asked) return true;
  if (asked == Kind::Float64) return kind == Kind::Float32;
  return kind >= Kind::Int16 && asked <= Kind::Int64 && kind < asked;
}

bool can_read_value(const detail::RowItem& asked, const Type& type) {
  if (asked.model || type.model) return asked.model == type.model;
  if (type.family == Family::Null || !fits(type.kind, asked.kind)) return false;
  if (type.kind == Kind::Decimal) return type.scale == asked.scale && is_decimal(type.family) != asked.wide;
  return !asked.has_enumerator || std::all_of(type.texts.begin(), type.texts.end(), asked.has_enumerator);
}

}  // namespace

Type type_of_kind(Kind kind, bool nullable, int scale, bool wide) {
  Type type;
  type.family = family_of(kind, scale, wide);
  type.kind = kind;
  if (kind == Kind::Decimal) type.scale = scale;
  type.nullable = nullable;
  return type;
}

Type type_of_column(const ColumnInfo& column) {
  Type type = type_of_kind(column.kind, column.nullable, column.scale, column.wide);
  if (column.whole) type.family = Family::Struct;
  type.texts.assign(column.values.begin(), column.values.end());
  return type;
}

Type type_of_rows(const ModelInfo& model, bool nullable) {
  Type type;
  type.family = Family::Rows;
  type.nullable = nullable;
  type.model = &model;
  return type;
}

namespace {

std::size_t columns_of(const Type& type) { return type.model ? type.model->columns.size() : 1; }

}  // namespace

std::size_t columns_of(const RowType& row) {
  std::size_t columns = 0;
  for (const Type& type : row) columns += columns_of(type);
  return columns;
}

Type column_at(const RowType& row, std::size_t number) {
  auto item = row.begin();
  for (; number >= columns_of(*item); ++item) number -= columns_of(*item);
  if (!item->model) return *item;
  Type type = type_of_column(item->model->columns[number]);
  type.nullable = type.nullable || item->nullable;
  return type;
}

Type result_type(Op op, const std::vector<Type>& operands, Family family) {
  const std::vector<const Type*> from = sources(op, operands);
  Type type = type_of_kind(usual_kind(family), result_nullable(op, from));
  type.family = family;
  if (type.kind == Kind::Decimal) type.scale = digits_of(family);
  bool known = false;
  for (const Type* source : from) {
    if (source->family != family) continue;
    if (!known) type.kind = source->kind;
    if (is_arithmetic(op) || op == Op::Coalesce || op == Op::Case)
      type.kind = std::max(type.kind, source->kind);
    known = true;
    type.texts.insert(type.texts.end(), source->texts.begin(), source->texts.end());
  }
  if (family == Family::Number) type.kind = number_kind(op, type.kind);
  return type;
}

bool combine(RowType& rows, const RowType& others) {
  if (rows.size() != others.size()) return false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Type& type = rows[i];
    const Type& other = others[i];
    if (type.model != other.model || (!type.model && !alike(type.family, other.family))) return false;
    if (type.family == Family::Null)
      type.family = other.family, type.kind = other.kind, type.scale = other.scale;
    type.kind = std::max(type.kind, other.kind);
    type.nullable = type.nullable || other.nullable;
    type.texts.insert(type.texts.end(), other.texts.begin(), other.texts.end());
  }
  return true;
}

bool can_read(View<const detail::RowItem> asked, const RowType& rows) {
  return std::equal(asked.begin(), asked.end(), rows.begin(), rows.end(),
                    [](const detail::RowItem& item, const Type& type) {
                      return (item.nullable || !type.nullable) && can_read_value(item, type);
                    });
}

}  // namespace ochre::query
