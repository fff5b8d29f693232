// The header of a model.
#include <algorithm>
#include <set>

#include "emit/layout.hpp"
#include "emit/member.hpp"
#include "emit/names.hpp"
#include "emit/table_object.hpp"
#include "emit/types.hpp"
#include "emit/view.hpp"

namespace ochrec::emit {
namespace {

using model::ModelId;

Includes includes_of(const Context& context, ModelId id) {
  const model::Model& model = context.schema().model(id);
  Includes out;
  out.own.insert("ochre/model.hpp");
  for (const model::Field& field : model.fields) {
    out.add(context, field.type);
    if (supply_of(field) == Supply::Automatic) out.standard.insert("optional");
  }
  for (const Slot& slot : context.slots(id)) {
    const bool whole = slot.is_leaf() || slot.type.array || slot.type.structure;
    if (whole) out.own.insert("ochre/whole_value.hpp");
  }
  return out;
}

List forward_declarations(const Context& context, ModelId id) {
  std::set<std::string> types = {context.names(id).table};
  for (const model::Relation& relation : context.schema().model(id).relations)
    types.insert(context.names(relation.target).type);
  types.erase(context.names(id).type);
  List out;
  for (const std::string& type : types) out.emplace_back().set("forward", type);
  return out;
}

std::string default_doc(const model::Schema& schema, const model::Model& model) {
  if (!model.join || model.relations.size() < 2) return {};
  return "Pairs of " + schema.model(model.relations[0].target).name + " and " +
         schema.model(model.relations[1].target).name + ".";
}

std::string key_types(const Context& context, ModelId id) {
  const model::Model& model = context.schema().model(id);
  std::vector<std::string> types;
  for (const std::uint32_t column : model.key)
    types.push_back(value_type_name(context, model.columns.at(column).type));
  return "::ochre::KeyTypes<" + joined(types) + ">";
}

// Only a key that the database may make can be missing.
List gives_key(const Context& context, ModelId id) {
  List out;
  for (const model::Field& field : context.schema().model(id).fields)
    if (supply_of(field) == Supply::Automatic)
      out.emplace_back().set("line",
                             called("static bool gives_key",
                                    {"const " + context.qualified(context.names(id).fields) + "& fields"},
                                    " { return fields." + member_name(field.name) + ".has_value(); }", 2));
  return out;
}

bool any_deprecated(const Context& context, const model::Model& model) {
  return context.has_deprecated_model() || has_deprecated(model.fields) ||
         std::any_of(model.relations.begin(), model.relations.end(),
                     [](const model::Relation& relation) { return !relation.deprecated.empty(); });
}

}  // namespace

Object model_view(const Context& context, ModelId id) {
  const model::Model& model = context.schema().model(id);
  const ModelNames& names = context.names(id);
  const Includes includes = includes_of(context, id);
  const std::string type = context.qualified(names.type);
  Object out = file_view(context);
  out.set("has_standard_includes", !includes.standard.empty());
  out.set("standard_includes", standard_includes(includes));
  out.set("own_includes", own_includes(includes));
  out.set("deprecations", any_deprecated(context, model));
  out.set("forwards", forward_declarations(context, id));
  out.set("doc", doc_view(model.doc, default_doc(context.schema(), model)));
  out.set("attribute", deprecated_attribute(model.deprecated));
  out.set("model", model.name);
  out.set("table_name", model.table);
  out.set("type", names.type);
  out.set("self", self_name(context, names.type, model.fields));
  out.set("fields_type", names.fields);
  out.set("new_self", self_name(context, names.fields, model.fields));
  out.set("table_type", names.table);
  out.set("object", names.object);
  out.set("members", members_view(context, model.fields));
  out.set("new_members", new_members_view(context, model.fields));
  out.set("complete",
          called("static " + type + " complete",
                 {context.qualified(names.fields) + "&& fields", "const ::ochre::Moment& moment"}, ";", 2));
  out.set("key_types", key_types(context, id));
  out.set("gives_key", gives_key(context, id));
  out.set("value", context.local("value"));
  out.set("groups", leaf_groups_view(context, id));
  List unwritten = unwritten_columns_view(context, id);
  out.set("has_unwritten", !unwritten.empty());
  out.set("unwritten", std::move(unwritten));
  out.set("columns", column_objects_view(context, id));
  out.set("has_relations", !model.relations.empty());
  out.set("relations", relation_objects_view(context, id));
  return out;
}

}  // namespace ochrec::emit
