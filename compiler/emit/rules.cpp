#include "emit/rules.hpp"

#include <algorithm>

#include "emit/layout.hpp"
#include "emit/limits.hpp"
#include "emit/literal.hpp"
#include "emit/supply.hpp"
#include "emit/types.hpp"

namespace ochrec::emit {
namespace {

using model::Field;
using model::Scalar;
using model::Type;

// Two levels: inside a function, inside an `if`.
constexpr std::size_t body = 2;
constexpr unsigned narrow_digits = 18;

// A condition of many parts, one below the other when it is too wide.
std::vector<std::string> broken_at_operators(std::string text) {
  std::vector<std::string> out;
  while (body + text.size() > page_width) {
    const std::size_t end = std::max(text.rfind(" && ", page_width - body - 3) + 1,
                                     text.rfind(" || ", page_width - body - 3) + 1);
    if (end <= 4) break;  // none, which is 0, or only before the margin
    out.push_back(text.substr(0, end + 2));
    text = "    " + text.substr(end + 3);
  }
  out.push_back(std::move(text));
  return out;
}

class Rules {
 public:
  Rules(const Context& context, const Field& field, const Type& type, const Subject& subject)
      : context_(context), field_(field), type_(type), subject_(subject) {}

  std::vector<std::string> take();

 private:
  void text();
  void text_length();
  void byte_length();
  std::string whole_test() const;
  void number();
  void range(const model::ValueRange& range);
  void multiple_of(const model::Value& step);
  void pattern(const std::string& expression);
  void one_of(const std::vector<model::Value>& values);
  void enumeration();
  void array();
  void element();
  void broken_if(const std::string& condition, const std::string& rule, const std::string& limit,
                 const std::string& value);
  std::string report(const std::string& rule, const std::string& limit, const std::string& value,
                     std::size_t margin) const;
  static std::string counted(const std::string& count) { return "static_cast<std::int64_t>(" + count + ")"; }
  std::string reported() const;
  std::string enumerator(const model::Value& value) const {
    return context_.schema()
        .enumeration(type_.enumeration)
        .values.at(static_cast<std::size_t>(std::get<std::int64_t>(value)))
        .name;
  }
  bool is_narrow_decimal() const { return type_.is(Scalar::Decimal) && type_.precision <= narrow_digits; }
  // Narrow decimals are compared as the whole numbers they are.
  std::string operand() const { return subject_.value + (is_narrow_decimal() ? ".units()" : ""); }
  std::string literal(const model::Value& value) const {
    if (is_narrow_decimal()) return integer_literal(std::get<std::int64_t>(value));
    return constant(context_, type_, value);
  }

