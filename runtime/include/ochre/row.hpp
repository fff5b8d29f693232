// One row of a result while it is being read, for results that are not a model: tuples, single values,
// streams.
#pragma once

#include "ochre/value.hpp"
#include "ochre/view.hpp"

namespace ochre {

struct RowCodec;

/// The current row. Valid during the visit it was handed to; not thread-safe.
class Row {
 public:
  virtual ~Row() = default;

  /// Reads `out.size()` columns from column `first` on. Text and bytes belong to the row. Booleans, dates and
  /// times come as integers, whatever the driver; the kinds of the values are unspecified.
  virtual void cells(int first, View<Value> out) = 0;

  /// Whether a column of the result is an expression, not a column of a table.
  virtual bool computed(int column) = 0;

  /// Reads a model whose columns start at `first`.
  virtual void model(const RowCodec& codec, int first, void* row) = 0;
};

}  // namespace ochre
