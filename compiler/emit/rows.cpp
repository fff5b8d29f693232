#include "emit/rows.hpp"

#include "emit/layout.hpp"
#include "emit/member.hpp"
#include "emit/names.hpp"
#include "emit/supply.hpp"
#include "emit/types.hpp"

namespace ochrec::emit {
namespace {

using model::Field;
using model::ModelId;

constexpr std::size_t body = 2;

Object line(std::string text) {
  Object out;
  out.set("line", std::move(text));
  return out;
}

std::string made(const Fallback& fallback) {
  return std::string(fallback.moment ? "[&]" : "[]") + " { return " + fallback.expression + "; }";
}

std::string version_one(const Context& context, const Field& field) {
  return type_name(context, field.type) + "{1}";
}

std::string bind_line(const Context& context, const Field& field, const RowNames& names) {
  const std::string given = names.fields + "." + member_name(field.name);
  const auto add = [&](std::string_view function, const std::vector<std::string>& arguments) {
    return called(names.out + "." + std::string(function), arguments, ";", body);
  };
  if (field.version) return add("add", {version_one(context, field)});
  if (field.updated) return add("add", {moment_as(field.type)});
  if (supply_of(field) != Supply::Defaulted) return add("add", {given});
  const Fallback fallback = fallback_of(context, field);
  if (fallback.made) return add("add_or_make", {given, made(fallback)});
  return add("add_or", {given, fallback.expression});
}

// Empty for what only the database knows.
std::string complete_value(const Context& context, const Field& field) {
  const std::string given = "std::move(fields." + member_name(field.name) + ")";
  if (field.version) return "1";
  if (field.updated) return moment_as(field.type);
  switch (supply_of(field)) {
    case Supply::Never: return {};
    case Supply::Automatic: return "fields." + member_name(field.name) + ".value_or(0)";
    case Supply::Optional: return given;
    case Supply::Required: return given + ".value()";
    case Supply::Defaulted: break;
  }
  const Fallback fallback = fallback_of(context, field);
  if (fallback.made) return given + ".value_or_make(" + made(fallback) + ")";
  return given + ".value_or(" + fallback.expression + ")";
}

}  // namespace

RowNames::RowNames(const Context& context)
    : row(context.local("row")),
      fields(context.local("fields")),
      column(context.local("column")),
      out(context.local("out")),
      value(context.local("value")) {}

List put_view(const Context& context, ModelId id) {
  const RowNames names(context);
  List out;
  const auto slots = context.slots(id);
  for (std::size_t number = 0; number < slots.size(); ++number) {
    Object& view = out.emplace_back();
    view.set("number", std::to_string(number));
    view.set("expression", "::ochre::to_value(" + names.row + "." + slots[number].member() + ")");
  }
  return out;
}

List assign_view(const Context& context, ModelId id) {
  List out;
  const auto slots = context.slots(id);
  for (std::size_t number = 0; number < slots.size(); ++number) {
    const Field& field = slots[number].field();
    if (!field.is_auto && !field.version && !field.updated) continue;
    Object& view = out.emplace_back();
    view.set("number", std::to_string(number));
    view.set("member", slots[number].member());
  }
  return out;
}

List read_view(const Context& context, ModelId id) {
  const RowNames names(context);
  List out;
  const auto slots = context.slots(id);
  for (std::size_t number = 0; number < slots.size(); ++number)
    out.push_back(line(names.row + ".get(" + std::to_string(number) + ", " + names.out + "." +
                       slots[number].member() + ");"));
  return out;
}

List bind_view(const Context& context, ModelId id) {
  const RowNames names(context);
  List out;
  for (const Field& field : context.schema().model(id).fields)
    if (!field.computed) out.push_back(line(bind_line(context, field, names)));
  return out;
}

List complete_view(const Context& context, ModelId id) {
  List out;
  for (const Field& field : context.schema().model(id).fields)
    if (const std::string value = complete_value(context, field); !value.empty())
      out.push_back(line("." + member_name(field.name) + " = " + value + ","));
  return out;
}

bool uses_moment(const model::Model& model) {
  for (const Field& field : model.fields) {
    if (field.updated) return true;
    if (supply_of(field) != Supply::Defaulted) continue;
    if (field.default_value->op == model::Op::Now || field.default_value->op == model::Op::Uuid7) return true;
  }
  return false;
}

}  // namespace ochrec::emit
