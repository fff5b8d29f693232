#include "emit/value_rules.hpp"

#include "emit/layout.hpp"
#include "emit/reach.hpp"
#include "emit/rules.hpp"
#include "emit/struct_rules.hpp"
#include "emit/types.hpp"

namespace ochrec::emit {
namespace {

constexpr unsigned narrow_digits = 18;

bool is_settable(const Slot& slot) {
  return !slot.field().computed && !slot.type.array && !slot.type.structure;
}

// The runtime knows the values of an enum itself.
bool has_rules(const Context& context, const Slot& slot) {
  if (slot.type.kind == model::TypeKind::Enum && slot.leaf().rules.one_of.empty()) return false;
  return !rule_lines(context, slot.leaf(), slot.type, {"value", "", "out"}).empty();
}

std::string function_of(const Context& context, const Slot& slot) {
  if (!slot.is_leaf()) return "rules_of_" + member_of(slot.field());
  const model::Field& owner = *slot.steps[slot.steps.size() - 2].field;
  return member_rules_name(context, *owner.type.structure, slot.leaf());
}

// Patterns, addresses and remainders of fractions have no CHECK, and wide decimals, which SQLite keeps as
// text, have few.
bool is_checked(const model::Type& type, const model::Rules& rules) {
  if (!rules.patterns.empty() || rules.email || rules.url) return false;
  if (type.is_float()) return rules.multiple_of.empty();
  const bool wide = type.is(model::Scalar::Decimal) && type.precision > narrow_digits;
  return !wide || (rules.range.empty() && rules.multiple_of.empty());
}

}  // namespace

std::vector<std::string> value_flags(const Slot& slot) {
  if (!is_settable(slot)) return {};
  const model::Rules& rules = slot.leaf().rules;
  std::vector<std::string> out;
  if (rules.trim) out.emplace_back("trim");
  if (rules.lower) out.emplace_back("lower");
  if (rules.upper) out.emplace_back("upper");
  if (!out.empty() || !is_checked(slot.type, rules)) out.emplace_back("values_only");
  return out;
}

List value_rules_view(const Context& context, model::ModelId id) {
  constexpr std::size_t margin = 4;
  const auto slots = context.slots(id);
  List out;
  for (std::size_t number = 0; number < slots.size(); ++number) {
    const Slot& slot = slots[number];
    if (!is_settable(slot) || !has_rules(context, slot)) continue;
    const std::string head = "case " + std::to_string(number) + ":";
    const std::vector<std::string> arguments = {context.local("value"), function_of(context, slot),
                                                context.local("out")};
    const std::string one_line = head + " return rules::test(" + joined(arguments) + ");";
    const bool fits = margin + one_line.size() <= page_width;
    out.emplace_back().set(
        "line",
        fits ? one_line : head + "\n      " + called("return rules::test", arguments, ";", margin + 2));
  }
  return out;
}

}  // namespace ochrec::emit
