#include "query/shape_clauses.hpp"

#include <algorithm>

#include "query/shape_reader.hpp"

namespace ochre::query {
namespace {

bool same_list(const Values& left, const Value& items, const Values& right, const Value& others) {
  if (items.size != others.size || items.kind != others.kind) return false;
  for (std::size_t i = 0; i < items.size; ++i) {
    if (!same(left.item(items, i), right.item(others, i))) return false;
  }
  return true;
}

bool same_binding(const Values& left, std::size_t at, const Values& right, std::size_t where) {
  const Value value = left.at(at);
  const Value other = right.at(where);
  if (value.storage == Storage::List && other.storage == Storage::List)
    return same_list(left, value, right, other);
  return value.storage != Storage::List && other.storage != Storage::List && same(value, other);
}

}  // namespace

std::vector<Clause> clauses_of(const Fragment& query) {
  std::vector<Clause> clauses;
  ShapeReader reader(query.shape(), query.shape_size());
  Clause next;
  int depth = 0;
  while (!reader.at_end()) {
    next.op = reader.next().op;
    if (next.op == Op::Bind || next.op == Op::List) ++next.bindings;
    if (next.op == Op::Open) ++depth;
    if (next.op == Op::Close) --depth;
    if (depth > 0 || !is_clause(next.op)) continue;
    // A clause begins where the one before it ends.
    next.size = reader.position() - next.start;
    clauses.push_back(next);
    next = {Op::Null, next.start + next.size, 0, next.binding + next.bindings, 0};
  }
  return clauses;
}

bool has_clause(const Fragment& query, const Fragment& wanted) {
  const std::vector<Clause> clauses = clauses_of(query);
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    const std::uint8_t* shape = query.shape() + clause.start;
    if (!std::equal(shape, shape + clause.size, wanted.shape(), wanted.shape() + wanted.shape_size()))
      return false;
    for (std::size_t i = 0; i < clause.bindings; ++i) {
      if (!same_binding(query.values(), clause.binding + i, wanted.values(), i)) return false;
    }
    return true;
  });
}

}  // namespace ochre::query
