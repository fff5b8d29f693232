#include "query/expression_writer.hpp"

#include <optional>

#include "ochre/errors.hpp"
#include "query/enum_order.hpp"
#include "query/select_writer.hpp"
#include "query/text_column.hpp"
#include "spell/literal.hpp"
#include "spell/name.hpp"

namespace ochre::query {
namespace {

using spell::Binding;
using spell::Operation;

/// Operators that are spelled the same way in DDL.
std::optional<Operation> plain_operation(Op op) {
  switch (op) {
    case Op::Equal: return Operation::Equal;
    case Op::NotEqual: return Operation::NotEqual;
    case Op::Less: return Operation::Less;
    case Op::LessEqual: return Operation::LessEqual;
    case Op::Greater: return Operation::Greater;
    case Op::GreaterEqual: return Operation::GreaterEqual;
    case Op::Not: return Operation::Not;
    case Op::IsNull: return Operation::IsNull;
    case Op::IsNotNull: return Operation::IsNotNull;
    case Op::Between: return Operation::Between;
    case Op::Lower: return Operation::Lower;
    case Op::Upper: return Operation::Upper;
    case Op::Length: return Operation::Length;
    case Op::ByteLength: return Operation::ByteLength;
    case Op::Trim: return Operation::Trim;
    case Op::Abs: return Operation::Abs;
    case Op::Substring: return Operation::Slice;
    case Op::Coalesce: return Operation::Coalesce;
    case Op::NullIf: return Operation::NullIf;
    default: return std::nullopt;
  }
}

constexpr std::size_t longest_expression = 4'000'000;

/// SQLite takes expressions of 1,000 levels, and each operator of a chain is one: long chains are halved.
/// https://www.sqlite.org/limits.html#max_expr_depth
constexpr std::size_t longest_chain = 32;

void append_chain(std::string& out, View<const std::string> texts, std::string_view word) {
  if (texts.size() > longest_chain) {
    const std::size_t half = texts.size() / 2;
    append_chain(out += '(', texts.first(half), word);
    out.append(")").append(word) += '(';
    append_chain(out, texts.without_first(half), word);
    out += ')';
    return;
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i != 0) out += word;
    out += texts[i];
  }
}

std::string in_parentheses(std::string text) { return "(" + std::move(text) + ")"; }

}  // namespace

/// Some operators are spelled with an operand several times, so that nesting them multiplies the text.
Piece ExpressionWriter::write(const Node& node, Scope& scope) {
  Piece piece = spelled(node, scope);
  if (piece.text.size() > longest_expression)
    throw Unsupported("The SQL of an expression in this query is longer than 4 MB; ask in several steps.");
  return piece;
}

Piece ExpressionWriter::spelled(const Node& node, Scope& scope) {
  if (auto piece = about_text(node, scope)) return *std::move(piece);
  if (const auto operation = plain_operation(node.op())) return apply(*operation, node, scope);
  switch (node.op()) {
    case Op::Column: return {column(scope.resolve(node.token.path), node.token.column)};
    case Op::Bind: return {parameter(node.binding)};
    case Op::Null: return {"NULL"};
    case Op::And:
    case Op::Or: return chain(node.operands, node.op(), scope);
    case Op::Concat: {
      const Piece left = write(node.operand(0), scope);
      return {in_parentheses(left.text + " || " + write(node.operand(1), scope).text)};
    }
    case Op::In:
    case Op::NotIn:
    case Op::InQuery:
    case Op::NotInQuery: return membership(node, scope);
    case Op::Like:
    case Op::LikeFold: return match(node, scope);
    case Op::Contains:
    case Op::StartsWith:
    case Op::EndsWith: return text_search(node, scope, false);
    case Op::ContainsFold:
    case Op::StartsWithFold:
    case Op::EndsWithFold: return text_search(node, scope, true);
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Modulo:
    case Op::Negate:
    case Op::MomentAdd:
    case Op::MomentSubtract:
    case Op::MomentDifference:
    case Op::Rescale: return arithmetic(node, scope);
    case Op::Round: return rounded(node, scope);
    case Op::Replace: return {call("replace", node, scope)};
    case Op::Year:
    case Op::Month:
    case Op::Day: return date_part(node, scope);
    case Op::Case: return choice(node, scope);
    case Op::JsonText:
    case Op::JsonInteger:
    case Op::JsonReal: return json(node, scope);
    case Op::Exists:
      return {"EXISTS " + in_parentheses(selects_.nested_exists(*node.operand(0).query, scope))};
    case Op::ScalarQuery: return {in_parentheses(selects_.nested(*node.operand(0).query, scope))};
    case Op::Any:
    case Op::None:
    case Op::CountRelated: return {selects_.related(node, scope)};
    case Op::Excluded: {
      const ColumnInfo& given = column_of(model_at(node.operand(0).token.path), node.operand(0).token.column);
      return {value_in(given, "excluded." + spell::name(given.name, dialect_), dialect_)};
    }
    case Op::NamedColumn:
      return {spell::name(node.operand(0).token.text, dialect_) + ".c" + std::to_string(node.token.first)};
    case Op::Raw: return raw(node, scope);
    default: return aggregate(node, scope);
  }
}

