#include "emit/reach.hpp"

#include "emit/layout.hpp"
#include "emit/names.hpp"

namespace ochrec::emit {
namespace {

// Steps on from a value that is there itself when it is not optional.
void follow(const Slot& slot, std::size_t step, bool optional, Reach& reach) {
  for (;; ++step) {
    if (optional) {
      reach.conditions.push_back(reach.value);
      if (step == slot.steps.size()) {
        reach.value = "*" + reach.value;
        return;
      }
    }
    if (step == slot.steps.size()) return;
    reach.value += (optional ? "->" : ".") + slot.steps[step].member;
    optional = slot.steps[step].optional;
  }
}

}  // namespace

std::string Reach::guard() const {
  return conditions.empty() ? std::string() : "if (" + joined(conditions, " && ") + ") ";
}

Slot whole(const model::Field& field) {
  return {field.column, field.type, {{&field, member_of(field), field.type.optional}}, 0};
}

std::string member_of(const model::Field& field) { return member_name(field.name); }

Reach reach_in_row(const Slot& slot, const std::string& row) {
  Reach out{row + "." + slot.steps.front().member, {}};
  follow(slot, 1, slot.steps.front().optional, out);
  return out;
}

Reach reach_in_fields(const Slot& slot, const std::string& fields) {
  Reach out{fields + "." + slot.steps.front().member, {}};
  switch (supply_of(slot.field())) {
    case Supply::Automatic: follow(slot, 1, true, out); break;
    case Supply::Defaulted:
      out.conditions.push_back(out.value + ".has_value()");
      out.value += ".value()";
      follow(slot, 1, slot.steps.front().optional, out);
      break;
    case Supply::Required:
      out.value += ".value()";
      follow(slot, 1, false, out);
      break;
    case Supply::Optional: follow(slot, 1, slot.steps.front().optional, out); break;
    case Supply::Never: break;
  }
  return out;
}

}  // namespace ochrec::emit
