// How a model's rows are read, whatever the driver; for generated .cpp files only, which instantiate it once
// for each model.
#pragma once

#include "ochre/model_info.hpp"
#include "ochre/model_rows.hpp"

namespace ochre::detail {

template <class R>
std::optional<R> ModelRows<R>::find(const Session& session, const Value* key, std::size_t parts) {
  std::optional<R> row(std::in_place);
  if (!RowReads::find(session, Model<R>::info, key, parts, &*row)) row.reset();
  return row;
}

template <class R>
std::optional<R> ModelRows<R>::first(const Session& session, const Fragment& query) {
  std::optional<R> row(std::in_place);
  if (!RowReads::first(session, Model<R>::info, query, &*row)) row.reset();
  return row;
}

template <class R>
std::vector<R> ModelRows<R>::all(const Session& session, const Fragment& query) {
  std::vector<R> rows;
  RowReads::all(session, Model<R>::info, query, &rows);
  return rows;
}

}  // namespace ochre::detail
