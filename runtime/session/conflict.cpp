#include "session/conflict.hpp"

#include "ochre/errors.hpp"
#include "query/key_statements.hpp"
#include "session/row_values.hpp"

namespace ochre::session {
namespace {

/// The version in the database; -1 when the row is gone.
std::int64_t current_version(Channel& channel, const ModelInfo& model, const void* row) {
  Values key;
  put_key(model, row, key);
  std::int64_t version = -1;
  const auto visit = [](void* context, Row& found) {
    Value cell;
    found.cells(0, View(&cell, 1));
    *static_cast<std::int64_t*>(context) = cell.integer;
    return false;
  };
  channel.keyed(model, KeySlot::Version).each(key, {visit, &version});
  return version;
}

}  // namespace

void throw_conflict(Channel& channel, const ModelInfo& model, const void* row, std::int64_t expected) {
  if (query::version_column(model) < 0) throw NotExactlyOne(0);
  throw Conflict(model.table, expected, current_version(channel, model, row));
}

void require_current(Channel& channel, const ModelInfo& model, const void* row) {
  if (query::version_column(model) < 0) return;
  const std::int64_t expected = version_of(model, row);
  const std::int64_t actual = current_version(channel, model, row);
  if (actual != expected) throw Conflict(model.table, expected, actual);
}

}  // namespace ochre::session
