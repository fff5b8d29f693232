#include "query/enum_order.hpp"

#include "query/scope.hpp"

namespace ochre::query {
namespace {

/// Of the operands from `start` on, each `step`th.
View<const std::string_view> any_of(const Node& node, std::size_t start, std::size_t step) {
  for (std::size_t i = start; i < node.operands.size(); i += step) {
    if (const auto values = enum_values(node.operand(i)); !values.empty()) return values;
  }
  return {};
}

View<const std::string_view> of_choice(const Node& node) {
  const auto values = any_of(node, 1, 2);
  return values.empty() ? enum_values(*node.operands.back()) : values;
}

View<const std::string_view> of_query(const Select& query) {
  const Select& first = query.first ? *query.first : query;
  return first.items.size() == 1 && first.items[0].expression ? enum_values(*first.items[0].expression)
                                                              : View<const std::string_view>();
}

}  // namespace

View<const std::string_view> enum_values(const Node& expression) {
  switch (expression.op()) {
    case Op::Column: return column_of(model_at(expression.token.path), expression.token.column).values;
    case Op::NamedColumn:
      if (expression.column) return expression.column->values;
      return expression.meaning ? enum_values(*expression.meaning) : View<const std::string_view>();
    case Op::Coalesce: return any_of(expression, 0, 1);
    case Op::Case: return of_choice(expression);
    case Op::ScalarQuery: return of_query(*expression.operand(0).query);
    case Op::NullIf:
    case Op::Lag:
    case Op::Lead:
    case Op::FirstValue:
    case Op::LastValue:
    case Op::Over: return enum_values(expression.operand(0));
    default: return {};
  }
}

}  // namespace ochre::query
