#include "query/numbers.hpp"

#include <algorithm>

#include "query/scope.hpp"

namespace ochre::query {
namespace {

NumberKind of_kind(Kind kind) {
  switch (kind) {
    case Kind::Float32:
    case Kind::Float64: return NumberKind::Real;
    case Kind::Decimal: return NumberKind::Decimal;
    case Kind::Bool:
    case Kind::Int16:
    case Kind::Int32:
    case Kind::Int64:
    case Kind::Date:
    case Kind::Time:
    case Kind::Timestamp:
    case Kind::DateTime:
    case Kind::Duration: return NumberKind::Whole;
    default: return NumberKind::Unknown;
  }
}

NumberKind of_column(const Node& node) {
  return of_kind(column_of(model_at(node.token.path), node.token.column).kind);
}

NumberKind of_named(const Node& node) {
  if (node.column) return of_kind(node.column->kind);
  return node.meaning ? number_kind(*node.meaning) : NumberKind::Unknown;
}

NumberKind of_all(const Node& node) {
  NumberKind kind = NumberKind::Null;
  for (const NodePtr& operand : node.operands) kind = std::max(kind, number_kind(*operand));
  return kind;
}

NumberKind of_choice(const Node& node) {
  NumberKind kind = number_kind(*node.operands.back());
  for (std::size_t i = 1; i < node.operands.size(); i += 2)
    kind = std::max(kind, number_kind(node.operand(i)));
  return kind;
}

NumberKind of_query(const Node& node) {
  const auto& items = node.query->items;
  return items.size() == 1 && items[0].expression ? number_kind(*items[0].expression) : NumberKind::Unknown;
}

bool has_arithmetic(const Node& node) {
  return is_arithmetic(node.op()) ||
         std::any_of(node.operands.begin(), node.operands.end(),
                     [](const NodePtr& operand) { return has_arithmetic(*operand); });
}

}  // namespace

NumberKind number_kind(const Node& node) {
  switch (node.op()) {
    case Op::Null: return NumberKind::Null;
    case Op::Column: return of_column(node);
    case Op::Excluded: return of_column(node.operand(0));
    case Op::NamedColumn: return of_named(node);
    case Op::Bind: return of_kind(node.token.kind);
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Modulo:
    case Op::Coalesce: return of_all(node);
    case Op::Case: return of_choice(node);
    case Op::ScalarQuery: return of_query(node.operand(0));
    case Op::Negate:
    case Op::Abs:
    case Op::Rescale:
    case Op::Round:
    case Op::NullIf:
    case Op::Sum:
    case Op::SumDistinct:
    case Op::Min:
    case Op::Max:
    case Op::AverageExact:
    case Op::Lag:
    case Op::Lead:
    case Op::FirstValue:
    case Op::LastValue:
    case Op::Filter:
    case Op::Over: return number_kind(node.operand(0));
    case Op::MomentAdd:
    case Op::MomentSubtract:
    case Op::MomentDifference:
    case Op::Length:
    case Op::ByteLength:
    case Op::Year:
    case Op::Month:
    case Op::Day:
    case Op::JsonInteger:
    case Op::CountRows:
    case Op::Count:
    case Op::CountDistinct:
    case Op::CountRelated:
    case Op::RowNumber:
    case Op::Ntile:
    case Op::Rank:
    case Op::DenseRank: return NumberKind::Whole;
    case Op::JsonReal:
    case Op::Average: return NumberKind::Real;
    default: return NumberKind::Unknown;
  }
}

bool is_arithmetic(Op op) {
  switch (op) {
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Modulo:
    case Op::Negate:
    case Op::MomentAdd:
    case Op::MomentSubtract:
    case Op::MomentDifference:
    case Op::Rescale: return true;
    default: return false;
  }
}

bool is_chained(const Node& node) {
  return std::any_of(node.operands.begin(), node.operands.end(),
                     [](const NodePtr& operand) { return has_arithmetic(*operand); });
}

}  // namespace ochre::query
