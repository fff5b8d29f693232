// The reading half of Session.
#include "ochre/errors.hpp"
#include "query/render.hpp"
#include "query/shape_reader.hpp"
#include "session/state.hpp"

namespace ochre {

using query::Purpose;
using session::Access;
using session::KeySlot;
using session::Lease;
using session::StatementUse;

namespace detail {

const RowCodec& codec_of(const ModelInfo& model, Dialect dialect) {
  const RowCodec* codec = model.codecs[static_cast<std::size_t>(dialect)];
  if (!codec) {
    throw NoDriver("The schema of " + std::string(model.name) +
                   " was not generated for this database; add it to DATABASES.");
  }
  return *codec;
}

}  // namespace detail

namespace {

std::int64_t single_integer(StatementUse& statement, const Values& values) {
  std::int64_t result = 0;
  const auto visit = [](void* context, Row& row) {
    Value cell;
    row.cells(0, View(&cell, 1));
    *static_cast<std::int64_t*>(context) = detail::integer_in(cell);
    return false;
  };
  statement.each(values, {visit, &result});
  return result;
}

struct Delivery {
  RowSink sink;
  Dialect dialect;

  static bool visit(void* context, Row& row) {
    const auto& delivery = *static_cast<const Delivery*>(context);
    return delivery.sink.visit(delivery.sink.context, row, delivery.dialect);
  }
};

bool has_limit(const Fragment& query) {
  query::ShapeReader reader(query.shape(), query.shape_size());
  int depth = 0;
  while (!reader.at_end()) {
    const Op op = reader.next().op;
    if (op == Op::Open) ++depth;
    if (op == Op::Close) --depth;
    if (op == Op::Limit && depth == 0) return true;
  }
  return false;
}

}  // namespace

bool Session::find_row(const ModelInfo& model, const Value* key, std::size_t parts, void* row) const {
  Values values;
  for (std::size_t i = 0; i < parts; ++i) values.add(key[i]);
  Lease lease(*state_, channel_, Access::Read);
  StatementUse statement = lease->keyed(model, KeySlot::Find);
  return statement.read_one(values, detail::codec_of(model, lease->dialect()), row);
}

bool Session::read_first(const Fragment& query, const ModelInfo& model, void* row) const {
  const Fragment one = limited(query, 1);
  Lease lease(*state_, channel_, Access::Read);
  StatementUse statement = lease->query(one, Purpose::Select);
  return statement.read_one(one.values(), detail::codec_of(model, lease->dialect()), row);
}

void Session::read_rows(const Fragment& query, const ModelInfo& model, void* rows) const {
  Lease lease(*state_, channel_, Access::Read);
  StatementUse statement = lease->query(query, Purpose::Select);
  statement.read_all(query.values(), model, detail::codec_of(model, lease->dialect()), rows);
}

void Session::visit_rows(const Fragment& query, RowSink sink) const {
  Lease lease(*state_, channel_, Access::Read);
  StatementUse statement = lease->query(query, Purpose::Select);
  Delivery delivery{sink, lease->dialect()};
  statement.each(query.values(), {Delivery::visit, &delivery});
}

bool detail::RowReads::find(const Session& session, const ModelInfo& model, const Value* key,
                            std::size_t parts, void* row) {
  return session.find_row(model, key, parts, row);
}
bool detail::RowReads::first(const Session& session, const ModelInfo& model, const Fragment& query,
                             void* row) {
  return session.read_first(query, model, row);
}
void detail::RowReads::all(const Session& session, const ModelInfo& model, const Fragment& query,
                           void* rows) {
  session.read_rows(query, model, rows);
}

std::int64_t Session::count_rows(const Fragment& query) const {
  Lease lease(*state_, channel_, Access::Read);
  StatementUse statement = lease->query(query, Purpose::Count);
  return single_integer(statement, query.values());
}

bool Session::any_row(const Fragment& query) const {
  Lease lease(*state_, channel_, Access::Read);
  StatementUse statement = lease->query(query, Purpose::Exists);
  return single_integer(statement, query.values()) != 0;
}

std::string Session::explain_query(const Fragment& query) const {
  Lease lease(*state_, channel_, Access::Read);
  return lease->connection().explain(query::render(query, Purpose::Select, lease->dialect()), query.values());
}

/// The query with a limit of its own, unless it has one.
Fragment Session::limited(const Fragment& query, std::int64_t count) {
  Fragment copy = query;
  if (!has_limit(query)) detail::put_count(copy, count, Op::Limit);
  return copy;
}

void Session::require_one(std::size_t found) {
  if (found != 1) throw NotExactlyOne(found);
}

}  // namespace ochre
