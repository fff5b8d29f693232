// A prepared statement while it runs. Gives it back at the end, counts what it did and reports it to the
// hook.
#pragma once

#include <memory>
#include <string>

#include "session/statement_cache.hpp"
#include "session/tally.hpp"

namespace ochre::session {

class StatementUse {
 public:
  StatementUse(Prepared& prepared, Tally& tally, const Watch& watch)
      : prepared_(&prepared), tally_(tally), watch_(watch) {
    prepared.in_use = true;
  }
  /// A statement of its own, for the time of this use.
  StatementUse(std::unique_ptr<Statement> own, std::string sql, Tally& tally, const Watch& watch)
      : prepared_(&own_), tally_(tally), watch_(watch) {
    own_.statement = std::move(own);
    own_.sql = std::move(sql);
  }
  StatementUse(const StatementUse&) = delete;
  StatementUse& operator=(const StatementUse&) = delete;
  ~StatementUse() { prepared_->in_use = false; }

  // As in Statement.
  std::int64_t run(const Values& values);
  bool read_one(const Values& values, const RowCodec& codec, void* row);
  /// Remembers how many rows there were, and reserves that many the next time.
  void read_all(const Values& values, const ModelInfo& model, const RowCodec& codec, void* rows);
  void each(const Values& values, RowVisitor visitor);
  std::int64_t insert_rows(const RowCodec& codec, const void* fields, std::size_t count, std::size_t stride,
                           int parameters, const Moment& moment);

 private:
  template <class Work>
  std::int64_t observed(const Values& values, Work&& work);
  template <class Work>
  std::int64_t timed(const Values& values, Work&& work);
  void report(const Values& values, std::int64_t rows, std::int64_t nanoseconds, bool failed) const;

  Prepared* prepared_;
  Prepared own_;
  Tally& tally_;
  const Watch& watch_;
};

}  // namespace ochre::session
