#include "session/violation.hpp"

#include <algorithm>

#include "query/key_statements.hpp"

namespace ochre::session {
namespace {

std::vector<std::string> names_of(const ModelInfo& model, View<const std::uint16_t> columns) {
  std::vector<std::string> names;
  for (const std::uint16_t column : columns) names.emplace_back(model.columns[column].name);
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

void name_unique(ConstraintViolation& violation, const ModelInfo& model) {
  for (const UniqueInfo& unique : model.uniques) {
    const bool by_name = !violation.failure.constraint.empty() && violation.failure.constraint == unique.name;
    if (!by_name && names_of(model, unique.columns) != violation.failure.columns) continue;
    violation.failure.constraint = unique.name;
    if (violation.failure.columns.empty()) violation.failure.columns = names_of(model, unique.columns);
    return;
  }
}

void name_check(ConstraintViolation& violation, const ModelInfo& model) {
  for (const CheckInfo& check : model.checks) {
    if (check.name == violation.failure.constraint)
      violation.failure.columns = names_of(model, check.columns);
  }
}

/// The values of some columns; empty when one of them is NULL, which refers to nothing.
Values values_of(const ModelInfo& model, const void* row, View<const std::uint16_t> columns) {
  Values values;
  for (const std::uint16_t column : columns) {
    model.row.put(row, column, values);
    if (values.at(values.size() - 1).is_null()) return Values();
  }
  return values;
}

bool row_exists(const ModelInfo& model, View<const std::uint16_t> columns, const Values& values,
                Channel& channel) {
  const auto statement = channel.connection().prepare(query::probe_sql(model, channel.dialect(), columns));
  bool found = false;
  const auto visit = [](void* context, Row&) { return *static_cast<bool*>(context) = true, false; };
  statement->each(values, {visit, &found});
  return found;
}

void probe_targets(ConstraintViolation& violation, const ModelInfo& model, const void* row,
                   Channel& channel) {
  for (const RelationInfo& relation : model.relations) {
    if (relation.kind != RelationKind::BelongsTo) continue;
    const Values key = values_of(model, row, relation.columns);
    if (key.empty() || row_exists(*relation.target, relation.target_columns, key, channel)) continue;
    violation.failure.columns = names_of(model, relation.columns);
    violation.failure.constraint = relation.constraint;
    violation.set_message("The row of " + std::string(model.table) + " refers with " +
                          listed(violation.failure.columns) + " to a row of " +
                          std::string(relation.target->table) + " that does not exist.");
    return;
  }
}

bool forbids_erase(const RelationInfo& relation, const ModelInfo& target) {
  return relation.kind == RelationKind::BelongsTo && relation.target == &target &&
         relation.on_delete != OnDelete::Cascade && relation.on_delete != OnDelete::SetNull;
}

}  // namespace

void complete_violation(ConstraintViolation& violation, const ModelInfo& model, const void* row,
                        Channel& channel) {
  if (violation.failure.table.empty()) violation.failure.table = model.table;
  if (violation.failure.table != model.table) return;  // a trigger's or a cascade's doing
  if (dynamic_cast<UniqueViolation*>(&violation)) name_unique(violation, model);
  if (dynamic_cast<CheckViolation*>(&violation)) name_check(violation, model);
  if (row && dynamic_cast<ForeignKeyViolation*>(&violation) && violation.failure.columns.empty()) {
    probe_targets(violation, model, row, channel);
  }
}

void complete_erase_violation(ForeignKeyViolation& violation, const SchemaInfo& schema,
                              const ModelInfo& model, const void* row, Channel& channel) {
  for (const ModelInfo* child : schema.models) {
    for (const RelationInfo& relation : child->relations) {
      if (!forbids_erase(relation, model)) continue;
      const Values key = values_of(model, row, relation.target_columns);
      if (key.empty() || !row_exists(*child, relation.columns, key, channel)) continue;
      violation.failure = {std::string(child->table), names_of(*child, relation.columns),
                           std::string(relation.constraint)};
      violation.set_message("The row of " + std::string(model.table) + " cannot be deleted: rows of " +
                            violation.failure.table + " refer to it with " +
                            listed(violation.failure.columns) + ".");
      return;
    }
  }
}

}  // namespace ochre::session
