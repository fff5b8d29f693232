#include "emit/json_schema.hpp"

#include <algorithm>

#include "emit/json_type.hpp"
#include "emit/member.hpp"

namespace ochrec::emit {
namespace {

using model::Field;

JsonTree enum_definition(const model::Enum& found) {
  JsonTree out = JsonTree::object();
  if (!found.doc.empty()) out.set("description", JsonTree::text(found.doc));
  JsonTree values = JsonTree::array();
  for (const model::Enumerator& value : found.values) values.add(JsonTree::text(value.stored));
  out.set("type", JsonTree::text("string"));
  out.set("enum", std::move(values));
  return out;
}

// Which fields an object has, and which of them it must have.
struct Part {
  std::string doc;
  bool inserts = false;  // what has a default may be missing, what the runtime makes is not there
};

bool is_required(const Field& field, const Part& part) {
  return part.inserts ? supply_of(field) == Supply::Required : !field.type.optional;
}

JsonTree object_definition(const model::Schema& schema, const std::vector<Field>& fields, const Part& part) {
  JsonTree properties = JsonTree::object();
  JsonTree required = JsonTree::array();
  for (const Field& field : fields) {
    const Supply supply = supply_of(field);
    if (part.inserts && supply == Supply::Never) continue;
    JsonTree property = json_type(schema, field, part.inserts && supply == Supply::Automatic);
    if (!part.inserts && (supply == Supply::Never || field.is_auto))
      property.set("readOnly", JsonTree::flag(true));
    if (part.inserts && supply == Supply::Defaulted) add_json_default(schema, field, property);
    properties.set(field.json, std::move(property));
    if (is_required(field, part)) required.add(JsonTree::text(field.json));
  }
  JsonTree out = JsonTree::object();
  if (!part.doc.empty()) out.set("description", JsonTree::text(part.doc));
  out.set("type", JsonTree::text("object"));
  out.set("properties", std::move(properties));
  if (!required.empty()) out.set("required", std::move(required));
  out.set("additionalProperties", JsonTree::flag(false));
  return out;
}

}  // namespace

std::string json_schema(const model::Schema& schema) {
  JsonTree definitions = JsonTree::object();
  for (const model::Enum& found : schema.enums) definitions.set(found.name, enum_definition(found));
  for (const model::Struct& found : schema.structs)
    definitions.set(found.name, object_definition(schema, found.fields, {found.doc, false}));
  for (const model::Model& found : schema.models) {
    definitions.set(found.name, object_definition(schema, found.fields, {found.doc, false}));
    definitions.set(
        "New" + found.name,
        object_definition(schema, found.fields, {"What inserting a " + found.name + " takes.", true}));
  }
  JsonTree out = JsonTree::object();
  out.set("$schema", JsonTree::text("https://json-schema.org/draft/2020-12/schema"));
  out.set("title", JsonTree::text(schema.name));
  out.set("$defs", std::move(definitions));
  return out.printed() + "\n";
}

}  // namespace ochrec::emit
