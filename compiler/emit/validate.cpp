#include "emit/validate.hpp"

#include <algorithm>

#include "emit/check_expression.hpp"
#include "emit/layout.hpp"
#include "emit/literal.hpp"
#include "emit/reach.hpp"
#include "emit/rules.hpp"
#include "emit/struct_rules.hpp"
#include "emit/supply.hpp"
#include "emit/types.hpp"

namespace ochrec::emit {
namespace {

using model::Field;
using model::ModelId;

constexpr std::size_t body = 2;

List to_lines(const std::vector<std::string>& lines) {
  List out;
  for (const std::string& line : lines) out.emplace_back().set("line", line);
  return out;
}

// A default may be unknown before the database makes it: the check passes until then.
bool may_be_unknown(const Field& field) {
  if (field.updated || field.is_auto) return true;
  return supply_of(field) == Supply::Defaulted && field.default_value->op != model::Op::Literal;
}

class Validation {
 public:
  Validation(const Context& context, ModelId id)
      : context_(context),
        id_(id),
        model_(context.schema().model(id)),
        out_(context.local("out")),
        value_(context.local("value")),
        row_(context.local("row")),
        fields_(context.local("fields")) {}

  void set(Object& out);

 private:
  void add_rules(const Field& field);
  void add_check(const model::Check& check);
  void add_check_call(const std::string& name, const std::vector<std::string>& arguments,
                      std::vector<std::string>& lines) const;
  void add_default(const Field& field);
  void add_function(std::string signature, const std::vector<std::string>& lines);
  std::string check_parameter(const Field& field) const;
  std::string argument_in_fields(const Field& field) const;

