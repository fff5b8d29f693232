#include "session/ready_changes.hpp"

#include <algorithm>
#include <string>

#include "ochre/errors.hpp"
#include "ochre/rules.hpp"
#include "query/tree.hpp"
#include "session/kept_columns.hpp"

namespace ochre::session {
namespace {

using query::Node;

std::string normalised(const ColumnInfo& column, std::string_view given) {
  std::string text(given);
  if (column.trim) rules::trim(text);
  if (column.lower) rules::lower(text);
  if (column.upper) rules::upper(text);
  return text;
}

bool is_in(std::string_view text, View<const std::string_view> values) {
  return std::find(values.begin(), values.end(), text) != values.end();
}

std::string listed(View<const std::string_view> values) {
  std::string out;
  for (const std::string_view value : values) out.append(out.empty() ? "" : ", ").append(value);
  return out;
}

/// One column after the other, values in the places where expressions have them.
class SetValues {
 public:
  SetValues(const ModelInfo& model, Fragment& changes) : model_(model), changes_(changes) {}

  void visit(const query::SetClause& clause) {
    target_ = &clause.column->token;
    column_ = &model_.columns[target_->column];
    result(*clause.value);
  }
  void require_valid() && {
    if (!violations_.empty()) throw ValidationFailed(model_.name, std::move(violations_));
  }

 private:
  void result(const Node& node);
  void expression(const Node& node);
  void value(std::uint32_t binding);
  void normalise(std::uint32_t binding);
  bool fits_type(const Value& value);
  void validate(const Value& value);
  bool is_own(const Node& node) const {
    const Path& path = node.token.path;
    return node.token.column == target_->column && path.root == &model_ && path.depth == 0 &&
           path.alias == target_->path.alias;
  }
  void require_texts(const Node& node);

  const ModelInfo& model_;
  Fragment& changes_;
  const query::Token* target_ = nullptr;
  const ColumnInfo* column_ = nullptr;
  Violations violations_;
};

// Follows an expression to the values it chooses from.
void SetValues::result(const Node& node) {
  switch (node.op()) {
    case Op::Null: return;
    case Op::Bind: return value(node.binding);
    case Op::Coalesce:
      for (const query::NodePtr& operand : node.operands) result(*operand);
      return;
    case Op::Case:
      for (std::size_t at = 1; at < node.operands.size(); at += 2) result(node.operand(at));
      return result(*node.operands.back());
    case Op::Column:
      if (is_own(node)) return;
      break;
    case Op::Excluded:
      if (is_own(node.operand(0))) return;  // was validated with the row that brings it
      break;
    default: break;
  }
  expression(node);
}

void SetValues::expression(const Node& node) {
  if (column_->values_only) {
    throw Unsupported("The field " + std::string(column_->field_name()) + " of " + std::string(model_.name) +
                      " has rules or normalisers that no database knows, so set() takes a value for it, or "
                      "excluded() of the same column, and no other expression. Load the rows, change them "
                      "and give them to update().");
  }
  require_texts(node);
}

// A database may keep any bytes; text it makes of text is text.
void SetValues::require_texts(const Node& node) {
  if (node.op() == Op::Bind) {
    const Value value = changes_.values().at(node.binding);
    if (value.kind == Kind::Text && !value.is_null() && !rules::is_text(value.text()))
      rules::broken(violations_, column_->field_name(), "text", "", value.text());
  }
  for (const query::NodePtr& operand : node.operands) require_texts(*operand);
  if (!node.query) return;
  for (const query::SelectItem& item : node.query->items) {
    if (item.expression) require_texts(*item.expression);
  }
}

void SetValues::value(std::uint32_t binding) {
  if (changes_.values().at(binding).is_null()) return;
  normalise(binding);
  const Value value = changes_.values().at(binding);
  if (fits_type(value)) validate(value);
}

void SetValues::normalise(std::uint32_t binding) {
  if (!column_->trim && !column_->lower && !column_->upper) return;
  const std::string text = normalised(*column_, changes_.values().at(binding).text());
  changes_.rebind(binding, Value::of_text(column_->kind, text));
}

// A C++ value may be wider than the column it is for.
bool SetValues::fits_type(const Value& value) {
  const std::string_view field = column_->field_name();
  const std::size_t before = violations_.size();
  const auto require_range = [&](std::int64_t low, std::int64_t high, std::string_view limit) {
    if (value.integer < low || value.integer > high)
      rules::broken(violations_, field, "range", limit, value.integer);
  };
  switch (column_->kind) {
    case Kind::Int16: require_range(INT16_MIN, INT16_MAX, "-32768..32767"); break;
    case Kind::Int32: require_range(INT32_MIN, INT32_MAX, "-2147483648..2147483647"); break;
    case Kind::Float32:
      if (value.real - value.real == 0 && (value.real >= 0x1.ffffffp+127 || value.real <= -0x1.ffffffp+127))
        rules::broken(violations_, field, "range", "-3.4028235e+38..3.4028235e+38", value.real);
      break;
    case Kind::Enum:
      if (!is_in(value.text(), column_->values))
        rules::broken(violations_, field, "enum", listed(column_->values));
      break;
    default: break;
  }
  return violations_.size() == before;
}

void SetValues::validate(const Value& value) {
  if (!model_.validate_value) return;
  const std::size_t before = violations_.size();
  model_.validate_value(target_->column, value, violations_);
  const std::string_view path = column_->field_name();
  const std::size_t end = path.rfind('.');
  if (end != std::string_view::npos) rules::place(violations_, before, path.substr(0, end));
}

}  // namespace

Fragment ready_changes(const Fragment& changes, const ModelInfo& model, const Moment& moment) {
  const query::Select select = query::read_select(changes);
  Fragment ready = changes;
  if (select.sets.empty()) return ready;
  SetValues values(model, ready);
  for (const query::SetClause& clause : select.sets) values.visit(clause);
  std::move(values).require_valid();
  keep_columns(ready, select, model, moment);
  return ready;
}

}  // namespace ochre::session
