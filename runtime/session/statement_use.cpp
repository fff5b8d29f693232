#include "session/statement_use.hpp"

#include <chrono>

namespace ochre::session {
namespace {

/// Counts rows on their way to another visitor.
struct CountingVisitor {
  RowVisitor inner;
  std::int64_t rows = 0;

  static bool visit(void* context, Row& row) {
    auto& self = *static_cast<CountingVisitor*>(context);
    ++self.rows;
    return self.inner.visit(self.inner.context, row);
  }
};

}  // namespace

/// Runs `work`, which returns how many rows it read or changed, and counts it. The clock is read only when
/// asked for.
template <class Work>
std::int64_t StatementUse::observed(const Values& values, Work&& work) {
  tally_.statements.add(1);
  if (watch_.hook.call || watch_.timing) return timed(values, work);
  try {
    const std::int64_t rows = work();
    tally_.rows.add(rows);
    return rows;
  } catch (...) {
    tally_.failures.add(1);
    throw;
  }
}

template <class Work>
std::int64_t StatementUse::timed(const Values& values, Work&& work) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const auto finish = [&](std::int64_t rows, bool failed) {
    const std::int64_t nanoseconds = std::chrono::nanoseconds(Clock::now() - start).count();
    tally_.nanoseconds.add(nanoseconds);
    report(values, rows, nanoseconds, failed);
  };
  try {
    const std::int64_t rows = work();
    tally_.rows.add(rows);
    finish(rows, false);
    return rows;
  } catch (...) {
    tally_.failures.add(1);
    finish(0, true);
    throw;
  }
}

void StatementUse::report(const Values& values, std::int64_t rows, std::int64_t nanoseconds,
                          bool failed) const {
  if (!watch_.hook.call) return;
  try {
    watch_.hook.call(watch_.hook.context, {prepared_->sql, &values, rows, nanoseconds, failed});
  } catch (...) {  // a log that fails must not fail the statement, which has run
  }
}

std::int64_t StatementUse::run(const Values& values) {
  return observed(values, [&] { return prepared_->statement->run(values); });
}

bool StatementUse::read_one(const Values& values, const RowCodec& codec, void* row) {
  return observed(values, [&] { return prepared_->statement->read_one(values, codec, row) ? 1 : 0; }) != 0;
}

void StatementUse::read_all(const Values& values, const ModelInfo& model, const RowCodec& codec, void* rows) {
  const std::size_t before = model.row.rows_size(rows);
  const std::int64_t read = observed(values, [&] {
    prepared_->statement->read_all(values, codec, rows, prepared_->expected_rows);
    return static_cast<std::int64_t>(model.row.rows_size(rows) - before);
  });
  prepared_->expected_rows = static_cast<std::size_t>(read);
}

void StatementUse::each(const Values& values, RowVisitor visitor) {
  observed(values, [&] {
    CountingVisitor counting{visitor};
    prepared_->statement->each(values, {CountingVisitor::visit, &counting});
    return counting.rows;
  });
}

std::int64_t StatementUse::insert_rows(const RowCodec& codec, const void* fields, std::size_t count,
                                       std::size_t stride, int parameters, const Moment& moment) {
  static const Values none{};  // bulk rows are bound straight from the caller's structs
  return observed(none, [&] {
    return prepared_->statement->insert_rows(codec, fields, count, stride, parameters, moment);
  });
}

}  // namespace ochre::session
