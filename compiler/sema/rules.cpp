#include "sema/rules.hpp"

#include <algorithm>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/literals.hpp"
#include "sema/numbers.hpp"
#include "sema/pattern.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Scalar;

/// One field's attributes on their way into its rules.
class Reader {
 public:
  Reader(Analysis& analysis, const AttributeSet& attributes, const model::Type& type, const ast::Name& field,
         model::Rules& rules)
      : analysis_(analysis),
        attributes_(attributes),
        type_(type),
        element_(type),
        field_(field),
        rules_(rules) {
    element_.array = false;
    element_.optional = false;
  }

  void read() {
    length();
    range();
    multiple_of();
    pattern();
    one_of();
    items();
    flag(Attr::Email, rules_.email);
    flag(Attr::Url, rules_.url);
    flag(Attr::Trim, rules_.trim);
    flag(Attr::Lower, rules_.lower);
    flag(Attr::Upper, rules_.upper);
    unique_items();
    one_case_at_a_time();
  }

 private:
  bool is_text() const { return element_.is(Scalar::String); }
  bool is_enum() const { return element_.kind == model::TypeKind::Enum; }
  bool is_number() const {
    return element_.is_integer() || element_.is_float() || element_.is(Scalar::Decimal);
  }
  bool has_range() const {
    if (element_.kind != model::TypeKind::Scalar) return false;
    switch (element_.scalar) {
      case Scalar::Date:
      case Scalar::Time:
      case Scalar::Timestamp:
      case Scalar::Datetime:
      case Scalar::Duration: return true;
      default: return is_number();
    }
  }

  const ast::Attribute* find(Attr which, bool fits, std::string_view needs) {
    const ast::Attribute* attribute = attributes_.find(which);
    if (attribute == nullptr || fits) return attribute;
    base::Diagnostic& finding =
        analysis_.report(codes::attribute_type, attribute->span,
                         quoted("@" + attribute->name.text) + " needs " + std::string(needs) + ", but " +
                             quoted(field_.text) + " is of type " + quoted(spelled(analysis_, type_)));
    const std::string_view meant = meant_bounds(which);
    if (meant.empty())
      finding.with_fix(attribute->span, "");
    else
      finding.with_help("here it is " + quoted("@" + std::string(meant)))
          .with_fix(attribute->name.span, std::string(meant));
    return nullptr;
  }

  // The attribute that bounds a field of this type, when one was written that bounds others.
  std::string_view meant_bounds(Attr which) const {
    if (which != Attr::Length && which != Attr::Range && which != Attr::Items) return {};
    if (is_text() || element_.is(Scalar::Bytes)) return "length";
    if (has_range()) return "range";
    return type_.array ? "items" : "";
  }

  void length() {
    const bool fits = is_text() || element_.is(Scalar::Bytes);
    if (const ast::Attribute* attribute = find(Attr::Length, fits, "a string or bytes"))
      if (const auto range = count_range(*attribute)) rules_.length.push_back(*range);
  }

  void items() {
    if (const ast::Attribute* attribute = find(Attr::Items, type_.array, "an array"))
      if (const auto range = count_range(*attribute)) rules_.items.push_back(*range);
  }

  std::optional<model::CountRange> count_range(const ast::Attribute& attribute) {
    constexpr std::string_view takes = "a range of whole numbers, such as `1..80` or `1..`";
    const ast::Range* range = sole_range(analysis_, attribute, takes);
    if (range == nullptr) return std::nullopt;
    const auto low = count(range->low);
    const auto high = count(range->high);
    if ((range->low && !low) || (range->high && !high) || range->low_exclusive || range->high_exclusive) {
      wrong_arguments(analysis_, attribute, takes);
      return std::nullopt;
    }
    if (!bounds_can_be_met(*range, low && high && *low > *high)) return std::nullopt;
    return model::CountRange{low, high};
  }

  static std::optional<std::int64_t> count(const std::optional<ast::Expression>& bound) {
    const auto number = bound ? as_number(*bound) : std::nullopt;
    if (!number || number->has_point || number->negative) return std::nullopt;
    return parse_integer(number->digits, false);
  }

  bool bounds_can_be_met(const ast::Range& range, bool reversed) {
    if (!reversed) return true;
    analysis_.report(codes::empty_bounds, range.span, "no value lies in this range");
    return false;
  }

