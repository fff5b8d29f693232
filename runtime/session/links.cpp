// Rows of join tables: linking and unlinking rows of a many-to-many relation; key fields of nested inserts.
#include <algorithm>

#include "ochre/errors.hpp"
#include "query/key_statements.hpp"
#include "query/scope.hpp"
#include "session/row_values.hpp"
#include "session/state.hpp"
#include "session/violation.hpp"

namespace ochre {

using session::Access;
using session::KeySlot;
using session::Lease;

namespace {

/// The relation's two ends and the join table's columns for them.
struct JoinTable {
  const RelationInfo& relation;
  const ModelInfo& own;

  const ModelInfo& model() const { return *relation.through; }

  /// Where a column of the join table comes from: a column of the own row, or one of the target.
  bool find(std::uint16_t column, bool& of_target, std::uint16_t& source) const {
    for (std::size_t i = 0; i < relation.through_columns.size(); ++i) {
      if (relation.through_columns[i] == column) return of_target = false, source = relation.columns[i], true;
    }
    for (std::size_t i = 0; i < relation.through_target_columns.size(); ++i) {
      if (relation.through_target_columns[i] == column) {
        return of_target = true, source = relation.target_columns[i], true;
      }
    }
    return false;
  }
};

JoinTable join_table(const ModelInfo& model, const RelationRef& reference) {
  return JoinTable{query::relation_of(model, reference.index), model};
}

/// One row of a model whose C++ type the library does not know.
class OwnRow {
 public:
  explicit OwnRow(const ModelInfo& model) : model_(model), rows_(model.row.make_rows()) {
    row_ = model.row.add_row(rows_);
  }
  OwnRow(const OwnRow&) = delete;
  OwnRow& operator=(const OwnRow&) = delete;
  ~OwnRow() { model_.row.free_rows(rows_); }

  void* get() { return row_; }

