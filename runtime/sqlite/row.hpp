// The current row of a statement, for results that are not one model.
#pragma once

#include <sqlite3.h>

#include "ochre/row.hpp"
#include "ochre/view.hpp"

namespace ochre::sqlite {

class StatementRow final : public ochre::Row {
 public:
  explicit StatementRow(sqlite3_stmt* statement) : statement_(statement) {}

  void cells(int first, View<Value> out) override;
  bool computed(int column) override;
  void model(const RowCodec& codec, int first, void* row) override;

 private:
  sqlite3_stmt* statement_;
};

}  // namespace ochre::sqlite
