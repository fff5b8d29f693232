// Prepared statements on SQLite: bind, step to the end, reset.
#pragma once

#include "core/driver.hpp"
#include "sqlite/binding.hpp"
#include "sqlite/handle.hpp"

namespace ochre::sqlite {

class OpenConnection;

/// Lives as long as its connection. A statement may be used again from within `each`, by the visitor: the
/// inner use runs on a statement of its own.
class PreparedStatement final : public ochre::Statement {
 public:
  PreparedStatement(OpenConnection& connection, StatementHandle statement);

  std::int64_t run(const Values& values) override;
  bool read_one(const Values& values, const RowCodec& codec, void* row) override;
  void read_all(const Values& values, const RowCodec& codec, void* rows, std::size_t expected) override;
  void each(const Values& values, RowVisitor visitor) override;
  std::int64_t insert_rows(const RowCodec& codec, const void* fields, std::size_t count, std::size_t stride,
                           int parameters, const Moment& moment) override;

 private:
  class Execution;

  PreparedStatement another() const;

  OpenConnection& connection_;
  StatementHandle statement_;
  int parameter_count_;
  bool writes_;
  bool running_ = false;
};

}  // namespace ochre::sqlite
