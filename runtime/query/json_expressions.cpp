// The expressions of a query from outside: operands are read first, then the operator is held to their types
// and to the place it stands in.
#include <algorithm>
#include <string>
#include <utility>

#include "ochre/aggregate.hpp"
#include "ochre/decimal.hpp"
#include "query/json_reader.hpp"
#include "query/op_names.hpp"
#include "query/scope.hpp"
#include "query/shape_reader.hpp"

namespace ochre::query {
namespace {

bool is_aggregate(Op op) {
  switch (op) {
    case Op::CountRows:
    case Op::Count:
    case Op::CountDistinct:
    case Op::Sum:
    case Op::SumDistinct:
    case Op::Min:
    case Op::Max:
    case Op::Average:
    case Op::AverageExact: return true;
    default: return false;
  }
}

bool is_real(const Type& type) { return type.kind == Kind::Float32 || type.kind == Kind::Float64; }

/// Decimals of more than 18 digits are texts.
bool is_wide(Kind kind, const JsonValue& content) {
  return kind == Kind::Decimal && content.type == JsonType::Text;
}

/// The digits after the point of a decimal: said beside its units, seen in a text, which must be the one that
/// such decimals have.
int scale_in(const JsonValue& item, Kind kind, const JsonValue& content) {
  if (kind != Kind::Decimal || content.type == JsonType::Null) return 0;
  if (content.type == JsonType::Text) {
    constexpr int most_wide_digits = 38;
    const std::size_t point = content.text.find('.');
    const std::size_t digits = point == std::string::npos ? 0 : content.text.size() - point - 1;
    const bool fits = digits <= most_wide_digits;
    const int scale = fits ? static_cast<int>(digits) : 0;
    if (!fits || detail::wide_decimal_text(content.text, most_wide_digits, scale) != content.text)
      refuse_query("a decimal is written in another way than Ochre's");
    return scale;
  }
  if (!item.member("scale")) refuse_query("a decimal lacks its 'scale'");
  return small_number(item, "scale", most_digits);
}

void require_comparable(Family value, Family listed) {
  if (!comparable(value, listed)) refuse_query("a value is compared with a list of another type");
}

Value with_scale(Value value, int scale) {
  if (value.kind == Kind::Decimal && value.storage == Storage::Integer)
    value.size = static_cast<std::uint32_t>(scale);
  return value;
}

}  // namespace

Type QueryReader::expression(const JsonValue& item, Place place) {
  const Place around = std::exchange(place_, place);
  const Type type = expression(item);
  place_ = around;
  return type;
}

Type QueryReader::expression(const JsonValue& item) {
  const Op op = operator_of(item);
  if (is_aggregate(op)) return aggregate(op, item);
  switch (op) {
    case Op::Column: return column(item);
    case Op::NamedColumn: return named_column(item);
    case Op::Bind: return value(item);
    case Op::Null: return out_.op(op), Type();
    case Op::And:
    case Op::Or: return chain(op, item);
    case Op::In:
    case Op::NotIn: return membership(op, item);
    case Op::InQuery:
    case Op::NotInQuery: return choice_of_query(op, item);
    case Op::Exists:
      nested(only_argument(item));
      out_.op(op);
      return type_of_kind(Kind::Bool, false);
    case Op::ScalarQuery: return scalar_query(item);
    case Op::Any:
    case Op::None:
    case Op::CountRelated: return related(op, item);
    case Op::Filter: return filtered(item);
    case Op::Over: return window(item);
    default: return operation(op, item);
  }
}

Type QueryReader::operation(Op op, const JsonValue& item) {
  const JsonValue* list = item.member("args");
  const std::size_t count = list ? list->items.size() : 0;
  if (count > 50) refuse_query("an operator has too many operands");
  Token token;
  token.op = op;
  token.first = static_cast<std::uint8_t>(op == Op::Case ? (count - 1) / 2 : count);
  if (static_cast<std::size_t>(operand_count(token)) != count)
    refuse_query("an operator has the wrong number of operands");
  std::vector<Type> operands;
  std::vector<Family> families;
  for (std::size_t i = 0; i < count; ++i) {
    operands.push_back(expression(list->items[i]));
    families.push_back(operands.back().family);
  }
  if (op == Op::Rescale || op == Op::Round || op == Op::AverageExact) return exact(op, item, operands[0]);
  const auto family = type_of(op, families);
  if (!family) {
    refuse_query("'" + std::string(op_name(op)) +
                 "' does not go with the types of its operands, or cannot come from outside");
  }
  if (op == Op::Multiply && *family != Family::Number && (is_real(operands[0]) || is_real(operands[1])))
    refuse_query("'*' multiplies decimals and durations with integers only");
  if (op == Op::Year || op == Op::Month || op == Op::Day) {
    out_.op(op, static_cast<std::uint8_t>(date_kind(families[0])));
  } else if (argument_count(op) == 1) {
    out_.op(op, token.first);
  } else {
    out_.op(op);
  }
  return result_type(op, operands, *family);
}

/// Operators that remember the digits after a decimal's point.
Type QueryReader::exact(Op op, const JsonValue& item, const Type& operand) {
  const bool averages_durations = op == Op::AverageExact && operand.family == Family::Duration;
  if (!is_decimal(operand.family) && !averages_durations)
    refuse_query("'" + std::string(op_name(op)) + "' does not go with the type of its operand");
  const auto scale = static_cast<std::uint8_t>(averages_durations ? 0 : digits_of(operand.family));
  Family family = operand.family;
  if (op == Op::Rescale) {
    const std::uint8_t digits = small_number(item, "first", most_digits - scale);
    out_.op(op, digits);
    family = family_of(Kind::Decimal, scale + digits, false);
  } else if (op == Op::Round) {
    out_.op(op, scale, small_number(item, "second", scale));
  } else {
    out_.op(op, static_cast<std::uint8_t>(operand.kind), scale);
  }
  return result_type(op, {operand}, family);
}

Type QueryReader::chain(Op op, const JsonValue& item) {
  const std::vector<JsonValue>& operands = need(item, "args", JsonType::Array).items;
  if (operands.size() < 2) refuse_query("an operator has the wrong number of operands");
  Type type = type_of_kind(Kind::Bool, false);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const Type operand = expression(operands[i]);
    if (operand.family != Family::Bool && operand.family != Family::Null)
      refuse_query("a condition is not true or false");
    type.nullable = type.nullable || operand.nullable;
    if (i > 0) out_.op(op);
  }
  return type;
}

