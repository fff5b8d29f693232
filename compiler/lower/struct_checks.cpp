#include "lower/checks.hpp"

namespace ochrec::lower {
namespace {

using sql::call;
using sql::Operation;

/// One struct in the table: a field, and the way to it through other structs.
struct Place {
  const model::Field* field;
  std::string name;  // as the columns begin
  std::vector<std::uint32_t> columns;
  std::size_t depth;  // steps of a column's path that lead to the struct
};

// A leaf is required when nothing between the struct and it may be absent, nor it itself.
bool is_required(const Scope& scope, const model::Column& column, const Place& place) {
  const model::Field* field = place.field;
  for (std::size_t step = place.depth; step < column.path.size(); ++step) {
    field = &scope.schema.structure(field->type.structure.value()).fields.at(column.path[step]);
    if (field->type.optional) return false;
  }
  return true;
}

// The struct's first required leaf says whether it is there; every other leaf follows it.
std::optional<sql::Expr> presence(const Scope& scope, const Place& place) {
  std::vector<sql::Expr> required;
  std::vector<sql::Expr> optional;
  for (const std::uint32_t index : place.columns) {
    auto& leaves = is_required(scope, scope.model.columns[index], place) ? required : optional;
    leaves.push_back(column(scope, index));
  }
  if (required.empty() || required.size() + optional.size() == 1) return std::nullopt;
  const auto is_null = [](const sql::Expr& leaf) { return call(Operation::IsNull, leaf); };
  std::vector<sql::Expr> parts;
  for (std::size_t at = 1; at < required.size(); ++at) {
    parts.push_back(call(Operation::Equal, is_null(required[at]), is_null(required[0])));
  }
  if (!optional.empty()) {
    for (sql::Expr& leaf : optional) leaf = is_null(leaf);
    parts.push_back(call(Operation::Or, call(Operation::IsNotNull, required[0]),
                         join(Operation::And, std::move(optional))));
  }
  return join(Operation::And, std::move(parts));
}

// Columns of one struct stand side by side, so the structs that a column opens are those its neighbour was
// not in.
bool is_same_place(const model::Column& left, const model::Column& right, std::size_t depth) {
  if (left.field != right.field || left.path.size() <= depth || right.path.size() <= depth) return false;
  for (std::size_t step = 0; step < depth; ++step) {
    if (left.path[step] != right.path[step]) return false;
  }
  return true;
}

std::vector<Place> optional_structs(const Scope& scope) {
  std::vector<Place> out;
  const auto& columns = scope.model.columns;
  for (std::uint32_t first = 0; first < columns.size(); ++first) {
    const model::Field* field = &scope.model.fields.at(columns[first].field);
    std::string name = field->name;
    for (std::size_t depth = 0; depth < columns[first].path.size(); ++depth) {
      const bool opens = first == 0 || !is_same_place(columns[first - 1], columns[first], depth);
      if (opens && field->type.optional) {
        Place place{field, name, {}, depth};
        for (std::uint32_t at = first;
             at < columns.size() && is_same_place(columns[first], columns[at], depth); ++at) {
          place.columns.push_back(at);
        }
        out.push_back(std::move(place));
      }
      field = &scope.schema.structure(field->type.structure.value()).fields.at(columns[first].path[depth]);
      (name += '_') += field->name;
    }
  }
  return out;
}

}  // namespace

std::vector<NamedCondition> struct_conditions(const Scope& scope) {
  std::vector<NamedCondition> out;
  for (const Place& place : optional_structs(scope)) {
    if (auto condition = presence(scope, place))
      out.push_back({place.name + "_presence", std::move(*condition)});
  }
  return out;
}

}  // namespace ochrec::lower
