#include "emit/member.hpp"

#include <algorithm>

#include "emit/names.hpp"
#include "emit/types.hpp"
#include "emit/view.hpp"

namespace ochrec::emit {
namespace {

Object member(const model::Field& field, const std::string& type, bool initialised) {
  Object out;
  out.set("doc", doc_view(field.doc));
  out.set("attribute", deprecated_attribute(field.deprecated));
  out.set("type", type);
  out.set("name", member_name(field.name));
  out.set("initialiser", initialised ? "{}" : "");
  return out;
}

std::string supplied_type(const Context& context, const model::Field& field) {
  const std::string type = type_name(context, field.type);
  switch (supply_of(field)) {
    case Supply::Automatic: return "std::optional<" + value_type_name(context, field.type) + ">";
    case Supply::Defaulted: return "::ochre::Defaulted<" + type + ">";
    case Supply::Required: return "::ochre::Required<" + type + ">";
    case Supply::Optional:
    case Supply::Never: break;
  }
  return type;
}

bool is_empty_array(const model::Expr& value) {
  return value.op == model::Op::Literal && std::holds_alternative<model::EmptyArray>(value.value);
}

}  // namespace

Supply supply_of(const model::Field& field) {
  if (field.computed || field.updated || field.version) return Supply::Never;
  if (field.is_auto) return Supply::Automatic;
  if (field.type.array && !field.type.optional &&
      (!field.default_value || is_empty_array(*field.default_value)))
    return Supply::Optional;
  if (field.default_value) return Supply::Defaulted;
  return field.type.optional ? Supply::Optional : Supply::Required;
}

List members_view(const Context& context, std::span<const model::Field> fields) {
  List out;
  for (const model::Field& field : fields) out.push_back(member(field, type_name(context, field.type), true));
  return out;
}

List new_members_view(const Context& context, std::span<const model::Field> fields) {
  List out;
  for (const model::Field& field : fields)
    if (const Supply supply = supply_of(field); supply != Supply::Never)
      out.push_back(member(field, supplied_type(context, field), supply != Supply::Required));
  return out;
}

std::string self_name(const Context& context, std::string_view type, std::span<const model::Field> fields) {
  const bool hidden = std::any_of(fields.begin(), fields.end(),
                                  [&](const model::Field& field) { return member_name(field.name) == type; });
  return hidden ? context.qualified(type) : std::string(type);
}

bool has_deprecated(std::span<const model::Field> fields) {
  return std::any_of(fields.begin(), fields.end(),
                     [](const model::Field& field) { return !field.deprecated.empty(); });
}

}  // namespace ochrec::emit