std::string ExpressionWriter::all(const std::vector<NodePtr>& conditions, Scope& scope) {
  if (conditions.size() == 1) return text(*conditions.front(), scope);
  return chain(conditions, Op::And, scope).text;
}

Piece ExpressionWriter::chain(const std::vector<NodePtr>& operands, Op op, Scope& scope) {
  const Binding binding = op == Op::And ? Binding::And : Binding::Or;
  std::vector<std::string> texts;
  std::size_t size = 0;
  for (const NodePtr& operand : operands) {
    Piece piece = write(*operand, scope);
    texts.push_back(piece.binding < binding ? in_parentheses(std::move(piece.text)) : std::move(piece.text));
    size += texts.back().size() + 8;
  }
  Piece whole{{}, binding};
  whole.text.reserve(size);
  append_chain(whole.text, texts, op == Op::And ? " AND " : " OR ");
  return whole;
}

std::string ExpressionWriter::column(const Occurrence& table, std::size_t number) const {
  const ColumnInfo& info = column_of(*table.model, number);
  if (!info.virtual_computed) return value_in(info, stored_column(table, number), dialect_);
  std::string out = "(";
  std::string_view rest = info.expression;
  for (auto at = rest.find("{}"); at != std::string_view::npos; at = rest.find("{}")) {
    out.append(rest.substr(0, at)) += table.name;
    rest.remove_prefix(at + 2);
  }
  return out.append(rest) += ')';
}

std::string ExpressionWriter::parameter(std::uint32_t binding) const {
  return (dialect_ == Dialect::Sqlite ? "?" : "$") + std::to_string(skipped_ + binding + 1);
}

std::string ExpressionWriter::order_key(const Node& expression, std::uint8_t direction, Scope& scope) {
  return order_text(order_operand(expression, scope), enum_values(expression), direction,
                    can_be_null(expression, scope));
}

std::string ExpressionWriter::order_text(std::string text, View<const std::string_view> values,
                                         std::uint8_t direction, bool nullable) const {
  std::string out = std::move(text);
  std::string ranks;
  for (std::size_t i = 0; i < values.size(); ++i) {
    // The texts come from the schema, where quotes are legal.
    ranks += " WHEN ";
    spell::append_text(ranks, values[i]);
    ranks += " THEN " + std::to_string(i);
  }
  if (!values.empty()) out = "CASE " + out + ranks + " END";
  const bool descending = (direction & order_descending) != 0;
  const bool nulls_first = (direction & order_nulls_first) != 0;
  if (descending) out += " DESC";
  // NULLs are least for SQLite and greatest for PostgreSQL; the clause can keep SQLite from using an index,
  // so it is written only where it changes something. https://www.sqlite.org/lang_select.html#orderby
  const bool first_by_default = (dialect_ == Dialect::Sqlite) != descending;
  if (nullable && nulls_first != first_by_default) out += nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return out;
}

bool ExpressionWriter::can_be_null(const Node& node, Scope& scope) const {
  if (node.op() != Op::Column) return node.op() != Op::CountRows && node.op() != Op::Count;
  const Occurrence& table = scope.resolve(node.token.path);
  return table.optional || column_of(*table.model, node.token.column).nullable;
}

Piece ExpressionWriter::apply(Operation operation, const std::vector<Piece>& operands) const {
  const spell::Spelling spelling = spell::spelling(operation, dialect_);
  Piece piece{{}, spelling.binding};
  spell::expand(
      spelling, operands.size(), [&](std::string_view literal) { piece.text += literal; },
      [&](std::size_t index, Binding least) {
        const Piece& operand = operands.at(index);
        piece.text += operand.binding < least ? in_parentheses(operand.text) : operand.text;
      });
  return piece;
}

Piece ExpressionWriter::apply(Operation operation, const Node& node, Scope& scope) {
  std::vector<Piece> operands;
  for (const NodePtr& operand : node.operands) operands.push_back(write(*operand, scope));
  return apply(operation, operands);
}

Piece ExpressionWriter::membership(const Node& node, Scope& scope) {
  Piece value = write(node.operand(0), scope);
  if (value.binding < Binding::Add) value.text = in_parentheses(std::move(value.text));
  const bool negated = node.op() == Op::NotIn || node.op() == Op::NotInQuery;
  const char* word = negated ? " NOT IN " : " IN ";
  if (node.op() == Op::InQuery || node.op() == Op::NotInQuery) {
    return {value.text + word + in_parentheses(selects_.nested(*node.operand(1).query, scope)),
            Binding::Compare};
  }
  const std::string list = parameter(node.operand(1).binding);
  if (dialect_ == Dialect::Sqlite) return {value.text + word + "ochre_list(" + list + ")", Binding::Compare};
  return {value.text + (negated ? " <> ALL (" : " = ANY (") + list + ")", Binding::Compare};
}

