#include "sema/defaults.hpp"

#include <algorithm>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/expressions.hpp"
#include "sema/numbers.hpp"

namespace ochrec::sema {
namespace {

/// Why a constant breaks the rules of its field; empty when it keeps them.
class RuleCheck {
 public:
  explicit RuleCheck(const model::Field& field) : field_(field) {}

  std::string broken_by(const model::Value& value) const {
    if (const auto* text = std::get_if<std::string>(&value);
        text != nullptr && field_.type.is(model::Scalar::String)) {
      if (std::string why = text_length(*text); !why.empty()) return why;
    }
    for (const model::ValueRange& range : field_.rules.range)
      if (!lies_in(value, range)) return "it lies outside `@range`";
    for (const auto& values : field_.rules.one_of)
      if (std::find(values.begin(), values.end(), value) == values.end()) return "it is not among `@one_of`";
    for (const model::Value& step : field_.rules.multiple_of)
      if (!is_multiple(value, step)) return "it is no multiple of what `@multiple_of` says";
    return {};
  }

 private:
  // Normalisers may still change the length, so they are left to the runtime.
  std::string text_length(const std::string& text) const {
    if (field_.rules.trim) return {};
    const auto length = static_cast<std::int64_t>(base::count_code_points(text));
    if (field_.type.max_length && length > static_cast<std::int64_t>(*field_.type.max_length))
      return "it is longer than " + std::to_string(*field_.type.max_length) + " characters";
    for (const model::CountRange& range : field_.rules.length) {
      if (range.low && length < *range.low) return "it is shorter than `@length` says";
      if (range.high && length > *range.high) return "it is longer than `@length` says";
    }
    return {};
  }

  static bool lies_in(const model::Value& value, const model::ValueRange& range) {
    const int above_low = range.low ? compare(value, *range.low).value_or(1) : 1;
    const int above_high = range.high ? compare(value, *range.high).value_or(-1) : -1;
    return (above_low > 0 || (above_low == 0 && !range.low_exclusive)) &&
           (above_high < 0 || (above_high == 0 && !range.high_exclusive));
  }

  static bool is_multiple(const model::Value& value, const model::Value& step) {
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* unit = std::get_if<std::int64_t>(&step);
    return number == nullptr || unit == nullptr || *unit == 0 || *number % *unit == 0;
  }

  const model::Field& field_;
};

void default_keeps_rules(Analysis& analysis, const model::Field& field) {
  const model::Expr& value = *field.default_value;
  if (value.op != model::Op::Literal) return;
  const std::string why = RuleCheck(field).broken_by(value.value);
  if (!why.empty())
    analysis.report(codes::default_breaks_rule, value.span,
                    "the default of " + quoted(field.name) + " breaks its rules: " + why);
}

/// The expression of `@default(…)` or `@backfill(…)`.
const ast::Expression* expression_of(Analysis& analysis, const DraftField& draft, Attr which) {
  const ast::Attribute* attribute = draft.attributes.find(which);
  if (attribute == nullptr) return nullptr;
  if (draft.shape == Shape::Value || draft.count == 1)
    return sole_expression(analysis, *attribute, "one value, as in `@default(0)` or `@default(now())`");
  if (draft.count > 1)
    analysis
        .report(codes::attribute_type, attribute->span,
                quoted("@" + attribute->name.text) + " needs a key of one field, and " +
                    quoted(draft.syntax->name.text) + " has " + std::to_string(draft.count))
        .with_help("declare the key fields yourself and name them with `@key(…)`");
  return nullptr;
}

void add_default(Analysis& analysis, model::ModelId id, const DraftField& draft) {
  const ast::Expression* written = expression_of(analysis, draft, Attr::Default);
  if (written == nullptr) return;
  model::Field& field = analysis.model(id).fields[draft.first];
  if (field.type.kind == model::TypeKind::Struct && !field.type.array) {
    analysis.report(codes::default_type, written->span, "a struct has no default");
    return;
  }
  Typing typing(analysis, id, Where::Default);
  field.default_value =
      typing.value(*written, field.type, codes::default_type, "the default of " + quoted(field.name));
  if (field.default_value) default_keeps_rules(analysis, field);
}

void add_backfill(Analysis& analysis, model::ModelId id, const DraftField& draft) {
  const ast::Expression* written = expression_of(analysis, draft, Attr::Backfill);
  if (written == nullptr) return;
  model::Field& field = analysis.model(id).fields[draft.first];
  Typing typing(analysis, id, Where::Backfill);
  field.backfill =
      typing.value(*written, field.type, codes::backfill_type, "the backfill of " + quoted(field.name));
}

}  // namespace

void add_defaults(Analysis& analysis, model::ModelId id) {
  for (const DraftField& draft : analysis.draft(id).fields) {
    if (draft.shape != Shape::Value && draft.shape != Shape::ToOne) continue;
    add_default(analysis, id, draft);
    add_backfill(analysis, id, draft);
  }
}

}  // namespace ochrec::sema
