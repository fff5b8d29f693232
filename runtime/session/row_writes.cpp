// The writes of Session that change rows which may be there already: upserts, saves, many rows by key.
#include <algorithm>

#include "ochre/errors.hpp"
#include "query/key_statements.hpp"
#include "query/tree.hpp"
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
using session::StatementUse;

namespace {

/// `column = value` for every column, as conditions of a query that begins with `from`.
void put_match(Fragment& query, const Path& from, const ModelInfo& model, const void* row,
               View<const std::uint16_t> columns) {
  Values storage;
  for (const std::uint16_t column : columns) {
    query.column(ColumnRef{from, column});
    query.bind(session::value_of(model, row, column, storage));
    query.op(Op::Equal);
    query.op(Op::Where);
  }
}

Fragment from_model(const ModelInfo& model) {
  Fragment query;
  query.source(Path{&model});
  query.op(Op::From);
  return query;
}

std::vector<std::uint16_t> changed_columns(const ModelInfo& model, const void* before, const void* after) {
  std::vector<std::uint16_t> changed;
  Values old_storage;
  Values new_storage;
  for (const std::uint16_t column : query::updated_columns(model)) {
    const ColumnInfo& info = model.columns[column];
    if (info.version || info.updated) continue;
    const Value old_value = session::value_of(model, before, column, old_storage);
    if (!same(old_value, session::value_of(model, after, column, new_storage))) changed.push_back(column);
  }
  return changed;
}

void require_same_key(const ModelInfo& model, const void* before, const void* after) {
  Values left;
  Values right;
  session::put_key(model, before, left);
  session::put_key(model, after, right);
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!same(left.at(i), right.at(i)))
      throw Error("save() takes two states of one row, and these have different keys.");
  }
}

}  // namespace

bool Session::upsert_row(const ModelInfo& model, void* row, bool gives_key, const Fragment& conflict) {
  Lease lease(*state_, channel_, Access::Write);
  const Fragment complete = session::ready_changes(conflict, model, Moment::now());
  Values values = session::insert_values(model, row, gives_key);
  values.append(complete.values());
  try {
    StatementUse statement = lease->query(complete, Purpose::Upsert);
    return statement.read_one(values, detail::codec_of(model, lease->dialect()), row);
  } catch (ConstraintViolation& violation) {
    session::complete_violation(violation, model, row, *lease);
    throw;
  }
}

bool Session::insert_or_find(const ModelInfo& model, void* row, bool gives_key, const Fragment& target) {
  TransactionScope scope(state_, BeginMode::Immediate);
  const bool is_new = upsert_row(model, row, gives_key, target);
  if (!is_new) {
    Lease lease(*state_, channel_, Access::Read);
    Fragment query = from_model(model);
    std::vector<std::uint16_t> columns;
    const query::Select select = query::read_select(target);
    for (const query::NodePtr& column : select.conflict) columns.push_back(column->token.column);
    put_match(query, Path{&model}, model, row, columns);
    StatementUse statement = lease->query(query, Purpose::Select);
    if (!statement.read_one(query.values(), detail::codec_of(model, lease->dialect()), row))
      throw NotExactlyOne(0);
  }
  scope.commit();
  return is_new;
}

bool Session::save_row(const ModelInfo& model, const void* before, void* after) {
  if (model.normalise) model.normalise(after);
  session::require_valid(model, after);
  require_same_key(model, before, after);
  const std::vector<std::uint16_t> columns = changed_columns(model, before, after);
  if (columns.empty()) return false;

  Lease lease(*state_, channel_, Access::Write);
  const Moment moment = Moment::now();
  const bool versioned = query::version_column(model) >= 0;
  const std::int64_t expected = session::version_of(model, before);
  Fragment query = from_model(model);
  put_match(query, Path{&model}, model, before, model.key);
  if (versioned) {
    const auto version = static_cast<std::uint16_t>(query::version_column(model));
    put_match(query, Path{&model}, model, before, View(&version, 1));
  }
  Values storage;
  for (const std::uint16_t column : columns) {
    query.column(ColumnRef{Path{&model}, column});
    query.bind(session::value_of(model, after, column, storage));
    query.op(Op::Set);
  }
  const Fragment complete = session::with_kept_columns(query, model, moment);
  try {
    const std::int64_t changed = lease->query(complete, Purpose::Update).run(complete.values());
    if (changed == 0) session::throw_conflict(*lease, model, before, expected);
  } catch (ConstraintViolation& violation) {
    session::complete_violation(violation, model, after, *lease);
    throw;
  }
  session::follow_write(model, after, expected, moment);
  if (query::has_computed(model)) session::read_again(*lease, model, after);
  return true;
}

void Session::update_models(const ModelInfo& model, void* rows, std::size_t count) {
  if (count == 0) return;
  auto* first = static_cast<std::byte*>(rows);
  const auto row = [&](std::size_t index) { return first + index * model.row.row_size; };
  for (std::size_t i = 0; model.normalise && i < count; ++i) model.normalise(row(i));
  session::require_all_valid(model, model.validate, rows, count, model.row.row_size);
  const Moment moment = Moment::now();
  Values values;
  Values storage;
  SmallVector<Value, 16> items;
  const auto add_list = [&](std::uint16_t column, bool raise) {
    const ColumnInfo& info = model.columns[column];
    items.clear();
    Values column_values;
    for (std::size_t i = 0; i < count; ++i) model.row.put(row(i), column, column_values);
    for (std::size_t i = 0; i < count; ++i) {
      Value value = column_values.at(i);
      if (info.version && raise) ++value.integer;
      if (info.updated) value = session::moment_value(info.kind, moment);
      items.push_back(value);
    }
    values.add_list(info.kind, items.data(), items.size());
  };
  for (const std::uint16_t column : query::updated_columns(model)) add_list(column, true);
  for (const std::uint16_t column : model.key) add_list(column, false);
  const int version = query::version_column(model);
  if (version >= 0) add_list(static_cast<std::uint16_t>(version), false);

  Lease lease(*state_, channel_, Access::Write);
  if (!run_update_many(*lease, model, values, count)) {
    for (std::size_t i = 0; i < count; ++i) session::require_current(*lease, model, row(i));
    throw NotExactlyOne(0);
  }
  for (std::size_t i = 0; i < count; ++i) {
    session::follow_write(model, row(i), session::version_of(model, row(i)), moment);
    if (query::has_computed(model)) session::read_again(*lease, model, row(i));
  }
}

/// True when all rows were there; else nothing is changed.
bool Session::run_update_many(session::Channel& channel, const ModelInfo& model, const Values& values,
                              std::size_t count) {
  TransactionScope scope(state_, BeginMode::Immediate);
  try {
    const std::int64_t changed = channel.keyed(model, KeySlot::UpdateMany).run(values);
    if (changed != static_cast<std::int64_t>(count)) return false;
  } catch (ConstraintViolation& violation) {
    session::complete_violation(violation, model, nullptr, channel);
    throw;
  }
  scope.commit();
  return true;
}

void Session::update_and_read(const Fragment& changes, const ModelInfo& model, void* rows) {
  Lease lease(*state_, channel_, Access::Write);
  const Fragment complete = session::ready_changes(changes, model, Moment::now());
  try {
    StatementUse statement = lease->query(complete, Purpose::UpdateReturning);
    statement.read_all(complete.values(), model, detail::codec_of(model, lease->dialect()), rows);
  } catch (ConstraintViolation& violation) {
    session::complete_violation(violation, model, nullptr, *lease);
    throw;
  }
}

}  // namespace ochre
