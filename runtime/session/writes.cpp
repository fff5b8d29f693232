// The writing half of Session: rows by key, bulk inserts, changes by query.
#include <algorithm>

#include "ochre/errors.hpp"
#include "query/key_statements.hpp"
#include "query/render.hpp"
#include "session/conflict.hpp"
#include "session/kept_columns.hpp"
#include "session/read_back.hpp"
#include "session/ready_changes.hpp"
#include "session/row_values.hpp"
#include "session/state.hpp"
#include "session/violation.hpp"

namespace ochre {

using query::Purpose;
using session::Access;
using session::KeySlot;
using session::Lease;
using session::moment_value;
using session::StatementUse;

namespace {

void require_inserted(const ModelInfo& model, bool is_in) {
  if (!is_in)
    throw Error("The row for " + std::string(model.table) + " did not go in: a trigger kept it out.");
}

}  // namespace

void Session::prepare_new(const ModelInfo& model, void* fields) {
  if (model.normalise_new) model.normalise_new(fields);
  if (!model.validate_new) return;
  Violations violations;
  model.validate_new(fields, violations);
  if (!violations.empty()) throw ValidationFailed(model.name, std::move(violations));
}

void Session::prepare_many(const ModelInfo& model, void* fields, std::size_t count) {
  for (std::size_t i = 0; model.normalise_new && i < count; ++i) {
    model.normalise_new(static_cast<std::byte*>(fields) + i * model.row.fields_size);
  }
  session::require_all_valid(model, model.validate_new, fields, count, model.row.fields_size);
}

void Session::insert_and_read(const ModelInfo& model, void* rows, std::size_t count,
                              const std::string& gives_key) {
  if (count == 0) return;
  TransactionScope scope(state_, BeginMode::Immediate);
  Lease lease(*state_, channel_, Access::Write);
  session::insert_and_complete(*lease, model, rows, count, gives_key);
  scope.commit();
}

void Session::insert_row(const ModelInfo& model, void* row, bool gives_key) {
  Lease lease(*state_, channel_, Access::Write);
  const Values values = session::insert_values(model, row, gives_key);
  try {
    if (query::needs_read_back(model)) {
      StatementUse statement = lease->keyed(model, KeySlot::InsertRow);
      const bool is_in = statement.read_one(values, detail::codec_of(model, lease->dialect()), row);
      return require_inserted(model, is_in);
    }
    StatementUse statement = lease->keyed(model, KeySlot::InsertOne);
    require_inserted(model, statement.run(values) != 0);
  } catch (ConstraintViolation& violation) {
    session::complete_violation(violation, model, row, *lease);
    throw;
  }
  const int automatic = query::automatic_column(model);
  if (automatic >= 0 && !gives_key) {
    const ColumnInfo& column = model.columns[static_cast<std::size_t>(automatic)];
    model.row.assign(row, static_cast<std::uint16_t>(automatic),
                     Value::of_integer(column.kind, lease->connection().last_insert_id()));
  }
}

std::int64_t Session::insert_rows(const ModelInfo& model, const void* fields, std::size_t count) {
  session::require_all_valid(model, model.validate_new, fields, count, model.row.fields_size);
  if (count == 0) return 0;
  const auto* at = static_cast<const std::byte*>(fields);
  std::int64_t inserted = 0;
  const auto insert_all = [&](session::Channel& channel) {
    const RowCodec& codec = detail::codec_of(model, channel.dialect());
    const int parameters = static_cast<int>(query::written_columns(model).size());
    const Moment moment = Moment::now();
    for (const KeySlot slot : {KeySlot::InsertMany, KeySlot::InsertSome, KeySlot::InsertOne}) {
      const std::size_t rows = session::rows_of(slot, model);
      if (count < rows) continue;
      StatementUse statement = channel.keyed(model, slot);
      for (; count >= rows; count -= rows, at += rows * model.row.fields_size) {
        inserted += statement.insert_rows(codec, at, rows, model.row.fields_size, parameters, moment);
      }
    }
  };
  try {
    TransactionScope scope(state_, BeginMode::Immediate);
    Lease lease(*state_, channel_, Access::Write);
    insert_all(*lease);
    scope.commit();
  } catch (ConstraintViolation& violation) {
    if (violation.failure.table.empty()) violation.failure.table = model.table;
    throw;
  }
  return inserted;
}

void Session::update_row(const ModelInfo& model, void* row) {
  if (model.normalise) model.normalise(row);
  session::require_valid(model, row);
  Lease lease(*state_, channel_, Access::Write);
  const session::UpdatePlan& plan = lease->update_plan(model);
  const Moment moment = plan.keeps_time ? Moment::now() : Moment();
  const bool versioned = plan.version >= 0;
  const std::int64_t expected = versioned ? session::version_of(model, row) : 0;
  Values& values = lease->scratch_values();
  for (const std::uint16_t number : plan.columns) {
    const ColumnInfo& column = model.columns[number];
    if (column.version) {
      values.add(Value::of_integer(column.kind, expected + 1));
    } else if (column.updated) {
      values.add(moment_value(column.kind, moment));
    } else {
      model.row.put(row, number, values);
    }
  }
  session::put_key(model, row, values);
  if (versioned) values.add(Value::of_integer(Kind::Int64, expected));
  try {
    StatementUse statement = lease->keyed(model, KeySlot::Update);
    const bool changed = plan.computes
                             ? statement.read_one(values, detail::codec_of(model, lease->dialect()), row)
                             : statement.run(values) != 0;
    if (!changed) session::throw_conflict(*lease, model, row, expected);
  } catch (ConstraintViolation& violation) {
    session::complete_violation(violation, model, row, *lease);
    throw;
  }
  if (versioned || plan.keeps_time) session::follow_write(model, row, expected, moment);
}

std::int64_t Session::update_rows(const Fragment& changes, const ModelInfo& model) {
  Lease lease(*state_, channel_, Access::Write);
  const Fragment complete = session::ready_changes(changes, model, Moment::now());
  try {
    return lease->query(complete, Purpose::Update).run(complete.values());
  } catch (ConstraintViolation& violation) {
    session::complete_violation(violation, model, nullptr, *lease);
    throw;
  }
}

bool Session::erase_row(const ModelInfo& model, const void* row) {
  Lease lease(*state_, channel_, Access::Write);
  Values key;
  session::put_key(model, row, key);
  try {
    return lease->keyed(model, KeySlot::Erase).run(key) > 0;
  } catch (ForeignKeyViolation& violation) {
    session::complete_erase_violation(violation, state_->schema, model, row, *lease);
    throw;
  }
}

std::int64_t Session::erase_rows(const Fragment& query) {
  Lease lease(*state_, channel_, Access::Write);
  return lease->query(query, Purpose::Erase).run(query.values());
}

}  // namespace ochre
