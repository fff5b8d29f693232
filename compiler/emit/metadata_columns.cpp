// Columns, uniques and checks.
#include <algorithm>
#include <map>

#include "emit/layout.hpp"
#include "emit/literal.hpp"
#include "emit/member.hpp"
#include "emit/metadata.hpp"
#include "emit/types.hpp"
#include "emit/value_rules.hpp"
#include "model/text_form.hpp"

namespace ochrec::emit {
namespace {

using model::ModelId;

constexpr std::size_t item_indent = 4;

std::string texts_name(std::size_t number) { return "texts_" + std::to_string(number); }

bool is_wide_decimal(const model::Type& type) {
  constexpr std::uint8_t most_narrow_digits = 18;  // that fit 64 bits
  return type.is(model::Scalar::Decimal) && !type.array && type.precision > most_narrow_digits;
}

bool is_enum(const Slot& slot) { return slot.type.kind == model::TypeKind::Enum && !slot.type.array; }

void add_flags(const Slot& slot, std::vector<std::string>& out) {
  const model::Field& field = slot.field();
  const Supply supply = supply_of(field);
  const auto flag = [&](bool set, const char* name) {
    if (set) out.push_back("." + std::string(name) + " = true");
  };
  flag(is_wide_decimal(slot.type), "wide");
  flag(slot.type.structure && !slot.type.array, "whole");
  flag(slot.type.optional, "nullable");
  flag(field.is_auto, "automatic");
  flag(field.updated, "updated");
  flag(field.version, "version");
  flag(slot.is_stored_computed(), "computed");
  flag(slot.is_virtual(), "virtual_computed");
  flag(supply == Supply::Defaulted, "defaulted");
  flag(slot.leaf().sensitivity != model::Sensitivity::None, "sensitive");
  flag(model::is_kept_as_text(slot.leaf()) && !slot.is_virtual(), "as_text");
  for (const std::string& name : value_flags(slot)) flag(true, name.c_str());
}

std::string column_line(const Context& context, ModelId id, std::size_t number) {
  const Slot& slot = context.slots(id)[number];
  std::vector<std::string> items = {".name = " + string_literal(slot.column)};
  if (slot.path() != slot.column) items.push_back(".field = " + string_literal(slot.path()));
  items.push_back(".kind = " + kind_name(slot.type));
  if (slot.type.scale > 0) items.push_back(".scale = " + std::to_string(slot.type.scale));
  add_flags(slot, items);
  if (is_enum(slot)) items.push_back(".values = " + texts_name(number));
  if (slot.is_virtual() && !context.databases().empty()) {
    const auto& known = context.databases().front().virtual_fields;
    if (const auto found = known.find({id, slot.number}); found != known.end())
      items.push_back(".expression = " + raw_literal(found->second, "sql"));
  }
  return braced_in_column(items, ",", item_indent);
}

std::string texts_declaration(const Context& context, const Slot& slot, std::size_t number) {
  std::vector<std::string> texts;
  for (const model::Enumerator& value : context.schema().enumeration(slot.type.enumeration).values)
    texts.push_back(string_literal(value.stored));
  return braced("constexpr std::string_view " + texts_name(number) + "[] = ", texts, ";", 0);
}

/// The number of a column by its name in the database.
std::map<std::string, std::uint32_t, std::less<>> numbers_by_name(const Context& context, ModelId id) {
  std::map<std::string, std::uint32_t, std::less<>> out;
  const auto slots = context.slots(id);
  for (std::uint32_t at = 0; at < slots.size(); ++at) out.emplace(slots[at].column, at);
  return out;
}

using NamedColumns = std::vector<std::pair<std::string, std::vector<std::string>>>;

void add_once(NamedColumns& out, const std::string& name, std::vector<std::string> columns) {
  const auto same = [&](const auto& known) { return known.first == name; };
  if (std::none_of(out.begin(), out.end(), same)) out.emplace_back(name, std::move(columns));
}

// Only what is over plain columns can be told by columns.
std::vector<std::string> columns_of(const sql::Index& index) {
  std::vector<std::string> out;
  for (const sql::IndexPart& part : index.parts) {
    if (part.expr.kind != sql::ExprKind::Column) return {};
    out.push_back(part.expr.text);
  }
  return out;
}

List named_columns_view(const Context& context, ModelId id, const NamedColumns& found,
                        const std::string& stem) {
  const auto numbers = numbers_by_name(context, id);
  List out;
  for (const auto& [name, columns] : found) {
    const std::string array = stem + "_" + std::to_string(out.size());
    std::vector<std::string> items;
    for (const std::string& column : columns)
      if (const auto number = numbers.find(column); number != numbers.end())
        items.push_back(std::to_string(number->second));
    std::vector<std::string> fields = {".name = " + string_literal(name)};
    if (!items.empty()) fields.push_back(".columns = " + array);
    Object& view = out.emplace_back();
    view.set("has_columns", !items.empty());
    view.set("declaration", braced("constexpr std::uint16_t " + array + "[] = ", items, ";", 0));
    view.set("line", braced_in_column(fields, ",", item_indent));
  }
  return out;
}

}  // namespace

List enum_texts_view(const Context& context, ModelId id) {
  List out;
  const auto slots = context.slots(id);
  for (std::size_t number = 0; number < slots.size(); ++number)
    if (is_enum(slots[number]))
      out.emplace_back().set("declaration", texts_declaration(context, slots[number], number));
  return out;
}

List column_infos_view(const Context& context, ModelId id) {
  List out;
  const auto slots = context.slots(id);
  for (std::size_t number = 0; number < slots.size(); ++number)
    out.emplace_back().set("line", column_line(context, id, number));
  return out;
}

std::string slot_list(const Context& context, ModelId id, const std::vector<std::uint32_t>& columns) {
  std::vector<std::string> items;
  for (const std::uint32_t column : columns) items.push_back(std::to_string(context.slot(id, column)));
  return "{" + joined(items) + "}";
}

List uniques_view(const Context& context, ModelId id) {
  NamedColumns found;
  for (std::size_t database = 0; database < context.databases().size(); ++database) {
    const sql::Table* table = context.table(database, id).table;
    if (table == nullptr) continue;
    for (const sql::Unique& unique : table->uniques) add_once(found, unique.name, unique.columns);
    for (const sql::Index& index : table->indexes)
      if (index.unique) add_once(found, index.name, columns_of(index));
  }
  return named_columns_view(context, id, found, "unique");
}

List checks_view(const Context& context, ModelId id) {
  NamedColumns found;
  for (std::size_t database = 0; database < context.databases().size(); ++database) {
    const sql::Table* table = context.table(database, id).table;
    if (table == nullptr) continue;
    for (const sql::Check& check : table->checks) add_once(found, check.name, check.columns);
  }
  return named_columns_view(context, id, found, "check");
}

}  // namespace ochrec::emit
