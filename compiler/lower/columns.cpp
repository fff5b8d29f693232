#include "lower/columns.hpp"

#include "lower/expression.hpp"
#include "lower/text_form.hpp"
#include "lower/value.hpp"

namespace ochrec::lower {
namespace {

using model::Op;

bool contains(const model::Expr& expr, Op op) {
  if (expr.op == op) return true;
  for (const model::Expr& arg : expr.args) {
    if (contains(arg, op)) return true;
  }
  return false;
}

// The runtime makes uuids; the database does as well where it has a function for it, for rows inserted
// without us.
bool can_evaluate(const Scope& scope, const model::Expr& expr) {
  return !contains(expr, Op::Uuid7) && !(scope.on_sqlite() && contains(expr, Op::Uuid));
}

std::optional<sql::Expr> default_value(const Scope& scope, const model::Field& field,
                                       const model::Column& column) {
  if (field.computed || field.is_auto) return std::nullopt;
  const bool as_text = is_text_form(scope, column);
  if (field.updated) return as_text ? now_text(column.type) : now(column.type);
  if (field.version) return sql::constant(std::int64_t{1});
  if (!field.default_value) {
    const bool empty_array = column.type.array && !column.type.optional;
    return empty_array ? std::optional(constant(scope, model::EmptyArray{}, column.type)) : std::nullopt;
  }
  const model::Expr& value = *field.default_value;
  const bool is_null = value.op == Op::Literal && std::holds_alternative<std::monostate>(value.value);
  if (is_null || !can_evaluate(scope, value)) return std::nullopt;
  if (value.op == Op::Literal)
    return as_text ? text_of(value.value, column.type) : constant(scope, value.value, column.type);
  if (value.op == Op::Now) return as_text ? now_text(column.type) : now(column.type);
  return expression(scope, value);
}

sql::Identity identity(const model::Field& field) {
  if (!field.is_auto) return sql::Identity::None;
  return field.monotonic ? sql::Identity::Monotonic : sql::Identity::Automatic;
}

}  // namespace

sql::Column lower_column(const Scope& scope, std::uint32_t index) {
  const model::Column& column = scope.model.columns.at(index);
  const model::Field& field = leaf(scope, column);
  sql::Column out{.name = column.name,
                  .doc = field.doc,
                  .type = column_type(scope, column),
                  .nullable = column.type.optional,
                  .identity = identity(field),
                  .default_value = default_value(scope, field, column),
                  .generated = {},
                  .renamed_from = column.renamed_from};
  if (field.computed) out.generated = expression(scope, field.computed->value);
  return out;
}

}  // namespace ochrec::lower
