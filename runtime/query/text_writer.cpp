// The part of ExpressionWriter about columns that SQLite keeps as text: comparisons with values, in a form
// that an index on the column serves. Everything else is said of the values such a column reads as.
#include "query/expression_writer.hpp"
#include "query/text_column.hpp"
#include "spell/name.hpp"

namespace ochre::query {
namespace {

using spell::Binding;

const ColumnInfo* text_column(const Node& node, Dialect dialect) {
  if (node.op() != Op::Column) return nullptr;
  const ColumnInfo& column = column_of(model_at(node.token.path), node.token.column);
  return holds_text(column, dialect) ? &column : nullptr;
}

const char* order_sign(Op op) {
  switch (op) {
    case Op::Less: return "<";
    case Op::LessEqual: return "<=";
    case Op::Greater: return ">";
    default: return ">=";
  }
}

}  // namespace

std::string ExpressionWriter::stored_column(const Occurrence& table, std::size_t number) const {
  return table.name + "." + spell::name(column_of(*table.model, number).name, dialect_);
}

/// What rows are ordered by. Dates have one text each, in the order of the dates: an index on the texts
/// serves.
std::string ExpressionWriter::order_operand(const Node& node, Scope& scope) {
  const ColumnInfo* column = text_column(node, dialect_);
  if (!column || column->kind != Kind::Date) return text(node, scope);
  return stored_column(scope.resolve(node.token.path), node.token.column);
}

std::optional<Piece> ExpressionWriter::about_text(const Node& node, Scope& scope) {
  const ColumnInfo* column = node.operands.empty() ? nullptr : text_column(node.operand(0), dialect_);
  if (!column) return std::nullopt;
  const auto stored = [&](const Node& operand) {
    return stored_column(scope.resolve(operand.token.path), operand.token.column);
  };
  const auto bound = [&](std::size_t at) { return parameter(node.operand(at).binding); };
  const auto is_bound = [&](std::size_t at) { return node.operand(at).op() == Op::Bind; };
  switch (node.op()) {
    case Op::IsNull: return Piece{stored(node.operand(0)) + " IS NULL", Binding::Compare};
    case Op::IsNotNull: return Piece{stored(node.operand(0)) + " IS NOT NULL", Binding::Compare};
    case Op::Equal:
      if (const ColumnInfo* other = text_column(node.operand(1), dialect_))
        return Piece{
            have_same_value(*column, stored(node.operand(0)), *other, stored(node.operand(1)), dialect_),
            Binding::Compare};
      if (!is_bound(1)) break;
      return Piece{has_value(*column, stored(node.operand(0)), bound(1), dialect_), Binding::Compare};
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
      if (!is_bound(1)) break;
      return Piece{is_beyond(*column, stored(node.operand(0)), order_sign(node.op()), bound(1)),
                   Binding::Compare};
    case Op::Between:
      if (!is_bound(1) || !is_bound(2)) break;
      return Piece{is_between(*column, stored(node.operand(0)), bound(1), bound(2)), Binding::Compare};
    case Op::In:
      if (column->kind != Kind::Uuid) break;
      return Piece{stored(node.operand(0)) + " IN (SELECT upper(ochre_uuid_text(value)) FROM ochre_list(" +
                       bound(1) + ") UNION ALL SELECT ochre_uuid_text(value) FROM ochre_list(" + bound(1) +
                       "))",
                   Binding::Compare};
    default: break;
  }
  return std::nullopt;
}

}  // namespace ochre::query
