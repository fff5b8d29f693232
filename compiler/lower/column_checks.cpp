#include <optional>

#include "lower/bounds.hpp"
#include "lower/checks.hpp"
#include "lower/text_form.hpp"
#include "lower/value.hpp"
#include "model/text_form.hpp"

namespace ochrec::lower {
namespace {

using model::Scalar;
using model::TypeKind;
using sql::call;
using sql::Operation;

// Collects the conditions of one column.
class Conditions {
 public:
  Conditions(const Scope& scope, std::uint32_t index)
      : scope_(scope),
        index_(index),
        column_(scope.model.columns.at(index)),
        field_(leaf(scope, column_)),
        stored_(column(scope, index)),
        value_(value_of(scope, index)),
        is_text_(is_text_form(scope, column_)) {}

  std::vector<NamedCondition> take();

 private:
  void array();
  void scalar();
  void text();
  void json();
  sql::Expr is_well_formed() const;
  void choices();
  void multiples();
  void enumeration();
  void text_form();
  void decimal_text_form();
  void letter_case();
  void computed();
  void add(std::string_view rule, std::optional<sql::Expr> condition);
  void add_list(std::string_view rule, const std::vector<model::Value>& values);
  bool is_in_unique() const;

  const Scope& scope_;
  std::uint32_t index_;
  const model::Column& column_;
  const model::Field& field_;
  sql::Expr stored_;
  sql::Expr value_;  // differs where a text stands for it
  bool is_text_;
  std::vector<NamedCondition> out_;
};

const model::Type& count_type() {
  static const model::Type type{};  // int64
  return type;
}

std::vector<NamedCondition> Conditions::take() {
  if (column_.type.array) {
    array();
  } else if (column_.type.kind == TypeKind::Enum) {
    enumeration();
    choices();
  } else {
    scalar();
    choices();
    multiples();
    letter_case();
    computed();
  }
  return std::move(out_);
}

void Conditions::add(std::string_view rule, std::optional<sql::Expr> condition) {
  if (condition) out_.push_back({column_.name + '_' + std::string(rule), std::move(*condition)});
}

void Conditions::add_list(std::string_view rule, const std::vector<model::Value>& values) {
  sql::Expr in = call(Operation::In, value_);
  const bool uuid_texts = is_text_ && column_.type.is(Scalar::Uuid);
  for (const model::Value& value : values)
    in.args.push_back(uuid_texts ? text_of(value, column_.type) : constant(scope_, value, column_.type));
  add(rule, std::move(in));
}

// Conditions on the elements would need a subquery, which no database allows in a check.
void Conditions::array() {
  const bool is_json = scope_.on_sqlite() || column_.type.kind == TypeKind::Struct;
  if (is_json) {
    json();
    add("array", call(Operation::Equal, call(Operation::JsonKind, value_), sql::constant("array")));
  } else {
    add("array", call(Operation::IsFlatArray, value_));
  }
  const Operation count = is_json ? Operation::JsonItemCount : Operation::ItemCount;
  add("items", within(scope_, call(count, value_), tightest(field_.rules.items), count_type()));
}

void Conditions::scalar() {
  if (is_text_) return text_form();
  switch (column_.type.scalar) {
    case Scalar::Bool:
      if (scope_.on_sqlite()) add_list("bool", {false, true});
      break;
    case Scalar::String:
    case Scalar::Bytes: text(); break;
    case Scalar::Uuid:
      if (scope_.on_sqlite())
        add("uuid", within(scope_, call(Operation::ByteLength, value_), {16, 16}, count_type()));
      break;
    case Scalar::Json: json(); break;
    default:
      // What is left of their rules are the years that texts of SQLite hold.
      if (!scope_.on_sqlite() && model::is_other_on_postgres(field_)) break;
      add("range", in_range(scope_, value_, column_.type, field_.rules.range));
      break;
  }
  if (is_wide_decimal(column_.type) && scope_.on_sqlite()) decimal_text_form();
}

// The form bounds years, hours and digits by itself, and that of a column that may be NULL leaves NULL alone.
void Conditions::text_form() {
  if (column_.type.is(Scalar::Decimal))
    decimal_text_form();
  else
    add("text", has_written_form(scope_, index_));
  std::vector<model::ValueRange> ranges;
  for (const model::ValueRange& range : field_.rules.range)
    if (!model::is_years_of_text(range, column_.type)) ranges.push_back(range);
  if (!ranges.empty()) add("range", in_range(scope_, value_, column_.type, ranges));
}

// SQLite's length() stops at U+0000. The generated C++ lets no such character into any text, and PostgreSQL
// has none, so a check for it would cost every insert (some 300 ns a column) and keep only raw SQL from
// writing it.
void Conditions::text() {
  Bounds bounds = tightest(field_.rules.length);
  if (column_.type.max_length) bounds.at_most(*column_.type.max_length);
  const Operation length = column_.type.is(Scalar::Bytes) ? Operation::ByteLength : Operation::Length;
  add("length", within(scope_, call(length, value_), bounds, count_type()));
}

void Conditions::json() {
  if (scope_.on_sqlite()) add("json", is_well_formed());
  if (!column_.type.structure || column_.type.array) return;
  add("object", call(Operation::Equal, call(Operation::JsonKind, value_), sql::constant("object")));
}

// json_valid(NULL) was 0 before SQLite 3.42, where other functions give null.
sql::Expr Conditions::is_well_formed() const {
  sql::Expr valid = call(Operation::IsWellFormedJson, value_);
  if (!column_.type.optional) return valid;
  return call(Operation::Or, call(Operation::IsNull, value_), std::move(valid));
}

void Conditions::choices() {
  for (const auto& values : field_.rules.one_of) add_list("one_of", values);
}

// Remainders of floating-point numbers differ between databases, so those are tested in C++ alone.
void Conditions::multiples() {
  if (column_.type.is_float() || (is_wide_decimal(column_.type) && scope_.on_sqlite())) return;
  for (const model::Value& step : field_.rules.multiple_of) {
    sql::Expr rest = call(Operation::Modulo, value_, constant(scope_, step, column_.type));
    add("multiple_of", call(Operation::Equal, std::move(rest), sql::constant(std::int64_t{0})));
  }
}

void Conditions::enumeration() {
  const model::Enum& type = scope_.schema.enumeration(column_.type.enumeration);
  if (type.native && !scope_.on_sqlite()) return;
  std::vector<model::Value> values;
  for (std::size_t at = 0; at < type.values.size(); ++at) values.emplace_back(static_cast<std::int64_t>(at));
  add_list("enum", values);
}

// Equality of text is equality of numbers only if each number has one spelling: a sign, digits without
// leading zeros, exactly `scale` digits behind the point, and no negative zero.
void Conditions::decimal_text_form() {
  const unsigned scale = column_.type.scale;
  const std::string zero = decimal_text("0", scale);
  std::string tail(scale > 0 ? "." : "");
  for (unsigned digit = 0; digit < scale; ++digit) tail += "[0-9]";
  const sql::Expr unsigned_text = call(Operation::TrimLeftOf, stored_, sql::constant("-"));
  const auto digits = static_cast<std::int64_t>(column_.type.precision);
  const std::int64_t longest = digits + (scale > 0 ? 1 : 0) + (scale == digits ? 1 : 0);
  std::vector<sql::Expr> parts;
  parts.push_back(call(Operation::LessEqual, call(Operation::Length, unsigned_text), sql::constant(longest)));
  parts.push_back(
      call(Operation::GreaterEqual, call(Operation::Length, unsigned_text),
           call(Operation::Subtract, call(Operation::Length, stored_), sql::constant(std::int64_t{1}))));
  parts.push_back(call(Operation::Like, unsigned_text, sql::constant("*[0-9]" + tail)));
  parts.push_back(call(Operation::NotLike, unsigned_text, sql::constant("*[^0-9.]*")));
  parts.push_back(call(Operation::NotLike, unsigned_text, sql::constant(scale > 0 ? "*.*.*" : "*.*")));
  parts.push_back(call(Operation::NotLike, unsigned_text, sql::constant("0[0-9]*")));
  if (scale == digits) parts.push_back(call(Operation::NotLike, unsigned_text, sql::constant("[1-9]*")));
  parts.push_back(call(Operation::NotEqual, stored_, sql::constant('-' + zero)));
  add("decimal", join(Operation::And, std::move(parts)));
}

// A row that raw SQL inserts has passed no normaliser, and two spellings of one address would both be unique.
void Conditions::letter_case() {
  const bool lower = field_.rules.lower;
  if (!column_.type.is(Scalar::String) || (!lower && !field_.rules.upper) || !is_in_unique()) return;
  add(lower ? "lower" : "upper",
      call(Operation::Equal, value_, call(lower ? Operation::Lower : Operation::Upper, value_)));
}

// SQLite does not hold a generated column to its type, and sums beyond 64 bits become REAL.
void Conditions::computed() {
  const bool unchecked = column_.type.is(Scalar::Int64) || column_.type.is(Scalar::Duration) ||
                         column_.type.is(Scalar::Timestamp) || column_.type.is(Scalar::Datetime) ||
                         column_.type.is(Scalar::Date);
  if (!field_.computed || !scope_.on_sqlite() || !unchecked) return;
  sql::Expr kind = call(Operation::StorageKind, value_);
  sql::Expr in = call(Operation::In, std::move(kind), sql::constant("integer"));
  if (column_.type.optional) in.args.push_back(sql::constant("null"));
  add("integer", std::move(in));
}

bool Conditions::is_in_unique() const {
  for (const std::uint32_t key : scope_.model.key) {
    if (key == index_) return true;
  }
  for (const model::Index& index : scope_.model.indexes) {
    if (!index.unique) continue;
    for (const model::KeyPart& part : index.parts) {
      const auto* which = std::get_if<std::uint32_t>(&part.what);
      if (which != nullptr && *which == index_) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<NamedCondition> column_conditions(const Scope& scope, std::uint32_t index) {
  return Conditions(scope, index).take();
}

}  // namespace ochrec::lower