  const Context& context_;
  ModelId id_;
  const model::Model& model_;
  std::string out_;
  std::string value_;
  std::string row_;
  std::string fields_;
  List functions_;
  std::vector<std::string> row_lines_;
  std::vector<std::string> fields_lines_;
};

void Validation::add_function(std::string signature, const std::vector<std::string>& lines) {
  Object& function = functions_.emplace_back();
  function.set("signature", std::move(signature));
  function.set("lines", to_lines(lines));
}

void Validation::add_rules(const Field& field) {
  if (field.computed) return;
  model::Type type = field.type;
  type.optional = false;
  const Subject subject{value_, field.name, out_};
  const std::vector<std::string> lines = type.structure ? struct_rule_lines(context_, field, type, subject)
                                                        : rule_lines(context_, field, type, subject);
  if (lines.empty()) return;
  const std::string name = "rules_of_" + member_of(field);
  add_function(
      called("void " + name, {parameter_type(context_, type) + " " + value_, "::ochre::Violations& " + out_},
             " {", 0),
      lines);
  const auto call = [&](const Reach& reach) {
    return reach.guard() + name + "(" + reach.value + ", " + out_ + ");";
  };
  row_lines_.push_back(call(reach_in_row(whole(field), row_)));
  if (supply_of(field) != Supply::Never)
    fields_lines_.push_back(call(reach_in_fields(whole(field), fields_)));
}

// What is not known yet comes as an optional.
std::string Validation::check_parameter(const Field& field) const {
  model::Type type = field.type;
  type.optional |= may_be_unknown(field);
  return parameter_type(context_, type) + " " + context_.local(member_of(field));
}

std::string Validation::argument_in_fields(const Field& field) const {
  const std::string given = fields_ + "." + member_of(field);
  if (field.version) return "1";
  if (field.updated) return "std::nullopt";
  switch (supply_of(field)) {
    case Supply::Required: return given + ".value()";
    case Supply::Defaulted: break;
    default: return given;
  }
  const bool unknown = may_be_unknown(field);
  model::Type type = field.type;
  type.optional |= unknown;
  const std::string fallback = unknown ? "std::nullopt" : fallback_of(context_, field).expression;
  return given + ".has_value() ? " + given + ".value() : " + type_name(context_, type) + "(" + fallback + ")";
}

void Validation::add_check_call(const std::string& name, const std::vector<std::string>& arguments,
                                std::vector<std::string>& lines) const {
  const std::string broken = "rules::broken(" + out_ + ", \"\", " + string_literal(name) + ", \"\");";
  const std::string head = "if (!check_" + name + "(" + joined(arguments) + "))";
  if (body + head.size() + 1 + broken.size() <= page_width) {
    lines.push_back(head + " " + broken);
    return;
  }
  lines.push_back(called("if (!check_" + name, arguments, ") {", body));
  lines.push_back("  " + broken);
  lines.emplace_back("}");
}

void Validation::add_check(const model::Check& check) {
  std::vector<std::string> parameters;
  std::vector<std::string> row_arguments;
  std::vector<std::string> fields_arguments;
  for (const std::uint32_t index : fields_of(model_, check.condition)) {
    const Field& field = model_.fields[index];
    parameters.push_back(check_parameter(field));
    row_arguments.push_back(row_ + "." + member_of(field));
    fields_arguments.push_back(argument_in_fields(field));
  }
  std::vector<std::string> lines;
  const CallTree truth = check_expression(context_, id_, check.condition);
  if (has_arithmetic(model_, check.condition)) {
    lines.emplace_back("logic::Arithmetic math_;");
    const std::string head = "const logic::Truth truth_ = ";
    lines.push_back(head + truth.printed(body + head.size(), 1, body) + ";");
    lines.emplace_back("return !math_.overflowed() && logic::passes(truth_);");
  } else {
    const CallTree passes{"return logic::passes", {truth}, true};
    lines.push_back(passes.printed(body, 1, body) + ";");
  }
  add_function(called("bool check_" + check.name, parameters, " {", 0), lines);
  add_check_call(check.name, row_arguments, row_lines_);
  add_check_call(check.name, fields_arguments, fields_lines_);
}

// Defaults are validated like what is given, so they stand with the rules.
void Validation::add_default(const Field& field) {
  const model::Expr& value = *field.default_value;
  const std::string type = type_name(context_, field.type);
  std::vector<std::string> lines;
  if (has_arithmetic(model_, value)) lines.emplace_back("logic::Arithmetic math_;");
  const CallTree made{"return logic::made<" + type + ">", {check_expression(context_, id_, value)}, true};
  lines.push_back(made.printed(body, 1, body) + ";");
  const std::string parameter = reads_moment(value) ? "const ::ochre::Moment& moment" : "";
  add_function(type + " " + default_function(field) + "(" + parameter + ") {", lines);
}

void Validation::set(Object& out) {
  bool defaults = false;
  for (const Field& field : model_.fields) {
    if (!is_expression_default(field)) continue;
    add_default(field);
    defaults = true;
  }
  for (const Field& field : model_.fields) add_rules(field);
  for (const model::Check& check : model_.checks) add_check(check);
  out.set("struct_rules", struct_rules_view(context_, model_));
  out.set("uses_rules", !row_lines_.empty());
  out.set("uses_logic", defaults || !model_.checks.empty());
  out.set("has_rules", !row_lines_.empty());
  out.set("has_new_rules", !fields_lines_.empty());
  out.set("rule_functions", std::move(functions_));
  out.set("rules", to_lines(row_lines_));
  out.set("new_rules", to_lines(fields_lines_));
}

}  // namespace

void set_validation(const Context& context, ModelId id, Object& out) { Validation(context, id).set(out); }

std::vector<std::string> validation_includes(const Context& context, ModelId id) {
  std::vector<std::string> out = {"ochre/rules.hpp"};
  const model::Model& model = context.schema().model(id);
  const bool defaults = std::ranges::any_of(model.fields, is_expression_default);
  if (defaults || !model.checks.empty()) out.emplace_back("ochre/logic.hpp");
  bool patterns = false;
  for (const Slot& slot : context.slots(id)) patterns |= !slot.leaf().rules.patterns.empty();
  if (patterns || struct_rules_have_patterns(context, model)) out.emplace_back("ochre/pattern.hpp");
  return out;
}

}  // namespace ochrec::emit
