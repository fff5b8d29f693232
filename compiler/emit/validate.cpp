#include "emit/validate.hpp"

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

// Small values by value, others by reference.
std::string parameter_type(const Context& context, const model::Type& type) {
  const std::string name = type_name(context, type);
  const bool small = !type.optional && !type.array && !type.structure && !type.is(model::Scalar::String) &&
                     !type.is(model::Scalar::Bytes) && !type.is(model::Scalar::Json) &&
                     !type.is(model::Scalar::Decimal) && !type.is(model::Scalar::Uuid);
  return small ? name : "const " + name + "&";
}

std::string rules_name(const Slot& slot, std::size_t number) {
  return slot.is_leaf() ? "leaf_rules_" + std::to_string(number) : "rules_of_" + slot.steps.front().member;
}

model::Type present(model::Type type) {
  type.optional = false;
  return type;
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
  void add_slot(std::size_t number);
  void add_call(const Slot& slot, const std::string& before, const std::string& function);
  void add_check(const model::Check& check);
  void add_normalisers(const Slot& slot);
  std::string argument_in_row(std::uint32_t field) const;
  std::string argument_in_fields(std::uint32_t field) const;
  std::string check_parameter(std::uint32_t field) const;

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
  std::vector<std::string> row_normalisers_;
  std::vector<std::string> fields_normalisers_;
};

// A default may be unknown before the database makes it: the check passes until then.
bool may_be_unknown(const Field& field) {
  if (field.updated || field.is_auto) return true;
  if (supply_of(field) != Supply::Defaulted) return false;
  return field.default_value->op != model::Op::Literal;
}

void Validation::add_slot(std::size_t number) {
  const Slot& slot = context_.slots(id_)[number];
  const model::Type type = present(slot.leaf().type);
  if (slot.field().computed) return;
  const std::vector<std::string> lines =
      type.structure ? struct_rule_lines(context_, slot.leaf(), type, {value_, slot.path(), out_})
                     : rule_lines(context_, slot.leaf(), type, {value_, slot.path(), out_});
  if (lines.empty()) return;
  const std::string name = rules_name(slot, number);
  Object& function = functions_.emplace_back();
  function.set(
      "signature",
      called("void " + name, {parameter_type(context_, type) + " " + value_, "::ochre::Violations& " + out_},
             " {", 0));
  function.set("lines", to_lines(lines));
  const Reach in_row = reach_in_row(slot, row_);
  row_lines_.push_back(in_row.guard() + name + "(" + in_row.value + ", " + out_ + ");");
  if (supply_of(slot.field()) == Supply::Never) return;
  const Reach in_fields = reach_in_fields(slot, fields_);
  fields_lines_.push_back(in_fields.guard() + name + "(" + in_fields.value + ", " + out_ + ");");
}

// What is not known yet comes as an optional.
std::string Validation::check_parameter(std::uint32_t index) const {
  const Field& field = model_.fields[index];
  model::Type type = field.type;
  type.optional |= may_be_unknown(field);
  return parameter_type(context_, type) + " " +
         context_.local(context_.slots(id_)[context_.slot_of_field(id_, index)].steps.front().member);
}

std::string Validation::argument_in_row(std::uint32_t index) const {
  return row_ + "." + context_.slots(id_)[context_.slot_of_field(id_, index)].steps.front().member;
}

std::string Validation::argument_in_fields(std::uint32_t index) const {
  const Field& field = model_.fields[index];
  const std::string given =
      fields_ + "." + context_.slots(id_)[context_.slot_of_field(id_, index)].steps.front().member;
  if (field.version) return "1";
  if (field.updated) return "std::nullopt";
  switch (supply_of(field)) {
    case Supply::Required: return given + ".value()";
    case Supply::Defaulted: break;
    default: return given;
  }
  model::Type type = field.type;
  type.optional |= may_be_unknown(field);
  const std::string fallback =
      may_be_unknown(field) ? "std::nullopt" : fallback_of(context_, field).expression;
  return given + ".has_value() ? " + given + ".value() : " + type_name(context_, type) + "(" + fallback + ")";
}