  void range() {
    const ast::Attribute* attribute =
        find(Attr::Range, has_range(), "a number, a date, a time or a duration");
    const ast::Range* written =
        attribute ? sole_range(analysis_, *attribute, "a range, such as `1..80` or `0<..`") : nullptr;
    if (written == nullptr) return;
    model::ValueRange range;
    range.low = bound(written->low);
    range.high = bound(written->high);
    range.low_exclusive = written->low_exclusive;
    range.high_exclusive = written->high_exclusive;
    if ((written->low && !range.low) || (written->high && !range.high)) return;
    const auto order = range.low && range.high ? compare(*range.low, *range.high) : std::nullopt;
    const bool exclusive = range.low_exclusive || range.high_exclusive;
    if (bounds_can_be_met(*written, order && (*order > 0 || (*order == 0 && exclusive))))
      rules_.range.push_back(range);
  }

  std::optional<model::Value> bound(const std::optional<ast::Expression>& written) {
    if (!written) return std::nullopt;
    return literal_as(analysis_, *written, element_, codes::attribute_arguments,
                      "a bound of " + quoted(field_.text));
  }

  void multiple_of() {
    const bool fits = element_.is_integer() || element_.is(Scalar::Decimal);
    const ast::Attribute* attribute = find(Attr::MultipleOf, fits, "an integer or a decimal");
    constexpr std::string_view takes = "one number greater than zero";
    const ast::Expression* written = attribute ? sole_expression(analysis_, *attribute, takes) : nullptr;
    if (written == nullptr) return;
    const auto step = literal_as(analysis_, *written, element_, codes::attribute_arguments,
                                 "the step of " + quoted(field_.text));
    if (!step) return;
    if (compare(*step, std::int64_t{0}) == 1)
      rules_.multiple_of.push_back(*step);
    else
      wrong_arguments(analysis_, *attribute, takes);
  }

  void pattern() {
    const ast::Attribute* attribute = find(Attr::Pattern, is_text(), "a string");
    if (attribute == nullptr) return;
    const auto text = sole_text(analysis_, *attribute, "a regular expression, as in `@pattern(r\"[A-Z]+\")`");
    if (!text) return;
    if (const auto problem = pattern_problem(*text))
      analysis_
          .report(codes::bad_pattern, attribute->arguments[0].span,
                  "this is no regular expression: " + *problem)
          .with_help(
              "the syntax is RE2's, without look-around and back references; raw strings keep "
              "backslashes: r\"\\d+\"");
    else
      rules_.patterns.push_back(*text);
  }

  void one_of() {
    const bool fits = (is_number() || is_text() || has_range() || element_.is(Scalar::Uuid) || is_enum()) &&
                      !element_.is_float();
    const ast::Attribute* attribute =
        find(Attr::OneOf, fits, "text, whole or decimal numbers, times, uuids or an enum");
    if (attribute == nullptr) return;
    std::vector<model::Value> values;
    for (const ast::Argument& argument : attribute->arguments) {
      const ast::Expression* written = as_expression(argument);
      if (written == nullptr) {
        wrong_arguments(analysis_, *attribute, "literals, as in `@one_of(1, 2, 5)`");
        return;
      }
      const auto value = literal_as(analysis_, *written, element_, codes::attribute_arguments,
                                    "a value of " + quoted(field_.text));
      if (value && value_is_new(*written, values, *value)) values.push_back(*value);
    }
    if (attribute->arguments.empty())
      wrong_arguments(analysis_, *attribute, "literals, as in `@one_of(1, 2, 5)`");
    else
      rules_.one_of.push_back(std::move(values));
  }

  bool value_is_new(const ast::Expression& written, const std::vector<model::Value>& values,
                    const model::Value& value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) return true;
    analysis_.report(codes::one_of_twice, written.span, "this value stands in the list already");
    return false;
  }

  void flag(Attr which, bool& rule) {
    if (const ast::Attribute* attribute = find(which, is_text(), "a string"))
      rule |= takes_nothing(analysis_, *attribute);
  }

  void unique_items() {
    if (const ast::Attribute* attribute = find(Attr::UniqueItems, type_.array, "an array"))
      rules_.unique_items |= takes_nothing(analysis_, *attribute);
  }

  void one_case_at_a_time() {
    if (!rules_.lower || !rules_.upper) return;
    const ast::Attribute* upper = attributes_.find(Attr::Upper);
    const ast::Attribute* lower = attributes_.find(Attr::Lower);
    const ast::Attribute* culprit = upper != nullptr ? upper : lower;
    analysis_.report(codes::attributes_conflict, culprit != nullptr ? culprit->span : field_.span,
                     quoted(field_.text) + " cannot be both `@lower` and `@upper`");
  }

  Analysis& analysis_;
  const AttributeSet& attributes_;
  const model::Type& type_;
  model::Type element_;
  const ast::Name& field_;
  model::Rules& rules_;
};

}  // namespace

void add_rules(Analysis& analysis, const AttributeSet& attributes, const model::Type& type,
               const ast::Name& field, model::Rules& rules) {
  Reader(analysis, attributes, type, field, rules).read();
}

}  // namespace ochrec::sema
