#include "query/op_names.hpp"

#include <iterator>

namespace ochre::query {
namespace {

struct Named {
  Op op;
  std::string_view name;
};

constexpr Named names[] = {
    {Op::Column, "column"},
    {Op::Source, "table"},
    {Op::Bind, "value"},
    {Op::List, "list"},
    {Op::Text, "text"},
    {Op::Null, "null"},
    {Op::Open, "query"},
    {Op::Equal, "=="},
    {Op::NotEqual, "!="},
    {Op::Less, "<"},
    {Op::LessEqual, "<="},
    {Op::Greater, ">"},
    {Op::GreaterEqual, ">="},
    {Op::And, "and"},
    {Op::Or, "or"},
    {Op::Not, "not"},
    {Op::IsNull, "is_null"},
    {Op::IsNotNull, "is_not_null"},
    {Op::In, "in"},
    {Op::NotIn, "not_in"},
    {Op::InQuery, "in_query"},
    {Op::NotInQuery, "not_in_query"},
    {Op::Between, "between"},
    {Op::Like, "like"},
    {Op::LikeFold, "like_fold"},
    {Op::Contains, "contains"},
    {Op::ContainsFold, "contains_fold"},
    {Op::StartsWith, "starts_with"},
    {Op::StartsWithFold, "starts_with_fold"},
    {Op::EndsWith, "ends_with"},
    {Op::EndsWithFold, "ends_with_fold"},
    {Op::Add, "+"},
    {Op::Subtract, "-"},
    {Op::Multiply, "*"},
    {Op::Divide, "/"},
    {Op::Modulo, "%"},
    {Op::Negate, "negate"},
    {Op::MomentAdd, "moment_add"},
    {Op::MomentSubtract, "moment_subtract"},
    {Op::MomentDifference, "moment_difference"},
    {Op::Rescale, "rescale"},
    {Op::Round, "round"},
    {Op::Concat, "concat"},
    {Op::Lower, "lower"},
    {Op::Upper, "upper"},
    {Op::Length, "length"},
    {Op::ByteLength, "byte_length"},
    {Op::Trim, "trim"},
    {Op::Abs, "abs"},
    {Op::Substring, "substring"},
    {Op::Replace, "replace"},
    {Op::Coalesce, "coalesce"},
    {Op::NullIf, "nullif"},
    {Op::Year, "year"},
    {Op::Month, "month"},
    {Op::Day, "day"},
    {Op::Case, "case"},
    {Op::JsonText, "json_text"},
    {Op::JsonInteger, "json_integer"},
    {Op::JsonReal, "json_real"},
    {Op::CountRows, "count_rows"},
    {Op::Count, "count"},
    {Op::CountDistinct, "count_distinct"},
    {Op::Sum, "sum"},
    {Op::SumDistinct, "sum_distinct"},
    {Op::Min, "min"},
    {Op::Max, "max"},
    {Op::Average, "average"},
    {Op::AverageExact, "average_exact"},
    {Op::Filter, "filter"},
    {Op::RowNumber, "row_number"},
    {Op::Rank, "rank"},
    {Op::DenseRank, "dense_rank"},
    {Op::Lag, "lag"},
    {Op::Lead, "lead"},
    {Op::Ntile, "ntile"},
    {Op::FirstValue, "first_value"},
    {Op::LastValue, "last_value"},
    {Op::Frame, "frame"},
    {Op::PartitionBy, "partition_by"},
    {Op::WindowOrder, "window_order"},
    {Op::Over, "over"},
    {Op::Exists, "exists"},
    {Op::ScalarQuery, "scalar_query"},
    {Op::Any, "any"},
    {Op::None, "none"},
    {Op::CountRelated, "count_related"},
    {Op::Raw, "raw"},
    {Op::Excluded, "excluded"},
    {Op::NamedColumn, "named_column"},
    {Op::From, "from"},
    {Op::FromNamed, "from_named"},
    {Op::Where, "where"},
    {Op::Having, "having"},
    {Op::GroupBy, "group_by"},
    {Op::OrderBy, "order_by"},
    {Op::Limit, "limit"},
    {Op::Offset, "offset"},
    {Op::Join, "join"},
    {Op::JoinOn, "join_on"},
    {Op::JoinNamed, "join_named"},
    {Op::Select, "select"},
    {Op::SelectModel, "select_model"},
    {Op::SelectNamed, "select_named"},
    {Op::Distinct, "distinct"},
    {Op::Set, "set"},
    {Op::Level, "level"},
    {Op::Include, "include"},
    {Op::KeyLevel, "key_level"},
    {Op::With, "with"},
    {Op::Union, "union"},
    {Op::UnionAll, "union_all"},
    {Op::Intersect, "intersect"},
    {Op::Except, "except"},
    {Op::ForUpdate, "for_update"},
    {Op::ConflictColumn, "conflict_column"},
};

constexpr std::string_view kind_names[] = {"bool",      "int16",    "int32",    "int64", "float32", "float64",
                                           "decimal",   "text",     "bytes",    "uuid",  "date",    "time",
                                           "timestamp", "datetime", "duration", "json",  "enum",    "array"};

}  // namespace

std::string_view op_name(Op op) {
  for (const Named& named : names) {
    if (named.op == op) return named.name;
  }
  return "";
}

std::optional<Op> op_named(std::string_view name) {
  for (const Named& named : names) {
    if (named.name == name) return named.op;
  }
  return std::nullopt;
}

std::string_view kind_name(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kind_names); ++i) {
    if (kind_names[i] == name) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

}  // namespace ochre::query