Type QueryReader::column(const JsonValue& item) {
  const Path path = path_of(item);
  const ModelInfo& model = model_at(path);
  const std::string& name = need(item, "column", JsonType::Text).text;
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    if (model.columns[i].name != name) continue;
    out_.column(ColumnRef{path, static_cast<std::uint16_t>(i)});
    Type type = type_of_column(model.columns[i]);
    if (may_lack_row(path)) type.nullable = true;
    if (!in_aggregate_) ++frames_.back()->bare_columns;
    return type;
  }
  refuse_query(std::string(model.table) + " has no column '" + name + "'");
}

Type QueryReader::named_column(const JsonValue& item) {
  const JsonValue& text = only_argument(item);
  const Named& known = named(text);
  const std::uint8_t number = small_number(item, "first", 254);
  if (number >= columns_of(known.row)) refuse_query("a named query has fewer columns");
  Type type = column_at(known.row, number);
  type.nullable = may_lack_row(known) || type.nullable;
  if (!in_aggregate_) ++frames_.back()->bare_columns;
  out_.text(known.name);
  out_.op(Op::NamedColumn, number);
  return type;
}

Type QueryReader::value(const JsonValue& item) {
  const Kind kind = kind_of(item);
  const JsonValue* content = item.member("is");
  if (!content) refuse_query("a value lacks 'is'");
  std::string storage;
  const int scale = scale_in(item, kind, *content);
  const Value value = with_scale(json_to_value(kind, *content, storage), scale);
  out_.bind(value);
  Type type = type_of_kind(kind, value.is_null(), scale, is_wide(kind, *content));
  if (kind == Kind::Decimal && value.is_null()) type.family = Family::Null;
  if (kind == Kind::Json) type.family = Family::Document;
  if (kind == Kind::Enum && !value.is_null()) type.texts = {content->text};
  return type;
}

