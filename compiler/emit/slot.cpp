#include "emit/slot.hpp"

#include "emit/names.hpp"

namespace ochrec::emit {
namespace {

Slot slot_of(const model::Schema& schema, const model::Model& model, const model::Column& column) {
  Slot out{column.name, column.type, {}, column.field};
  const model::Field* field = &model.fields.at(column.field);
  out.steps.push_back({field, member_name(field->name), field->type.optional});
  for (const std::uint32_t inner : column.path) {
    field = &schema.structure(*field->type.structure).fields.at(inner);
    out.steps.push_back({field, member_name(field->name), field->type.optional});
  }
  return out;
}

Slot virtual_slot(const model::Field& field, std::uint32_t number) {
  return {field.column, field.type, {{&field, member_name(field.name), field.type.optional}}, number};
}

template <typename Part>
std::string dotted(const std::vector<SlotStep>& steps, Part part) {
  std::string out;
  for (const SlotStep& step : steps) {
    if (!out.empty()) out += '.';
    out += part(step);
  }
  return out;
}

}  // namespace

std::string Slot::path() const {
  return dotted(steps, [](const SlotStep& step) { return step.field->name; });
}

std::string Slot::member() const {
  return dotted(steps, [](const SlotStep& step) { return step.member; });
}

Slots slots_of(const model::Schema& schema, const model::Model& model) {
  Slots out;
  out.of_column.resize(model.columns.size());
  std::size_t column = 0;
  for (std::uint32_t field = 0; field < model.fields.size(); ++field) {
    out.of_field.push_back(static_cast<std::uint32_t>(out.all.size()));
    const model::Field& own = model.fields[field];
    if (own.computed && own.computed->is_virtual) out.all.push_back(virtual_slot(own, field));
    for (; column < model.columns.size() && model.columns[column].field == field; ++column) {
      out.of_column[column] = static_cast<std::uint32_t>(out.all.size());
      out.all.push_back(slot_of(schema, model, model.columns[column]));
    }
  }
  return out;
}

}  // namespace ochrec::emit
