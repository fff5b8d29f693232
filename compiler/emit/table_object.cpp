#include "emit/table_object.hpp"

#include "emit/layout.hpp"
#include "emit/names.hpp"
#include "emit/rows.hpp"
#include "emit/view.hpp"
#include "model/naming.hpp"

namespace ochrec::emit {
namespace {

using model::ModelId;

// The slots of a model that share their first `depth` members, which lead into one struct.
struct Group {
  std::string type;  // UserHomeColumns_
  std::size_t depth = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool same_prefix(const Slot& left, const Slot& right, std::size_t depth) {
  if (left.steps.size() <= depth || right.steps.size() <= depth) return false;
  for (std::size_t at = 0; at < depth; ++at)
    if (left.steps[at].field != right.steps[at].field) return false;
  return true;
}

Group group_at(const Context& context, ModelId id, std::size_t begin, std::size_t depth) {
  const auto slots = context.slots(id);
  Group out{context.schema().model(id).name, depth, begin, begin};
  for (std::size_t at = 0; at < depth; ++at)
    out.type += model::pascal_case(slots[begin].steps[at].field->name);
  out.type += "Columns_";
  while (out.end < slots.size() && same_prefix(slots[begin], slots[out.end], depth)) ++out.end;
  return out;
}

// The first `depth` members lead from struct to struct: &::blog::User::home, &::blog::Address::city.
std::string member_pointers(const Context& context, ModelId id, const Slot& slot, std::size_t depth) {
  std::vector<std::string> out;
  std::string owner = context.names(id).type;
  for (std::size_t at = 0; at < depth; ++at) {
    const SlotStep& step = slot.steps[at];
    out.push_back("&" + context.qualified(owner) + "::" + step.member);
    if (step.field->type.structure) owner = context.structure(*step.field->type.structure);
  }
  return joined(out);
}

Object column_object(const Context& context, ModelId id, std::size_t number, std::size_t depth) {
  const Slot& slot = context.slots(id)[number];
  const model::Field& field = *slot.steps[depth].field;
  Object out;
  out.set("attribute", deprecated_attribute(field.deprecated));
  out.set("type", "::ochre::Column<" + member_pointers(context, id, slot, slot.steps.size()) + ">");
  out.set("name", slot.steps[depth].member);
  out.set("arguments", "path_, " + std::to_string(number));
  return out;
}

Object group_object(const Slot& slot, const Group& group) {
  const SlotStep& step = slot.steps[group.depth - 1];
  Object out;
  out.set("attribute", deprecated_attribute(step.field->deprecated));
  out.set("type", group.type);
  out.set("name", step.member);
  out.set("arguments", "{path_}");
  return out;
}

// The members between `begin` and `end`, seen from inside `depth` structs.
List objects(const Context& context, ModelId id, std::size_t begin, std::size_t end, std::size_t depth) {
  const auto slots = context.slots(id);
  List out;
  while (begin < end) {
    if (slots[begin].steps.size() == depth + 1) {
      out.push_back(column_object(context, id, begin, depth));
      ++begin;
    } else {
      const Group group = group_at(context, id, begin, depth + 1);
      out.push_back(group_object(slots[begin], group));
      begin = group.end;
    }
  }
  return out;
}

void add_groups(const Context& context, ModelId id, std::size_t begin, std::size_t end, std::size_t depth,
                List& out) {
  const auto slots = context.slots(id);
  while (begin < end) {
    if (slots[begin].steps.size() == depth + 1) {
      ++begin;
      continue;
    }
    const Group group = group_at(context, id, begin, depth + 1);
    add_groups(context, id, group.begin, group.end, depth + 1, out);
    Object& view = out.emplace_back();
    view.set("group", group.type);
    view.set("base", "::ochre::Group<" + std::to_string(group.begin) + ", " +
                         std::to_string(group.end - group.begin) + ", " +
                         member_pointers(context, id, slots[begin], group.depth) + ">");
    view.set("columns", objects(context, id, group.begin, group.end, depth + 1));
    begin = group.end;
  }
}

const char* form(const Context& context, const model::Relation& relation) {
  switch (relation.kind) {
    case model::RelationKind::ToOne:
    case model::RelationKind::InverseOne: return "ToOne";
    case model::RelationKind::InverseMany: return "ToMany";
    case model::RelationKind::ManyToMany:
      return needs_more_than_keys(context, relation) ? "ManyToManyJoined" : "ManyToMany";
  }
  return "";
}

}  // namespace

List column_objects_view(const Context& context, ModelId id) {
  return objects(context, id, 0, context.slots(id).size(), 0);
}

List leaf_groups_view(const Context& context, ModelId id) {
  List out;
  add_groups(context, id, 0, context.slots(id).size(), 0, out);
  return out;
}

List unwritten_columns_view(const Context& context, ModelId id) {
  List out;
  for (const Slot& slot : context.slots(id)) {
    if (!slot.field().computed && !slot.field().is_auto) continue;
    out.emplace_back().set("members", member_pointers(context, id, slot, slot.steps.size()));
  }
  return out;
}

List relation_objects_view(const Context& context, ModelId id) {
  const model::Model& model = context.schema().model(id);
  const std::string from = context.qualified(context.names(id).type);
  List out;
  for (std::size_t number = 0; number < model.relations.size(); ++number) {
    const model::Relation& relation = model.relations[number];
    const std::string to = context.qualified(context.names(relation.target).type);
    Object& view = out.emplace_back();
    view.set("doc", doc_view(relation.doc));
    view.set("attribute", deprecated_attribute(relation.deprecated));
    view.set("type", "::ochre::" + std::string(form(context, relation)) + "<" + from + ", " + to + ">");
    view.set("name", member_name(relation.name));
    view.set("arguments", "path_, " + std::to_string(number));
  }
  return out;
}

}  // namespace ochrec::emit