 private:
  const ModelInfo& model_;
  void* rows_;
  void* row_ = nullptr;
};

/// A join row with the defaults of its other fields.
Values completed_row(const JoinTable& table, const void* from, const void* to, OwnRow& row) {
  const ModelInfo& model = table.model();
  model.join(row.get(), Moment::now());
  Values keys;
  for (std::size_t column = 0; column < model.columns.size(); ++column) {
    bool of_target = false;
    std::uint16_t source = 0;
    if (!table.find(static_cast<std::uint16_t>(column), of_target, source)) continue;
    const ModelInfo& owner = of_target ? *table.relation.target : table.own;
    model.row.assign(row.get(), static_cast<std::uint16_t>(column),
                     session::value_of(owner, of_target ? to : from, source, keys));
  }
  session::require_valid(model, row.get());
  return session::insert_values(model, row.get(), false);
}

Values join_row(const JoinTable& table, const void* from, const void* to) {
  Values values;
  for (const std::uint16_t column : query::written_columns(table.model())) {
    bool of_target = false;
    std::uint16_t source = 0;
    table.find(column, of_target, source);
    if (of_target) {
      table.relation.target->row.put(to, source, values);
    } else {
      table.own.row.put(from, source, values);
    }
  }
  return values;
}

/// The join rows of `from`.
Fragment joined_rows(const JoinTable& table, const void* from) {
  const Path path{&table.model()};
  Fragment query;
  query.source(path);
  query.op(Op::From);
  Values storage;
  for (std::size_t i = 0; i < table.relation.through_columns.size(); ++i) {
    query.column(ColumnRef{path, table.relation.through_columns[i]});
    query.bind(session::value_of(table.own, from, table.relation.columns[i], storage));
    query.op(Op::Equal);
    query.op(Op::Where);
  }
  return query;
}

/// Adds: the join row is that of `to`.
void put_target(Fragment& query, const JoinTable& table, const void* to) {
  const Path path{&table.model()};
  Values storage;
  for (std::size_t i = 0; i < table.relation.through_target_columns.size(); ++i) {
    query.column(ColumnRef{path, table.relation.through_target_columns[i]});
    query.bind(session::value_of(*table.relation.target, to, table.relation.target_columns[i], storage));
    query.op(Op::Equal);
    if (i != 0) query.op(Op::And);
  }
}

const std::byte* row_at(const ModelInfo& model, const void* rows, std::size_t index) {
  return static_cast<const std::byte*>(rows) + index * model.row.row_size;
}

/// The join rows of `from` that lead to none of `count` rows. Those that do keep their other fields.
Fragment other_rows(const JoinTable& table, const void* from, const void* to, std::size_t count) {
  Fragment query = joined_rows(table, from);
  const ModelInfo& target = *table.relation.target;
  if (table.relation.target_columns.size() > 1) {
    for (std::size_t i = 0; i < count; ++i) {
      put_target(query, table, row_at(target, to, i));
      query.op(Op::Not);
      query.op(Op::Where);
    }
    return query;
  }
  const std::uint16_t key = table.relation.target_columns[0];
  query.column(ColumnRef{Path{&table.model()}, table.relation.through_target_columns[0]});
  query.open_list(target.columns[key].kind);
  Values storage;
  for (std::size_t i = 0; i < count; ++i) {
    storage.clear();
    query.list_item(session::value_of(target, row_at(target, to, i), key, storage));
  }
  query.op(Op::NotIn);
  query.op(Op::Where);
  return query;
}

}  // namespace

std::int64_t Session::link_rows(const ModelInfo& model, const RelationRef& relation, const void* from,
                                const void* to, std::size_t count) {
  const JoinTable table = join_table(model, relation);
  // Relations over rows with fields that must be given cannot be linked; all others have join().
  const bool more = table.model().join != nullptr;
  OwnRow row(table.model());
  TransactionScope scope(state_, BeginMode::Immediate);
  Lease lease(*state_, channel_, Access::Write);
  std::int64_t added = 0;
  try {
    session::StatementUse statement = lease->keyed(table.model(), KeySlot::InsertOrIgnore);
    for (std::size_t i = 0; i < count; ++i) {
      const void* target = row_at(*table.relation.target, to, i);
      added += statement.run(more ? completed_row(table, from, target, row) : join_row(table, from, target));
    }
  } catch (ConstraintViolation& violation) {
    session::complete_violation(violation, table.model(), nullptr, *lease);
    throw;
  }
  scope.commit();
  return added;
}

std::int64_t Session::unlink_rows(const ModelInfo& model, const RelationRef& relation, const void* from,
                                  const void* to, std::size_t count) {
  const JoinTable table = join_table(model, relation);
  TransactionScope scope(state_, BeginMode::Immediate);
  std::int64_t removed = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Fragment query = joined_rows(table, from);
    put_target(query, table, row_at(*table.relation.target, to, i));
    query.op(Op::Where);
    removed += erase_rows(query);
  }
  scope.commit();
  return removed;
}

void Session::replace_rows(const ModelInfo& model, const RelationRef& relation, const void* from,
                           const void* to, std::size_t count) {
  const JoinTable table = join_table(model, relation);
  TransactionScope scope(state_, BeginMode::Immediate);
  erase_rows(other_rows(table, from, to, count));
  link_rows(model, relation, from, to, count);
  scope.commit();
}

bool Session::comes_first(const ModelInfo& model, const RelationRef& relation) {
  return query::relation_of(model, relation.index).kind == RelationKind::BelongsTo;
}

void Session::refer_back(const ModelInfo& model, const RelationRef& reference, const void* row, void* outer) {
  const RelationInfo& relation = query::relation_of(model, reference.index);
  Values storage;
  for (std::size_t i = 0; i < relation.columns.size(); ++i) {
    const Value key = session::value_of(*relation.target, row, relation.target_columns[i], storage);
    model.row.assign(outer, relation.columns[i], key);
  }
}

void Session::refer_to(const ModelInfo& model, const RelationRef& reference, const void* outer, void* row) {
  const RelationInfo& relation = query::relation_of(model, reference.index);
  Values storage;
  for (std::size_t i = 0; i < relation.columns.size(); ++i) {
    const Value key = session::value_of(model, outer, relation.columns[i], storage);
    relation.target->row.assign(row, relation.target_columns[i], key);
  }
}

}  // namespace ochre
