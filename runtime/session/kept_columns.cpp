#include "session/kept_columns.hpp"

#include <algorithm>

namespace ochre::session {
namespace {

bool is_kept(const ColumnInfo& column) { return column.version || column.updated; }

bool sets(const query::Select& select, std::uint16_t column) {
  return std::any_of(select.sets.begin(), select.sets.end(),
                     [&](const query::SetClause& clause) { return clause.column->token.column == column; });
}

}  // namespace

Value moment_value(Kind kind, const Moment& moment) {
  constexpr std::int64_t day = 86'400'000'000;
  if (kind != Kind::Date) return Value::of_integer(kind, moment.microseconds);
  const std::int64_t days = moment.microseconds / day - (moment.microseconds % day < 0 ? 1 : 0);
  return Value::of_integer(kind, days);
}

void keep_columns(Fragment& changes, const query::Select& select, const ModelInfo& model,
                  const Moment& moment) {
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    const ColumnInfo& column = model.columns[i];
    const auto number = static_cast<std::uint16_t>(i);
    if (!is_kept(column) || !select.from || sets(select, number)) continue;
    const ColumnRef reference{*select.from, number};
    changes.column(reference);
    if (column.version) {
      changes.column(reference);
      changes.bind(Value::of_integer(column.kind, 1));
      changes.op(Op::Add);
    } else {
      changes.bind(moment_value(column.kind, moment));
    }
    changes.op(Op::Set);
  }
}

Fragment with_kept_columns(const Fragment& changes, const ModelInfo& model, const Moment& moment) {
  Fragment complete = changes;
  if (std::any_of(model.columns.begin(), model.columns.end(), is_kept))
    keep_columns(complete, query::read_select(changes), model, moment);
  return complete;
}

}  // namespace ochre::session