void Validation::add_check(const model::Check& check) {
  const std::string name = "check_" + check.name;
  std::vector<std::string> parameters;
  std::vector<std::string> row_arguments;
  std::vector<std::string> fields_arguments;
  for (const std::uint32_t field : fields_of(model_, check.condition)) {
    parameters.push_back(check_parameter(field));
    row_arguments.push_back(argument_in_row(field));
    fields_arguments.push_back(argument_in_fields(field));
  }
  const bool math = has_arithmetic(model_, check.condition);
  std::vector<std::string> lines;
  if (math) {
    lines.emplace_back("::ochre::logic::Arithmetic math_;");
    lines.push_back("const ::ochre::logic::Truth truth_ =");
    lines.push_back("    " + check_expression(context_, id_, check.condition, 6) + ";");
    lines.emplace_back("return !math_.overflowed() && ::ochre::logic::passes(truth_);");
  } else {
    lines.push_back("return ::ochre::logic::passes(");
    lines.push_back("    " + check_expression(context_, id_, check.condition, 6) + ");");
  }
  Object& function = functions_.emplace_back();
  function.set("signature", called("bool " + name, parameters, " {", 0));
  function.set("lines", to_lines(lines));
  const auto call = [&](const std::vector<std::string>& arguments) {
    return called("if (!" + name, arguments, ")", body) + " ::ochre::rules::broken(" + out_ + ", \"\", " +
           string_literal(check.name) + ", \"\");";
  };
  row_lines_.push_back(call(row_arguments));
  fields_lines_.push_back(call(fields_arguments));
}

void Validation::add_normalisers(const Slot& slot) {
  const model::Rules& rules = slot.leaf().rules;
  if (!slot.type.is(model::Scalar::String) || slot.field().computed || normaliser_lines(rules, "x").empty())
    return;
  const auto add = [&](const Reach& reach, std::vector<std::string>& lines) {
    for (const std::string& line : normaliser_lines(rules, reach.value))
      lines.push_back(reach.guard() + line);
  };
  add(reach_in_row(slot, row_), row_normalisers_);
  if (supply_of(slot.field()) != Supply::Never) add(reach_in_fields(slot, fields_), fields_normalisers_);
}

void Validation::set(Object& out) {
  for (std::size_t number = 0; number < context_.slots(id_).size(); ++number) {
    add_slot(number);
    add_normalisers(context_.slots(id_)[number]);
  }
  for (const model::Check& check : model_.checks) add_check(check);
  out.set("struct_rules", struct_rules_view(context_, model_));
  out.set("has_rules", !row_lines_.empty());
  out.set("has_new_rules", !fields_lines_.empty());
  out.set("has_normalisers", !row_normalisers_.empty());
  out.set("rule_functions", std::move(functions_));
  out.set("rules", to_lines(row_lines_));
  out.set("new_rules", to_lines(fields_lines_));
  out.set("normalisers", to_lines(row_normalisers_));
  out.set("new_normalisers", to_lines(fields_normalisers_));
}

}  // namespace

void set_validation(const Context& context, ModelId id, Object& out) { Validation(context, id).set(out); }

std::vector<std::string> validation_includes(const Context& context, ModelId id) {
  std::vector<std::string> out = {"ochre/rules.hpp"};
  const model::Model& model = context.schema().model(id);
  if (!model.checks.empty()) out.emplace_back("ochre/logic.hpp");
  bool patterns = false;
  for (const Slot& slot : context.slots(id)) patterns |= !slot.leaf().rules.patterns.empty();
  if (patterns || struct_rules_have_patterns(context, model)) out.emplace_back("ochre/pattern.hpp");
  return out;
}

}  // namespace ochrec::emit