Type QueryReader::membership(Op op, const JsonValue& item) {
  const auto& operands = arguments(item, 2);
  const Type left = expression(operands[0]);
  if (operator_of(operands[1]) != Op::List) refuse_query("a list is missing");
  const Kind kind = kind_of(operands[1]);
  const JsonValue& contents = need(operands[1], "is", JsonType::Array);
  std::vector<std::string> storage(contents.items.size());
  std::vector<Value> values;
  const bool wide = kind == Kind::Decimal && left.family >= Family::WideDecimal;
  require_comparable(left.family, family_of(kind, std::max(left.scale, 0), wide));  // also when it is empty
  for (std::size_t i = 0; i < contents.items.size(); ++i) {
    const JsonValue& content = contents.items[i];
    const int scale = scale_in(operands[1], kind, content);
    if (content.type != JsonType::Null)
      require_comparable(left.family, family_of(kind, scale, is_wide(kind, content)));
    values.push_back(with_scale(json_to_value(kind, content, storage[i]), scale));
  }
  out_.bind_list(kind, values.data(), values.size());
  out_.op(op);
  return type_of_kind(Kind::Bool, left.nullable);
}

Type QueryReader::choice_of_query(Op op, const JsonValue& item) {
  const auto& operands = arguments(item, 2);
  const Type left = expression(operands[0]);
  const RowType row = nested(operands[1]).row;
  if (row.size() != 1 || !comparable(left.family, row[0].family))
    refuse_query("a value is compared with rows of another type");
  out_.op(op);
  return type_of_kind(Kind::Bool, left.nullable || row[0].nullable);
}

Type QueryReader::scalar_query(const JsonValue& item) {
  RowType row = nested(only_argument(item)).row;
  if (row.size() != 1 || row[0].model) refuse_query("a query used as a value selects none, or several");
  out_.op(Op::ScalarQuery);
  row[0].nullable = true;
  return row[0];
}

Type QueryReader::related(Op op, const JsonValue& item) {
  const auto& operands = arguments(item, 2);
  const Path owner = source(operands[0]);
  may_lack_row(owner);  // it is in reach
  const std::uint8_t relation = relation_number(model_at(owner), item);
  if (operator_of(operands[1]) != Op::Open) refuse_query("a relation's conditions are missing");
  frames_.push_back(std::make_unique<Frame>());
  frames_.back()->tables.emplace_back(Path{model_at(owner).relations[relation].target}, false);
  out_.op(Op::Open);
  for (const JsonValue& clause : need(operands[1], "clauses", JsonType::Array).items) {
    if (operator_of(clause) != Op::Where) refuse_query("a relation is asked with conditions only");
    condition(Op::Where, clause, Place::Rows);
  }
  out_.op(Op::Close);
  frames_.pop_back();
  out_.op(op, relation);
  return type_of_kind(op == Op::CountRelated ? Kind::Int64 : Kind::Bool, false);
}

Type QueryReader::aggregate(Op op, const JsonValue& item) {
  if (place_ == Place::Rows)
    refuse_query("'" + std::string(op_name(op)) + "' stands where rows are looked at singly");
  // Over a window it takes the rows the query has, which may be groups, one by one.
  const bool windowed = std::exchange(windowed_, false);
  if (!windowed) frames_.back()->aggregated = true;
  const Place around = std::exchange(place_, windowed ? Place::Groups : Place::Rows);
  const bool inside = std::exchange(in_aggregate_, !windowed);
  const Type type = operation(op, item);
  in_aggregate_ = inside;
  place_ = around;
  return type;
}

Type QueryReader::filtered(const JsonValue& item) {
  const auto& operands = arguments(item, 2);
  const auto op = peek_operator(operands[0]);
  if (!op || !is_aggregate(*op)) refuse_query("only count() and its kin have a filter");
  const Type type = expression(operands[0]);
  const bool inside = std::exchange(in_aggregate_, true);
  if (expression(operands[1], Place::Rows).family != Family::Bool)
    refuse_query("a filter is not true or false");
  in_aggregate_ = inside;
  out_.op(Op::Filter);
  return type;
}

