#include "session/row_values.hpp"

#include "ochre/errors.hpp"
#include "query/key_statements.hpp"
#include "session/kept_columns.hpp"

namespace ochre::session {

Values insert_values(const ModelInfo& model, const void* row, bool gives_key) {
  Values values;
  put_insert_values(model, row, gives_key, values);
  return values;
}

void put_insert_values(const ModelInfo& model, const void* row, bool gives_key, Values& out) {
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    const ColumnInfo& column = model.columns[i];
    if (column.computed || column.virtual_computed) continue;
    if (column.automatic && !gives_key) {
      out.add(Value::null(column.kind));
    } else {
      model.row.put(row, static_cast<std::uint16_t>(i), out);
    }
  }
}

void put_key(const ModelInfo& model, const void* row, Values& out) {
  for (const std::uint16_t column : model.key) model.row.put(row, column, out);
}

Value value_of(const ModelInfo& model, const void* row, std::uint16_t column, Values& storage) {
  storage.clear();
  model.row.put(row, column, storage);
  return storage.at(0);
}

std::int64_t version_of(const ModelInfo& model, const void* row) {
  const int column = query::version_column(model);
  if (column < 0) return 0;
  Values storage;
  return value_of(model, row, static_cast<std::uint16_t>(column), storage).integer;
}

void require_valid(const ModelInfo& model, const void* row) {
  if (!model.validate) return;
  Violations violations;
  model.validate(row, violations);
  if (!violations.empty()) throw ValidationFailed(model.name, std::move(violations));
}

void require_all_valid(const ModelInfo& model, void (*validate)(const void* row, Violations& out),
                       const void* rows, std::size_t count, std::size_t stride) {
  if (!validate) return;
  Violations violations;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t known = violations.size();
    validate(static_cast<const std::byte*>(rows) + i * stride, violations);
    for (std::size_t at = known; at < violations.size(); ++at) {
      std::string& field = violations[at].field;
      field = "[" + std::to_string(i) + "]" + (field.empty() ? "" : "." + field);
    }
  }
  if (violations.empty()) return;
  throw ValidationFailed("A batch of " + std::string(model.name), std::move(violations));
}

void follow_write(const ModelInfo& model, void* row, std::int64_t version, const Moment& moment) {
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    const ColumnInfo& column = model.columns[i];
    const auto number = static_cast<std::uint16_t>(i);
    if (column.version) {
      model.row.assign(row, number, Value::of_integer(column.kind, version + 1));
    } else if (column.updated) {
      model.row.assign(row, number, moment_value(column.kind, moment));
    }
  }
}

}  // namespace ochre::session