/// LIKE as the schema language means it: case-sensitive, or blind to the case of ASCII letters.
Piece ExpressionWriter::match(const Node& node, Scope& scope) {
  Piece value = write(node.operand(0), scope);
  Piece pattern = write(node.operand(1), scope);
  if (dialect_ == Dialect::Sqlite) {
    if (node.op() == Op::Like) return apply(Operation::Like, {value, {"ochre_glob(" + pattern.text + ")"}});
    if (value.binding < Binding::Add) value.text = in_parentheses(std::move(value.text));
    return {value.text + " LIKE " + pattern.text + " ESCAPE '\\'", Binding::Compare};
  }
  if (node.op() == Op::LikeFold) {
    value = apply(Operation::Lower, {value});
    pattern = apply(Operation::Lower, {pattern});
  }
  return apply(Operation::Like, {value, pattern});
}

Piece ExpressionWriter::text_search(const Node& node, Scope& scope, bool fold) {
  Piece value = write(node.operand(0), scope);
  Piece wanted = write(node.operand(1), scope);
  if (fold) {
    value = apply(Operation::Lower, {value});
    wanted = apply(Operation::Lower, {wanted});
  }
  const bool sqlite = dialect_ == Dialect::Sqlite;
  const std::string both = value.text + ", " + wanted.text;
  switch (node.op()) {
    case Op::Contains:
    case Op::ContainsFold: return {(sqlite ? "instr(" : "strpos(") + both + ") > 0", Binding::Compare};
    case Op::StartsWith:
    case Op::StartsWithFold:
      if (!sqlite) return {"starts_with(" + both + ")"};
      return {"substr(" + value.text + ", 1, length(" + wanted.text + ")) = " + wanted.text,
              Binding::Compare};
    default:
      if (!sqlite)
        return {"right(" + value.text + ", length(" + wanted.text + ")) = " + wanted.text, Binding::Compare};
      return {"substr(" + value.text + ", length(" + value.text + ") - length(" + wanted.text +
                  ") + 1) = " + wanted.text,
              Binding::Compare};
  }
}

Piece ExpressionWriter::date_part(const Node& node, Scope& scope) {
  const bool days = static_cast<Kind>(node.token.first) == Kind::Date;
  switch (node.op()) {
    case Op::Year: return apply(days ? Operation::YearOfDays : Operation::YearOfMicros, node, scope);
    case Op::Month: return apply(days ? Operation::MonthOfDays : Operation::MonthOfMicros, node, scope);
    default: return apply(days ? Operation::DayOfDays : Operation::DayOfMicros, node, scope);
  }
}

Piece ExpressionWriter::choice(const Node& node, Scope& scope) {
  std::string out = "CASE";
  for (std::size_t i = 0; i + 1 < node.operands.size(); i += 2) {
    out += " WHEN " + text(node.operand(i), scope) + " THEN " + text(node.operand(i + 1), scope);
  }
  return {out + " ELSE " + text(*node.operands.back(), scope) + " END"};
}

Piece ExpressionWriter::json(const Node& node, Scope& scope) {
  const std::string document = text(node.operand(0), scope);
  const std::string path = text(node.operand(1), scope);
  if (dialect_ == Dialect::Sqlite) {
    const char* type = node.op() == Op::JsonText ? "TEXT" : node.op() == Op::JsonInteger ? "INTEGER" : "REAL";
    return {"CAST(json_extract(" + document + ", " + path + ") AS " + type + ")"};
  }
  const std::string value =
      "(jsonb_path_query_first(" + document + ", " + path + "::text::jsonpath) #>> '{}')";
  return {value + (node.op() == Op::JsonText      ? ""
                   : node.op() == Op::JsonInteger ? "::bigint"
                                                  : "::double precision")};
}

std::string ExpressionWriter::call(const char* name, const Node& node, Scope& scope) {
  std::string out = std::string(name) + "(";
  for (std::size_t i = 0; i < node.operands.size(); ++i)
    out += (i == 0 ? "" : ", ") + text(node.operand(i), scope);
  return out + ")";
}

Piece ExpressionWriter::raw(const Node& node, Scope& scope) {
  std::string out = "(";
  std::string_view rest = node.operand(0).token.text;
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    const auto at = rest.find("{}");
    if (at == std::string_view::npos) throw StatementFailed("Raw SQL has fewer {} than operands.");
    out.append(rest.substr(0, at)) += text(node.operand(i), scope);
    rest.remove_prefix(at + 2);
  }
  if (rest.find("{}") != std::string_view::npos) throw StatementFailed("Raw SQL has more {} than operands.");
  return {out.append(rest) += ')'};
}

}  // namespace ochre::query
