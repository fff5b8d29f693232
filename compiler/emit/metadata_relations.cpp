// Relations: which columns of which tables they pair.
#include "emit/layout.hpp"
#include "emit/literal.hpp"
#include "emit/metadata.hpp"

namespace ochrec::emit {
namespace {

using model::ModelId;
using model::Relation;
using model::RelationKind;

/// Column numbers on both sides, as the runtime counts them: `{0}`.
struct Pairing {
  std::string own;
  std::string target;
  std::string through;
  std::string through_target;
};

Pairing direct(const Context& context, ModelId id, const Relation& relation) {
  return {slot_list(context, id, relation.columns),
          slot_list(context, relation.target, relation.target_columns),
          {},
          {}};
}

// The other side's key, seen from here.
Pairing inverse(const Context& context, ModelId id, const Relation& relation) {
  const Relation& holder = context.schema().model(relation.target).relations.at(*relation.inverse);
  return {slot_list(context, id, holder.target_columns),
          slot_list(context, relation.target, holder.columns),
          {},
          {}};
}

Pairing over_join(const Context& context, ModelId id, const Relation& relation) {
  const model::Model& join = context.schema().model(relation.through);
  const Relation& near = join.relations.at(relation.near);
  const Relation& far = join.relations.at(relation.far);
  return {
      slot_list(context, id, near.target_columns), slot_list(context, relation.target, far.target_columns),
      slot_list(context, relation.through, near.columns), slot_list(context, relation.through, far.columns)};
}

Pairing pairing(const Context& context, ModelId id, const Relation& relation) {
  switch (relation.kind) {
    case RelationKind::ToOne: return direct(context, id, relation);
    case RelationKind::InverseOne:
    case RelationKind::InverseMany: return inverse(context, id, relation);
    case RelationKind::ManyToMany: return over_join(context, id, relation);
  }
  return {};
}

const char* kind(const Relation& relation) {
  switch (relation.kind) {
    case RelationKind::ToOne: return "BelongsTo";
    case RelationKind::InverseOne: return "HasOne";
    case RelationKind::InverseMany: return "HasMany";
    case RelationKind::ManyToMany: return "ManyToMany";
  }
  return "";
}

const char* action(model::Action found) {
  switch (found) {
    case model::Action::Restrict: return "Restrict";
    case model::Action::Cascade: return "Cascade";
    case model::Action::SetNull: return "SetNull";
    case model::Action::SetDefault: return "SetDefault";
    case model::Action::NoAction: return "NoAction";
  }
  return "";
}

// The foreign key that the relation is in the database, found by its columns.
std::string constraint(const Context& context, ModelId id, const Relation& relation) {
  if (context.databases().empty()) return {};
  const sql::Table* table = context.table(0, id).table;
  if (table == nullptr) return {};
  const model::Model& model = context.schema().model(id);
  std::vector<std::string> columns;
  for (const std::uint32_t column : relation.columns) columns.push_back(model.columns.at(column).name);
  const std::string& target = context.schema().model(relation.target).table;
  for (const sql::ForeignKey& key : table->foreign_keys)
    if (key.columns == columns && key.table == target) return key.name;
  return {};
}

std::string info_of(const Context& context, ModelId id) {
  return "&::ochre::Model<" + context.qualified(context.names(id).type) + ">::info";
}

void add_belongs_to(const Context& context, ModelId id, const Relation& relation,
                    std::vector<std::string>& items) {
  if (relation.optional) items.emplace_back(".nullable = true");
  if (const std::string name = constraint(context, id, relation); !name.empty())
    items.push_back(".constraint = " + string_literal(name));
  if (relation.on_delete != model::Action::Restrict)
    items.push_back(".on_delete = ::ochre::OnDelete::" + std::string(action(relation.on_delete)));
}

Object relation_view(const Context& context, ModelId id, std::size_t number) {
  const Relation& relation = context.schema().model(id).relations[number];
  const Pairing pairs = pairing(context, id, relation);
  const std::string stem = "relation_" + std::to_string(number);
  List arrays;
  const auto array = [&](const std::string& name, const std::string& columns) {
    arrays.emplace_back().set("declaration", "constexpr std::uint16_t " + name + "[] = " + columns + ";");
    return name;
  };
  std::vector<std::string> items = {
      ".name = " + string_literal(relation.name),
      ".kind = ::ochre::RelationKind::" + std::string(kind(relation)),
      ".target = " + info_of(context, relation.target),
      ".columns = " + array(stem, pairs.own),
      ".target_columns = " + array(stem + "_target", pairs.target),
  };
  if (relation.kind == RelationKind::ToOne) add_belongs_to(context, id, relation, items);
  if (relation.kind == RelationKind::ManyToMany) {
    items.push_back(".through = " + info_of(context, relation.through));
    items.push_back(".through_columns = " + array(stem + "_through", pairs.through));
    items.push_back(".through_target_columns = " + array(stem + "_through_target", pairs.through_target));
  }
  Object out;
  out.set("arrays", std::move(arrays));
  out.set("line", braced_in_column(items, ",", 4));
  return out;
}

}  // namespace

List relation_infos_view(const Context& context, ModelId id) {
  List out;
  for (std::size_t at = 0; at < context.schema().model(id).relations.size(); ++at)
    out.push_back(relation_view(context, id, at));
  return out;
}

}  // namespace ochrec::emit