Type QueryReader::window(const JsonValue& item) {
  if (place_ != Place::Results) refuse_query("a window stands elsewhere than in select or order_by");
  const std::vector<JsonValue>& operands = need(item, "args", JsonType::Array).items;
  const std::uint8_t partitions = small_number(item, "first", 50);
  const std::uint8_t orders = small_number(item, "second", 50);
  if (operands.size() != 1U + partitions + orders)
    refuse_query("an operator has the wrong number of operands");
  frames_.back()->windowed = true;
  const Type type = window_function(operands[0]);
  for (std::size_t i = 1; i < operands.size(); ++i) {
    if (i + 1 == operands.size() && peek_operator(operands[i]) == Op::Frame) {
      frame(operands[i]);
      break;
    }
    const Op part = operator_of(operands[i]);
    if (part != (i <= partitions ? Op::PartitionBy : Op::WindowOrder))
      refuse_query("a window has something else than partitions, and then orders");
    const Family family = expression(only_argument(operands[i]), Place::Groups).family;
    if (family == Family::Rows || family == Family::Null) refuse_query("a value is missing");
    if (part == Op::WindowOrder) require_order(family);
    if (part == Op::PartitionBy) {
      out_.op(part);
    } else {
      out_.op(part, small_number(operands[i], "first", order_descending | order_nulls_first));
    }
  }
  out_.op(Op::Over, partitions, orders);
  return type;
}

void QueryReader::require_order(Family family) {
  if (!can_sort(family))
    refuse_query(
        "rows are ordered by what has no order: JSON, an array, or a decimal of more than 18 digits");
}

/// What comes before over(): an aggregate, which is none of the query's then, or a function of windows only.
Type QueryReader::window_function(const JsonValue& item) {
  const auto op = peek_operator(item);
  const Place around = std::exchange(place_, Place::Groups);
  Type type;
  if (op == Op::RowNumber || op == Op::Rank || op == Op::DenseRank) {
    if (item.member("args")) refuse_query("an operator has the wrong number of operands");
    operator_of(item);
    out_.op(*op);
    type = type_of_kind(Kind::Int64, false);
  } else if (op == Op::Lag || op == Op::Lead) {
    type = neighbour(*op, item);
  } else if (op == Op::Ntile) {
    operator_of(item);
    row_count(only_argument(item), 1);
    out_.op(*op);
    type = type_of_kind(Kind::Int64, false);
  } else if (op == Op::FirstValue || op == Op::LastValue) {
    operator_of(item);
    type = expression(only_argument(item));
    if (type.family == Family::Rows || type.family == Family::Null) refuse_query("a value is missing");
    out_.op(*op);
    type.nullable = true;
  } else if (op && (is_aggregate(*op) || op == Op::Filter)) {
    windowed_ = true;
    type = expression(item);
  } else {
    refuse_query("over() follows something that is no function of a window");
  }
  place_ = around;
  return type;
}

Type QueryReader::neighbour(Op op, const JsonValue& item) {
  operator_of(item);
  const auto& operands = arguments(item, 2);
  Type type = expression(operands[0]);
  if (type.family == Family::Rows || type.family == Family::Null) refuse_query("a value is missing");
  row_count(operands[1], 0);
  out_.op(op);
  type.nullable = true;
  return type;
}

void QueryReader::row_count(const JsonValue& item, std::int64_t least) {
  const bool is_count = peek_operator(item) == Op::Bind;
  const std::int64_t count = is_count ? need(item, "is", JsonType::Integer).integer : -1;
  if (count < least || count > INT32_MAX) refuse_query("a function of windows counts no rows");
  if (kind_of(item) != Kind::Int64) refuse_query("a row count is no int64");
  expression(item);
}

void QueryReader::frame(const JsonValue& item) {
  operator_of(item);
  const auto& counts = arguments(item, 2);
  const std::uint8_t start = small_number(item, "first", 255);
  const std::uint8_t end = small_number(item, "second", 4);
  const auto bound = [&](const JsonValue& count, int kind) {
    const Op op = operator_of(count);
    if (op == Op::Null) return FrameBound{static_cast<FrameBound::Kind>(kind)};
    if (op != Op::Bind || kind_of(count) != Kind::Int64) refuse_query("the frame of a window counts no rows");
    return FrameBound{static_cast<FrameBound::Kind>(kind), need(count, "is", JsonType::Integer).integer};
  };
  const int kind = start & ~frame_of_range;
  if (kind > 4) refuse_query("the frame of a window is none");
  detail::put_frame(out_, bound(counts[0], kind), bound(counts[1], end), (start & frame_of_range) != 0);
}

ReadRows QueryReader::nested(const JsonValue& item) {
  if (operator_of(item) != Op::Open) refuse_query("a query is missing");
  const Place around = place_;
  const bool inside = std::exchange(in_aggregate_, false);
  out_.op(Op::Open);
  ReadRows rows = query(need(item, "clauses", JsonType::Array));
  out_.op(Op::Close);
  place_ = around;
  in_aggregate_ = inside;
  return rows;
}

}  // namespace ochre::query
