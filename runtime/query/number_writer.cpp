// Arithmetic and aggregates: where databases compute in other types than C++ does.
#include <string>

#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "query/expression_writer.hpp"
#include "query/numbers.hpp"

namespace ochre::query {
namespace {

using spell::Operation;

Operation operation_of(Op op) {
  switch (op) {
    case Op::Add:
    case Op::MomentAdd: return Operation::Add;
    case Op::Subtract:
    case Op::MomentSubtract:
    case Op::MomentDifference: return Operation::Subtract;
    case Op::Divide: return Operation::Divide;
    case Op::Modulo: return Operation::Modulo;
    case Op::Negate: return Operation::Negate;
    default: return Operation::Multiply;
  }
}

/// 10^digits.
std::string power_of_ten(int digits) { return "1" + std::string(static_cast<std::size_t>(digits), '0'); }

/// The aggregate or window function below its filter and window.
const Node& function_of(const Node& node) {
  const bool modified = node.op() == Op::Filter || node.op() == Op::Over;
  return modified ? function_of(node.operand(0)) : node;
}

}  // namespace

/// SQLite makes floating-point numbers of integers that overflow. Alone they are beyond all integers, so that
/// comparisons stay right and reading them or storing them fails; further arithmetic could bring them back.
Piece ExpressionWriter::arithmetic(const Node& node, Scope& scope) {
  Piece result = computed(node, scope);
  if (dialect_ != Dialect::Sqlite || !is_chained(node)) return result;
  const NumberKind kind = number_kind(node);
  const bool exact = kind == NumberKind::Whole || kind == NumberKind::Decimal;
  return exact ? Piece{"ochre_exact(" + result.text + ")"} : result;
}

Piece ExpressionWriter::computed(const Node& node, Scope& scope) {
  std::vector<Piece> operands;
  for (const NodePtr& operand : node.operands) {
    operands.push_back(is_arithmetic(operand->op()) ? computed(*operand, scope) : write(*operand, scope));
  }
  if (node.op() == Op::Rescale) {
    if (dialect_ == Dialect::Postgres) return operands[0];  // numeric knows where its point is
    operands.push_back({power_of_ten(node.token.first)});
  }
  if (dialect_ == Dialect::Sqlite) return apply(operation_of(node.op()), operands);
  // Durations are integers there, and moments are not.
  if (node.op() == Op::MomentAdd || node.op() == Op::MomentSubtract)
    operands[1] = apply(Operation::Multiply, {operands[1], {"interval '1 microsecond'"}});
  Piece result = apply(operation_of(node.op()), operands);
  if (node.op() != Op::MomentDifference) return result;
  return {"CAST(extract(epoch FROM " + result.text + ") * 1000000 AS bigint)"};
}

Piece ExpressionWriter::rounded(const Node& node, Scope& scope) {
  const int cut = node.token.first - node.token.second;
  if (dialect_ == Dialect::Postgres) {
    return {"round(" + text(node.operand(0), scope) + ", " + std::to_string(node.token.second) + ")"};
  }
  if (cut <= 0) return write(node.operand(0), scope);
  return {"ochre_round(" + text(node.operand(0), scope) + ", " + power_of_ten(cut) + ")"};
}

/// An aggregate with its filter and window, as a number of the type it has in C++.
Piece ExpressionWriter::aggregate(const Node& node, Scope& scope) {
  std::string call = aggregate_call(node, scope);
  if (dialect_ == Dialect::Sqlite) return {std::move(call)};
  // PostgreSQL sums bigint to numeric and averages to numeric; the C++ types are int64 and double.
  const Node& function = function_of(node);
  const auto as = [&](const char* type) { return Piece{"CAST(" + call + " AS " + type + ")"}; };
  switch (function.op()) {
    case Op::Sum:
    case Op::SumDistinct:
      switch (number_kind(function.operand(0))) {
        case NumberKind::Real: return as("double precision");
        case NumberKind::Decimal: return {std::move(call)};
        default: return as("bigint");
      }
    case Op::Average: return as("double precision");
    case Op::Ntile: return as("bigint");
    case Op::AverageExact: {
      const bool decimal = static_cast<Kind>(function.token.first) == Kind::Decimal;
      call = "round(" + call + ", " + std::to_string(function.token.second) + ")";
      return decimal ? Piece{std::move(call)} : as("bigint");
    }
    default: return {std::move(call)};
  }
}

std::string ExpressionWriter::aggregate_call(const Node& node, Scope& scope) {
  const auto distinct = [&](const char* name) {
    return std::string(name) + "(DISTINCT " + text(node.operand(0), scope) + ")";
  };
  switch (node.op()) {
    case Op::CountRows: return "count(*)";
    case Op::Count: return call("count", node, scope);
    case Op::CountDistinct: return distinct("count");
    case Op::Sum: return call("sum", node, scope);
    case Op::SumDistinct: return distinct("sum");
    case Op::Min: return call("min", node, scope);
    case Op::Max: return call("max", node, scope);
    case Op::Average: return call("avg", node, scope);
    case Op::AverageExact: return call(dialect_ == Dialect::Sqlite ? "ochre_average" : "avg", node, scope);
    case Op::RowNumber: return "row_number()";
    case Op::Rank: return "rank()";
    case Op::DenseRank: return "dense_rank()";
    case Op::Lag: return "lag(" + text(node.operand(0), scope) + ", " + row_count(node.operand(1)) + ")";
    case Op::Lead: return "lead(" + text(node.operand(0), scope) + ", " + row_count(node.operand(1)) + ")";
    case Op::Ntile: return "ntile(" + row_count(node.operand(0)) + ")";
    case Op::FirstValue: return call("first_value", node, scope);
    case Op::LastValue: return call("last_value", node, scope);
    case Op::Filter:
      return aggregate_call(node.operand(0), scope) + " FILTER (WHERE " + text(node.operand(1), scope) + ")";
    case Op::Over: return aggregate_call(node.operand(0), scope) + " OVER (" + window(node, scope) + ")";
    default: throw StatementFailed("The query's shape is malformed.");
  }
}

/// PostgreSQL counts rows in 32 bits there.
std::string ExpressionWriter::row_count(const Node& count) const {
  const std::string number = parameter(count.binding);
  return dialect_ == Dialect::Postgres ? "CAST(" + number + " AS integer)" : number;
}

/// ROWS BETWEEN … AND …
std::string ExpressionWriter::frame(const Node& node) const {
  const auto bound = [&](FrameBound::Kind kind, const Node& count) -> std::string {
    switch (kind) {
      case FrameBound::Kind::UnboundedPreceding: return "UNBOUNDED PRECEDING";
      case FrameBound::Kind::Preceding: return parameter(count.binding) + " PRECEDING";
      case FrameBound::Kind::CurrentRow: return "CURRENT ROW";
      case FrameBound::Kind::Following: return parameter(count.binding) + " FOLLOWING";
      case FrameBound::Kind::UnboundedFollowing: return "UNBOUNDED FOLLOWING";
    }
    throw StatementFailed("The query's shape is malformed.");
  };
  const bool range = (node.token.first & frame_of_range) != 0;
  const auto start = static_cast<FrameBound::Kind>(node.token.first & ~frame_of_range);
  const auto end = static_cast<FrameBound::Kind>(node.token.second);
  return (range ? "RANGE BETWEEN " : "ROWS BETWEEN ") + bound(start, node.operand(0)) + " AND " +
         bound(end, node.operand(1));
}

/// What stands in the parentheses of OVER.
std::string ExpressionWriter::window(const Node& node, Scope& scope) {
  std::string partitions;
  std::string orders;
  std::string rows;
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    const Node& part = node.operand(i);
    if (part.op() == Op::Frame) {
      rows = frame(part);
    } else if (part.op() == Op::PartitionBy) {
      partitions += (partitions.empty() ? "PARTITION BY " : ", ") + text(part.operand(0), scope);
    } else {
      orders += (orders.empty() ? "ORDER BY " : ", ") + order_key(part.operand(0), part.token.first, scope);
    }
  }
  std::string out = partitions + (partitions.empty() || orders.empty() ? "" : " ") + orders;
  return out + (out.empty() || rows.empty() ? "" : " ") + rows;
}

}  // namespace ochre::query
