#include "sqlite/statement.hpp"

#include <string>

#include "ochre/errors.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/row.hpp"
#include "sqlite/script.hpp"

namespace ochre::sqlite {

/// One run of a statement. However it ends, the statement is reset, so it holds no lock, and its parameters
/// are released.
class PreparedStatement::Execution {
 public:
  explicit Execution(PreparedStatement& owner) : owner_(owner), statement_(owner.statement_.get()) {
    if (owner.writes_ && owner.connection_.refuses_writes()) refuse_write(sqlite3_sql(statement_));
    owner.running_ = true;
    owner.connection_.statement_starts();
  }
  Execution(PreparedStatement& owner, const Values& values) : Execution(owner) {
    if (values.size() != static_cast<std::size_t>(owner.parameter_count_)) refuse_count(values.size());
    check(bind_all(statement_, values, borrowed_));
  }
  Execution(const Execution&) = delete;
  Execution& operator=(const Execution&) = delete;
  ~Execution() {
    sqlite3_reset(statement_);
    // Single values that are borrowed may stay bound: nothing looks at them before they are bound anew.
    if (owns_copies_ || borrowed_.lists.size() > 0) sqlite3_clear_bindings(statement_);
    owner_.running_ = false;
  }

  sqlite3_stmt* statement() const { return statement_; }
  /// SQLite copies parameters, which shall not stay in memory.
  void owns_copies() { owns_copies_ = true; }
  /// Whether there is another row.
  bool step() {
    const int code = sqlite3_step(statement_);
    check(code);
    return code == SQLITE_ROW;
  }
  /// Steps over what is left. A statement that writes has to end by itself: its commit may fail.
  void finish() {
    while (owner_.writes_ && step()) {
    }
  }
  void check(int code) const {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
      owner_.connection_.fail(code, sqlite3_sql(statement_));
    }
  }

 private:
  [[noreturn]] void refuse_count(std::size_t given) const {
    throw StatementFailed("The statement has " + std::to_string(owner_.parameter_count_) +
                              " parameters and got " + std::to_string(given) + " values.",
                          sqlite3_sql(statement_), SQLITE_RANGE);
  }

  PreparedStatement& owner_;
  sqlite3_stmt* statement_;
  Borrowed borrowed_;
  bool owns_copies_ = false;
};

PreparedStatement::PreparedStatement(OpenConnection& connection, StatementHandle statement)
    : connection_(connection),
      statement_(std::move(statement)),
      parameter_count_(sqlite3_bind_parameter_count(statement_.get())),
      writes_(sqlite3_stmt_readonly(statement_.get()) == 0) {}

PreparedStatement PreparedStatement::another() const {
  return {connection_, prepare_one(connection_.handle(), sqlite3_sql(statement_.get()))};
}

std::int64_t PreparedStatement::run(const Values& values) {
  if (running_) return another().run(values);
  Execution execution(*this, values);
  return connection_.count_changes([&] {
    while (execution.step()) {
    }
  });
}

bool PreparedStatement::read_one(const Values& values, const RowCodec& codec, void* row) {
  if (running_) return another().read_one(values, codec, row);
  Execution execution(*this, values);
  if (!execution.step()) return false;
  codec.read(execution.statement(), 0, row);
  execution.finish();
  return true;
}

void PreparedStatement::read_all(const Values& values, const RowCodec& codec, void* rows,
                                 std::size_t expected) {
  if (running_) return another().read_all(values, codec, rows, expected);
  const Execution execution(*this, values);
  execution.check(codec.read_all(execution.statement(), rows, expected));
}

void PreparedStatement::each(const Values& values, RowVisitor visitor) {
  if (running_) return another().each(values, visitor);
  Execution execution(*this, values);
  StatementRow row(execution.statement());
  while (execution.step()) {
    if (!visitor.visit(visitor.context, row)) return execution.finish();
  }
}

std::int64_t PreparedStatement::insert_rows(const RowCodec& codec, const void* fields, std::size_t count,
                                            std::size_t stride, int parameters, const Moment& moment) {
  if (running_) return another().insert_rows(codec, fields, count, stride, parameters, moment);
  Execution execution(*this);
  execution.owns_copies();
  const auto* next = static_cast<const std::byte*>(fields);
  int first = 1;
  for (std::size_t i = 0; i < count; ++i, next += stride, first += parameters) {
    execution.check(codec.bind_new(execution.statement(), first, next, moment));
  }
  return connection_.count_changes([&] {
    while (execution.step()) {
    }
  });
}

}  // namespace ochre::sqlite
