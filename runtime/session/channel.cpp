#include "session/channel.hpp"

#include <algorithm>
#include <utility>

#include "core/steady_clock.hpp"
#include "ochre/errors.hpp"
#include "query/key_statements.hpp"

namespace ochre::session {
namespace {

constexpr std::size_t parameter_limit = 32'766;
constexpr std::size_t rows_per_insert = 128;
constexpr std::size_t rows_per_small_insert = 16;

std::string text_of(const ModelInfo& model, KeySlot slot, Dialect dialect) {
  using query::Returning;
  switch (slot) {
    case KeySlot::Find: return query::find_sql(model, dialect);
    case KeySlot::InsertOne: return query::insert_sql(model, dialect, 1, Returning::Nothing);
    case KeySlot::InsertRow: return query::insert_sql(model, dialect, 1, Returning::Row);
    case KeySlot::InsertSome:
    case KeySlot::InsertMany:
      return query::insert_sql(model, dialect, rows_of(slot, model), Returning::Nothing);
    case KeySlot::InsertSomeRows:
    case KeySlot::InsertManyRows:
      return query::insert_sql(model, dialect, rows_of(slot, model), Returning::Row);
    case KeySlot::Update:
      return query::update_sql(model, dialect, query::updated_columns(model), true) +
             (query::has_computed(model) ? " RETURNING " + query::returned_columns(model, dialect) : "");
    case KeySlot::Version: return query::version_sql(model, dialect);
    case KeySlot::UpdateMany: return query::update_many_sql(model, dialect);
    case KeySlot::InsertOrIgnore: return query::insert_or_ignore_sql(model, dialect);
    default: return query::erase_sql(model, dialect);
  }
}

}  // namespace

std::size_t rows_of(KeySlot slot, const ModelInfo& model) {
  const std::size_t fitting = parameter_limit / std::max<std::size_t>(1, model.columns.size());
  switch (slot) {
    case KeySlot::InsertMany:
    case KeySlot::InsertManyRows: return std::clamp<std::size_t>(fitting, 1, rows_per_insert);
    case KeySlot::InsertSome:
    case KeySlot::InsertSomeRows: return std::clamp<std::size_t>(fitting, 1, rows_per_small_insert);
    default: return 1;
  }
}

Channel::Channel(std::unique_ptr<Connection> connection, Dialect dialect, std::size_t statements,
                 const Watch& watch)
    : connection_(std::move(connection)), dialect_(dialect), watch_(watch), cache_(statements) {}

Channel::~Channel() = default;

StatementUse Channel::query(const Fragment& query, query::Purpose purpose) {
  Prepared* known = cache_.find(query, purpose);
  if (known && !known->in_use) {
    tally_.cache_hits.add(1);
    return StatementUse(*known, tally_, watch_);
  }
  tally_.cache_misses.add(1);
  std::string sql = query::render(query, purpose, dialect_);
  auto statement = connection_->prepare(sql);
  // A query that runs inside itself gets a statement of its own for that time.
  if (!known) {
    if (Prepared* added = cache_.add(query, purpose, sql, statement))
      return StatementUse(*added, tally_, watch_);
  }
  return StatementUse(std::move(statement), std::move(sql), tally_, watch_);
}

StatementUse Channel::keyed(const ModelInfo& model, KeySlot which) {
  Prepared& prepared = statements_of(model).keyed[static_cast<std::size_t>(which)];
  if (prepared.statement && !prepared.in_use) return StatementUse(prepared, tally_, watch_);
  std::string sql = text_of(model, which, dialect_);
  auto statement = connection_->prepare(sql);
  if (prepared.in_use) return StatementUse(std::move(statement), std::move(sql), tally_, watch_);
  prepared.statement = std::move(statement);
  prepared.sql = std::move(sql);
  return StatementUse(prepared, tally_, watch_);
}

Channel::ModelStatements& Channel::statements_of(const ModelInfo& model) {
  const std::uint32_t number = number_of(model);
  if (number >= models_.size()) models_.resize(number + 1);
  if (!models_[number]) models_[number] = std::make_unique<ModelStatements>();
  return *models_[number];
}

const UpdatePlan& Channel::update_plan(const ModelInfo& model) {
  std::unique_ptr<UpdatePlan>& plan = statements_of(model).update;
  if (plan) return *plan;
  const bool keeps_time = std::any_of(model.columns.begin(), model.columns.end(),
                                      [](const ColumnInfo& column) { return column.updated; });
  plan = std::make_unique<UpdatePlan>(UpdatePlan{query::updated_columns(model), query::version_column(model),
                                                 keeps_time, query::has_computed(model)});
  return *plan;
}

void Channel::begin(BeginMode mode) {
  if (depth_ == 0) {
    connection_->begin(mode);
    tally_.transactions.add(1);
  } else {
    require_open_transaction();
    connection_->savepoint(depth_);
  }
  ++depth_;
}

void Channel::commit() {
  require_open_transaction();
  if (depth_ > 1) {
    connection_->release(depth_ - 1);
    --depth_;
    for (auto& [depth, hook] : hooks_) depth = std::min(depth, depth_);
    return;
  }
  connection_->commit();
  depth_ = 0;
}

void Channel::roll_back() noexcept {
  if (depth_ == 0) return;
  const int level = depth_--;
  tally_.rollbacks.add(1);
  std::erase_if(hooks_, [&](const auto& hook) { return hook.first >= level; });
  if (!connection_->in_transaction()) return;
  if (level > 1) {
    connection_->roll_back_to(level - 1);
  } else {
    connection_->rollback();
  }
}

void Channel::add_hook(Transaction::Hook* hook) {
  hooks_.emplace_back(depth_, std::unique_ptr<Transaction::Hook>(hook));
}

void Channel::run_hooks() {
  if (depth_ > 0) return;
  auto hooks = std::exchange(hooks_, {});
  for (auto& [depth, hook] : hooks) hook->run();
}

void Channel::set_deadline(std::int64_t moment) {
  if (moment == deadline_) return;
  deadline_ = moment;
  connection_->set_deadline(moment);
}

void Channel::limit(std::int64_t milliseconds) {
  if (milliseconds <= 0) return;
  const std::int64_t moment = steady_microseconds() + milliseconds * 1000;
  if (deadline_ == 0 || moment < deadline_) set_deadline(moment);
}

void Channel::add_cancellation(const Cancellation& cancellation) {
  cancellations_.wishes.push_back(&cancellation);
  if (cancellations_.wishes.size() == 1) connection_->set_cancellations(&cancellations_);
}

void Channel::drop_cancellation() noexcept {
  cancellations_.wishes.pop_back();
  if (cancellations_.wishes.empty()) connection_->set_cancellations(nullptr);
}

void Channel::require_open_transaction() const {
  if (cancelled()) throw Interrupted("The transaction was cancelled and is rolled back.");
  if (deadline_ != 0 && steady_microseconds() >= deadline_) {
    throw Timeout("The transaction has reached its time limit and is rolled back.");
  }
  if (depth_ > 0 && !connection_->in_transaction()) {
    throw Error("The database has rolled this transaction back after an earlier error; begin a new one.");
  }
}

}  // namespace ochre::session
