// Models written by hand, as short as a schema file would be.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lower/lower.hpp"
#include "model/schema.hpp"
#include "sql/ddl.hpp"

namespace build {

namespace model = ochrec::model;
using model::Op;
using model::Scalar;

inline model::Type type(Scalar scalar) {
  model::Type out;
  out.scalar = scalar;
  return out;
}

inline model::Type optional(model::Type out) {
  out.optional = true;
  return out;
}

inline model::Type array(model::Type out) {
  out.array = true;
  return out;
}

inline model::Type string(std::uint32_t most) {
  model::Type out = type(Scalar::String);
  out.max_length = most;
  return out;
}

inline model::Type decimal(unsigned precision, unsigned scale) {
  model::Type out = type(Scalar::Decimal);
  out.precision = static_cast<std::uint8_t>(precision);
  out.scale = static_cast<std::uint8_t>(scale);
  return out;
}

inline model::Type enumeration(std::uint32_t id) {
  model::Type out;
  out.kind = model::TypeKind::Enum;
  out.enumeration = model::EnumId{id};
  return out;
}

inline model::Type structure(std::uint32_t id) {
  model::Type out;
  out.kind = model::TypeKind::Struct;
  out.structure = model::StructId{id};
  return out;
}

inline model::Field field(std::string name, model::Type type) {
  model::Field out;
  out.column = out.json = out.name = std::move(name);
  out.type = std::move(type);
  return out;
}

/// Adds a field that is one column; returns it for changes, until the next is added.
inline model::Field& add(model::Model& model, const std::string& name, model::Type type) {
  model::Column& column = model.columns.emplace_back();
  column.field = static_cast<std::uint32_t>(model.fields.size());
  column.name = name;
  column.type = type;
  return model.fields.emplace_back(field(name, std::move(type)));
}

/// A model with the key `id: int64 @id @auto`, which is column 0.
inline model::Model keyed(std::string name, std::string table) {
  model::Model out;
  out.name = std::move(name);
  out.table = std::move(table);
  add(out, "id", type(Scalar::Int64)).is_auto = true;
  out.key = {0};
  return out;
}

inline model::Index index(std::vector<std::uint32_t> columns, bool unique = false) {
  model::Index out;
  out.unique = unique;
  for (const std::uint32_t column : columns) out.parts.push_back({column, false});
  return out;
}

inline model::Relation to_one(std::string name, std::uint32_t target, std::vector<std::uint32_t> columns,
                              std::vector<std::uint32_t> target_columns = {0}) {
  model::Relation out;
  out.name = std::move(name);
  out.target = model::ModelId{target};
  out.columns = std::move(columns);
  out.target_columns = std::move(target_columns);
  return out;
}

inline model::Expr literal(model::Value value, model::Type type) {
  model::Expr out;
  out.type = std::move(type);
  out.value = std::move(value);
  return out;
}

inline model::Expr number(std::int64_t value) { return literal(value, type(Scalar::Int64)); }
inline model::Expr text(std::string value) { return literal(std::move(value), type(Scalar::String)); }

inline model::Expr column(const model::Model& model, const std::string& name) {
  model::Expr out;
  out.op = Op::Column;
  while (model.columns.at(out.column).name != name) ++out.column;
  out.type = model.columns[out.column].type;
  return out;
}

inline model::Expr call(Op op, model::Type type, std::vector<model::Expr> args) {
  model::Expr out;
  out.op = op;
  out.type = std::move(type);
  out.args = std::move(args);
  return out;
}

/// An operation whose result is a bool.
inline model::Expr test(Op op, std::vector<model::Expr> args) {
  return call(op, type(Scalar::Bool), std::move(args));
}

inline std::string ddl(const model::Schema& schema) {
  return ochrec::sql::ddl(ochrec::lower::lower(schema, model::Database::Sqlite),
                          ochrec::sql::Database::Sqlite);
}

inline std::string ddl(model::Model model) {
  model::Schema schema;
  schema.models.push_back(std::move(model));
  return ddl(schema);
}

}  // namespace build