  const Context& context_;
  const Field& field_;
  const Type& type_;
  const Subject& subject_;
  std::vector<std::string> out_;
};

std::string Rules::report(const std::string& rule, const std::string& limit, const std::string& value,
                          std::size_t margin) const {
  std::vector<std::string> arguments = {subject_.out, string_literal(subject_.field), string_literal(rule),
                                        string_literal(limit)};
  if (!value.empty()) arguments.push_back(value);
  return called("rules::broken", arguments, ";", body + margin);
}

void Rules::broken_if(const std::string& condition, const std::string& rule, const std::string& limit,
                      const std::string& value) {
  const std::string head = "if (" + condition + ")";
  const std::string call = report(rule, limit, value, 2);
  if (call.find('\n') == std::string::npos && body + head.size() + 1 + call.size() <= page_width) {
    out_.push_back(head + " " + call);
    return;
  }
  for (std::string& line : broken_at_operators(head + " {")) out_.push_back(std::move(line));
  out_.push_back("  " + call);
  out_.emplace_back("}");
}

// How the value is shown in a report; nothing for what has no short text.
std::string Rules::reported() const {
  if (type_.is_integer()) return "std::int64_t{" + subject_.value + "}";
  if (type_.is(Scalar::Float32)) return "double{" + subject_.value + "}";
  if (type_.is(Scalar::Float64) || type_.is(Scalar::String)) return subject_.value;
  if (type_.is(Scalar::Decimal)) return "::ochre::to_string(" + subject_.value + ")";
  return {};
}

void Rules::text() {
  if (const std::string test = whole_test(); !test.empty()) {
    // An address or URL is text, so only what is none needs a second look.
    out_.push_back("if (!rules::is_" + test + "(" + subject_.value + ")) {");
    out_.push_back("  if (!rules::is_text(" + subject_.value + ")) " + report("text", "", subject_.value, 2));
    out_.push_back("  " + report(test, "", subject_.value, 2));
    out_.emplace_back("}");
    return;
  }
  text_length();
  for (const std::string& expression : field_.rules.patterns) pattern(expression);
  if (field_.rules.email) broken_if("!rules::is_email(" + subject_.value + ")", "email", "", subject_.value);
  if (field_.rules.url) broken_if("!rules::is_url(" + subject_.value + ")", "url", "", subject_.value);
}

// The test that says all, when there is one and nothing else is asked of the text.
std::string Rules::whole_test() const {
  const bool open = count_limit(field_.rules.length, type_.max_length).is_open();
  if (!open || !field_.rules.patterns.empty() || field_.rules.email == field_.rules.url) return {};
  return field_.rules.email ? "email" : "url";
}

// What is no text has no length; one pass finds both.
void Rules::text_length() {
  const CountLimit limit = count_limit(field_.rules.length, type_.max_length);
  if (limit.is_open()) {
    broken_if("!rules::is_text(" + subject_.value + ")", "text", "", subject_.value);
    return;
  }
  out_.push_back("if (const rules::Measure text = rules::measure(" + subject_.value + "); !text.is_text) {");
  out_.push_back("  " +
                 called("rules::broken",
                        {subject_.out, string_literal(subject_.field), "\"text\"", "\"\"", subject_.value},
                        ";", body + 2));
  out_.push_back("} else if (" + limit.violated_by("text.length") + ") {");
  out_.push_back("  " + report("length", limit.spelled(), counted("text.length"), 2));
  out_.emplace_back("}");
}

void Rules::byte_length() {
  const CountLimit limit = count_limit(field_.rules.length, type_.max_length);
  if (limit.is_open()) return;
  const std::string size = subject_.value + ".size()";
  out_.push_back("if (" + limit.violated_by(size) + ") {");
  out_.push_back("  " + report("size", limit.spelled(), counted(size), 2));
  out_.emplace_back("}");
}

void Rules::number() {
  if (type_.is_float()) broken_if("!rules::is_number(" + subject_.value + ")", "finite", "", "");
  if (type_.is(Scalar::Time))
    broken_if(subject_.value + ".microseconds < 0 || " + subject_.value + ".microseconds >= 86'400'000'000",
              "range", "00:00..<24:00", "");
  for (const model::ValueRange& found : field_.rules.range) range(found);
  for (const model::Value& step : field_.rules.multiple_of) multiple_of(step);
}

void Rules::range(const model::ValueRange& range) {
  std::vector<std::string> parts;
  if (range.low) parts.push_back(operand() + (range.low_exclusive ? " <= " : " < ") + literal(*range.low));
  if (range.high) parts.push_back(operand() + (range.high_exclusive ? " >= " : " > ") + literal(*range.high));
  if (!parts.empty()) broken_if(joined(parts, " || "), "range", spelled(type_, range), reported());
}

void Rules::multiple_of(const model::Value& step) {
  const bool whole = type_.is_integer() || is_narrow_decimal();
  const std::string condition = whole ? operand() + " % " + literal(step) + " != 0"
                                      : "!rules::is_multiple(" + operand() + ", " + literal(step) + ")";
  broken_if(condition, "multiple_of", spelled(type_, step), reported());
}

void Rules::pattern(const std::string& expression) {
  const std::string name = "pattern_" + std::to_string(out_.size());
  out_.push_back(called("static const ::ochre::Pattern " + name, {string_literal(expression)}, ";", body));
  broken_if("!" + name + ".matches(" + subject_.value + ")", "pattern", expression, subject_.value);
}

void Rules::one_of(const std::vector<model::Value>& values) {
  std::vector<std::string> parts;
  std::vector<std::string> names;
  for (const model::Value& value : values) {
    parts.push_back(operand() + " != " + literal(value));
    names.push_back(type_.kind == model::TypeKind::Enum ? enumerator(value) : spelled(type_, value));
  }
  broken_if(joined(parts, " && "), "one_of", joined(names), reported());
}

void Rules::enumeration() {
  const model::Enum& found = context_.schema().enumeration(type_.enumeration);
  std::vector<std::string> names;
  for (const model::Enumerator& value : found.values) names.push_back(value.name);
  broken_if("static_cast<std::size_t>(" + subject_.value + ") >= " + std::to_string(names.size()), "enum",
            joined(names), "");
}

std::vector<std::string> Rules::take() {
  if (type_.array) {
    array();
    return std::move(out_);
  }
  if (type_.kind == model::TypeKind::Enum) {
    enumeration();
  } else if (type_.is(Scalar::String)) {
    text();
  } else if (type_.is(Scalar::Bytes)) {
    byte_length();
  } else if (type_.is(Scalar::Json)) {
    broken_if("!rules::is_json(" + subject_.value + ".text)", "json", "", subject_.value + ".text");
  } else {
    number();
  }
  for (const auto& values : field_.rules.one_of) one_of(values);
  return std::move(out_);
}

void Rules::array() {
  const CountLimit limit = count_limit(field_.rules.items, std::nullopt);
  const std::string count = subject_.value + ".size()";
  if (!limit.is_open()) broken_if(limit.violated_by(count), "items", limit.spelled(), counted(count));
  if (field_.rules.unique_items)
    broken_if("!rules::all_different(" + subject_.value + ")", "unique_items", "", "");
  element();
}

// Elements report without a place; it is put before what they reported.
void Rules::element() {
  Type type = type_;
  type.array = type.optional = false;
  const Subject inner{subject_.value + "[at]", "", subject_.out};
  const std::vector<std::string> lines = rule_lines(context_, field_, type, inner);
  if (lines.empty()) return;
  out_.push_back("for (std::size_t at = 0; at < " + subject_.value + ".size(); ++at) {");
  out_.push_back("  const std::size_t before = " + subject_.out + ".size();");
  for (const std::string& line : lines) out_.push_back("  " + line);
  out_.push_back("  if (" + subject_.out + ".size() != before) rules::place(" + subject_.out + ", before, " +
                 string_literal(subject_.field) + ", at);");
  out_.emplace_back("}");
}

}  // namespace

std::vector<std::string> rule_lines(const Context& context, const Field& field, const Type& type,
                                    const Subject& subject) {
  if (type.structure) return {};
  return Rules(context, field, type, subject).take();
}

}  // namespace ochrec::emit
