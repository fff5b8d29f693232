#include "lower/scope.hpp"

#include "model/naming.hpp"

namespace ochrec::lower {
namespace {

using model::Scalar;
using sql::ColumnKind;

ColumnKind scalar_kind(Scalar scalar) {
  switch (scalar) {
    case Scalar::Bool: return ColumnKind::Bool;
    case Scalar::Int16: return ColumnKind::Int16;
    case Scalar::Int32: return ColumnKind::Int32;
    case Scalar::Int64: return ColumnKind::Int64;
    case Scalar::Float32: return ColumnKind::Float32;
    case Scalar::Float64: return ColumnKind::Float64;
    case Scalar::Decimal: return ColumnKind::Decimal;
    case Scalar::String: return ColumnKind::Text;
    case Scalar::Bytes: return ColumnKind::Bytes;
    case Scalar::Uuid: return ColumnKind::Uuid;
    case Scalar::Date: return ColumnKind::Date;
    case Scalar::Time: return ColumnKind::Time;
    case Scalar::Timestamp: return ColumnKind::Timestamp;
    case Scalar::Datetime: return ColumnKind::Datetime;
    case Scalar::Duration: return ColumnKind::Duration;
    case Scalar::Json: return ColumnKind::Json;
  }
  return ColumnKind::Other;
}

// Structs have columns of their own only in arrays, which are JSON.
ColumnKind kind(const model::Type& type) {
  switch (type.kind) {
    case model::TypeKind::Scalar: return scalar_kind(type.scalar);
    case model::TypeKind::Enum: return ColumnKind::Enum;
    case model::TypeKind::Struct: return ColumnKind::Json;
  }
  return ColumnKind::Other;
}

}  // namespace

const model::Field& leaf(const Scope& scope, const model::Column& column) {
  const model::Field* field = &scope.model.fields.at(column.field);
  for (const std::uint32_t step : column.path) {
    field = &scope.schema.structure(field->type.structure.value()).fields.at(step);
  }
  return *field;
}

sql::ColumnType column_type(const Scope& scope, const model::Column& column) {
  const model::ColumnTypes& own = leaf(scope, column).column_type;
  sql::ColumnType out{.kind = kind(column.type),
                      .precision = column.type.precision,
                      .scale = column.type.scale,
                      .array = column.type.array && column.type.kind != model::TypeKind::Struct,
                      .spelled = scope.on_sqlite() ? own.sqlite : own.postgres};
  if (scope.on_sqlite()) out.array = column.type.array;
  if (!scope.on_sqlite() && column.type.kind == model::TypeKind::Enum && out.spelled.empty()) {
    const model::Enum& type = scope.schema.enumeration(column.type.enumeration);
    if (type.native) out.spelled = model::snake_case(type.name);
  }
  return out;
}

bool is_wide_decimal(const model::Type& type) { return type.is(Scalar::Decimal) && type.precision > 18; }

sql::Expr column(const Scope& scope, std::uint32_t index) {
  return sql::column(scope.model.columns.at(index).name);
}

}  // namespace ochrec::lower
