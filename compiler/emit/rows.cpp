#include "emit/rows.hpp"

#include <algorithm>
#include <set>

#include "emit/check_expression.hpp"
#include "emit/layout.hpp"
#include "emit/member.hpp"
#include "emit/names.hpp"
#include "emit/reach.hpp"
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

std::string made(const Fallback& fallback, const std::string& space = {}) {
  const bool own = fallback.expression.starts_with("default_of_");
  return std::string(fallback.moment ? "[&]" : "[]") + " { return " + (own ? space : "") +
         fallback.expression + "; }";
}

std::string version_one(const Context& context, const Field& field) {
  return type_name(context, field.type) + "{1}";
}

bool is_json_text(const model::Type& type) { return type.array || type.structure; }

// Statements, indented as they nest.
class Lines {
 public:
  void add(const std::string& text) { out_.push_back(line(std::string(depth_ * 2, ' ') + text)); }
  void open(const std::string& head) {
    add(head + " {");
    ++depth_;
  }
  void otherwise() {
    --depth_;
    add("} else {");
    ++depth_;
  }
  void close() {
    --depth_;
    add("}");
  }
  std::size_t indent() const { return body + depth_ * 2; }
  List take() { return std::move(out_); }

 private:
  List out_;
  std::size_t depth_ = 0;
};

// The slots of one struct: those that share their first `depth` steps with the first.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t depth = 0;
};

Range inner_range(std::span<const Slot> slots, const Range& outer, std::size_t begin) {
  Range out{begin, begin, outer.depth + 1};
  const model::Field* field = slots[begin].steps[outer.depth].field;
  while (out.end < outer.end && slots[out.end].steps.size() > out.depth &&
         slots[out.end].steps[outer.depth].field == field)
    ++out.end;
  return out;
}

// A struct is absent when its first required leaf is null.
std::size_t presence_slot(std::span<const Slot> slots, const Range& range) {
  for (std::size_t at = range.begin; at < range.end; ++at) {
    bool required = true;
    for (std::size_t step = range.depth; step < slots[at].steps.size(); ++step)
      required &= !slots[at].steps[step].optional;
    if (required) return at;
  }
  return range.begin;
}

class Reading {
 public:
  Reading(const Context& context, ModelId id) : names_(context), slots_(context.slots(id)) {}

  List take() {
    read({0, slots_.size(), 0}, names_.out + ".");
    return lines_.take();
  }

 private:
  void read(const Range& range, const std::string& owner);
  void read_struct(const Range& range, const std::string& member);
  void read_json(std::size_t number, const std::string& member);

  RowNames names_;
  std::span<const Slot> slots_;
  Lines lines_;
};

void Reading::read(const Range& range, const std::string& owner) {
  for (std::size_t at = range.begin; at < range.end;) {
    const Slot& slot = slots_[at];
    const std::string member = owner + slot.steps[range.depth].member;
    if (slot.steps.size() > range.depth + 1) {
      const Range inner = inner_range(slots_, range, at);
      read_struct(inner, member);
      at = inner.end;
      continue;
    }
    if (is_json_text(slot.type)) {
      read_json(at, member);
    } else {
      lines_.add(names_.row + ".get(" + std::to_string(at) + ", " + member + ");");
    }
    ++at;
  }
}

void Reading::read_struct(const Range& range, const std::string& member) {
  if (!slots_[range.begin].steps[range.depth - 1].optional) return read(range, member + ".");
  lines_.open("if (" + names_.row + ".is_null(" + std::to_string(presence_slot(slots_, range)) + "))");
  lines_.add(member + ".reset();");
  lines_.otherwise();
  lines_.add("if (!" + member + ") " + member + ".emplace();");
  read(range, member + "->");
  lines_.close();
}

void Reading::read_json(std::size_t number, const std::string& member) {
  const std::string text = names_.row + ".text(" + std::to_string(number) + ")";
  const auto reads = [&](const std::string& target) {
    return "::ochre::read_json_column(" + text + ", " + target + ");";
  };
  if (!slots_[number].leaf().type.optional) return lines_.add(reads(member));
  lines_.open("if (" + names_.row + ".is_null(" + std::to_string(number) + "))");
  lines_.add(member + ".reset();");
  lines_.otherwise();
  lines_.add(reads(member + ".emplace()"));
  lines_.close();
}

class Binding {
 public:
  Binding(const Context& context, ModelId id)
      : context_(context), names_(context), slots_(context.slots(id)) {}

  List take(ModelId id);

 private:
  void bind(const Field& field, const Range& range);
  void bind_struct(const Range& range, const std::string& value, bool optional);
  void bind_value(const Slot& slot, const std::string& value, bool optional);
  void add(std::string_view function, const std::vector<std::string>& arguments) {
    lines_.add(called(names_.out + "." + std::string(function), arguments, ";", lines_.indent()));
  }

  const Context& context_;
  RowNames names_;
  std::span<const Slot> slots_;
  Lines lines_;
};

void Binding::bind_value(const Slot& slot, const std::string& value, bool optional) {
  if (!is_json_text(slot.type)) return add("add", {value});
  if (!optional) return add("add", {"::ochre::json_column(" + value + ")"});
  lines_.open("if (" + value + ")");
  add("add", {"::ochre::json_column(*" + value + ")"});
  lines_.otherwise();
  add("add", {"std::nullopt"});
  lines_.close();
}

void Binding::bind_struct(const Range& range, const std::string& value, bool optional) {
  if (optional) lines_.open("if (" + value + ")");
  for (std::size_t at = range.begin; at < range.end;) {
    const SlotStep& step = slots_[at].steps[range.depth];
    const std::string member = value + (optional ? "->" : ".") + step.member;
    if (slots_[at].steps.size() > range.depth + 1) {
      const Range inner = inner_range(slots_, range, at);
      bind_struct(inner, member, step.optional);
      at = inner.end;
    } else {
      bind_value(slots_[at], member, step.optional);
      ++at;
    }
  }
  if (!optional) return;
  lines_.otherwise();
  add("add_nulls", {std::to_string(range.end - range.begin)});
  lines_.close();
}

List Binding::take(ModelId id) {
  const std::vector<Field>& fields = context_.schema().model(id).fields;
  for (std::uint32_t at = 0; at < fields.size(); ++at) {
    if (fields[at].computed) continue;
    const std::size_t begin = context_.slot_of_field(id, at);
    const std::size_t end = at + 1 < fields.size() ? context_.slot_of_field(id, at + 1) : slots_.size();
    bind(fields[at], {begin, end, 1});
  }
  return lines_.take();
}

void Binding::bind(const Field& field, const Range& range) {
  const std::string given = names_.fields + "." + member_name(field.name);
  if (field.version) return add("add", {version_one(context_, field)});
  if (field.updated) return add("add", {moment_as(field.type)});
  const Supply supply = supply_of(field);
  if (slots_[range.begin].is_leaf())
    return bind_struct(range, supply == Supply::Required ? given + ".value()" : given,
                       supply == Supply::Optional);
  if (is_json_text(field.type))
    return bind_value(slots_[range.begin], supply == Supply::Required ? given + ".value()" : given,
                      field.type.optional);
  if (supply != Supply::Defaulted) return add("add", {given});
  const Fallback fallback = fallback_of(context_, field);
  if (fallback.made) return add("add_or_make", {given, made(fallback)});
  add("add_or", {given, fallback.expression});
}

// Empty for what only the database knows.
std::string complete_value(const Context& context, ModelId id, const Field& field) {
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
  const std::string space = context.qualified(context.names(id).file + "_model_::");
  if (fallback.made) return given + ".value_or_make(" + made(fallback, space) + ")";
  return given + ".value_or(" + fallback.expression + ")";
}

// What adds the slot's value; behind an absent struct it is null.
std::string put_line(const Slot& slot, std::size_t number, const RowNames& names) {
  Reach reach = reach_in_row(slot, names.row);
  if (slot.leaf().type.optional) {  // those functions take optionals themselves
    reach.value.erase(0, 1);
    reach.conditions.pop_back();
  }
  const std::string head = "case " + std::to_string(number) + ":";
  const std::string kind = kind_name(slot.type);
  const bool json = is_json_text(slot.type);
  const auto added = [&](const std::string& value) { return names.out + ".add(" + value + ")"; };
  const std::string present = json ? "::ochre::put_json(" + names.out + ", " + kind + ", " + reach.value + ")"
                                   : added("::ochre::to_value(" + reach.value + ")");
  const std::string absent = added("::ochre::Value::null(" + kind + ")");
  const std::string condition = joined(reach.conditions, " && ");
  const std::string flat =
      "return " + (condition.empty() ? present : condition + " ? " + present + " : " + absent) + ";";
  constexpr std::size_t margin = 4;
  if (margin + head.size() + 1 + flat.size() <= page_width) return head + " " + flat;
  if (margin + 2 + flat.size() <= page_width || condition.empty()) return head + "\n      " + flat;
  const std::string fill(margin + 2 + std::string_view("return ").size() + condition.size() + 1, ' ');
  return head + "\n      return " + condition + " ? " + present + "\n" + fill + ": " + absent + ";";
}

/// A nested insert fills in the key of the row it belongs to.
bool is_relation_key(const model::Model& model, const Field& field) {
  for (const model::Relation& relation : model.relations) {
    if (relation.kind != model::RelationKind::ToOne) continue;
    for (const std::uint32_t column : relation.columns)
      if (&model.fields[model.columns[column].field] == &field) return true;
  }
  return false;
}

// The fields of a join model that lead to the ends of a relation over it.
std::set<const Field*> keys_of_ends(const model::Model& join, const model::Relation& relation) {
  std::set<const Field*> keys;
  for (const std::uint32_t end : {relation.near, relation.far})
    for (const std::uint32_t column : join.relations[end].columns)
      keys.insert(&join.fields[join.columns[column].field]);
  return keys;
}

// The same for all relations over it, as far as these are the same two.
std::set<const Field*> joined_keys(const model::Schema& schema, ModelId id) {
  const model::Model& join = schema.model(id);
  std::set<const Field*> keys;
  for (const model::Model& model : schema.models) {
    for (const model::Relation& relation : model.relations) {
      if (relation.kind != model::RelationKind::ManyToMany || relation.through != id) continue;
      keys.merge(keys_of_ends(join, relation));
    }
  }
  return keys;
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
    view.set("line", put_line(slots[number], number, names));
  }
  return out;
}

List assign_view(const Context& context, ModelId id) {
  List out;
  const auto slots = context.slots(id);
  for (std::size_t number = 0; number < slots.size(); ++number) {
    const Field& field = slots[number].field();
    const bool follows = field.is_auto || field.version || field.updated;
    if (!follows && !is_relation_key(context.schema().model(id), field)) continue;
    Object& view = out.emplace_back();
    view.set("number", std::to_string(number));
    view.set("member", slots[number].member());
  }
  return out;
}

List read_view(const Context& context, ModelId id) { return Reading(context, id).take(); }

List bind_view(const Context& context, ModelId id) { return Binding(context, id).take(id); }

List complete_view(const Context& context, ModelId id) {
  List out;
  for (const Field& field : context.schema().model(id).fields)
    if (const std::string value = complete_value(context, id, field); !value.empty())
      out.push_back(line("." + member_name(field.name) + " = " + value + ","));
  return out;
}

List join_view(const Context& context, ModelId id) {
  const model::Model& model = context.schema().model(id);
  const std::set<const Field*> keys = joined_keys(context.schema(), id);
  List out;
  bool more = false;
  for (const Field& field : model.fields) {
    const bool required = supply_of(field) == Supply::Required;
    if (required && !keys.contains(&field)) return {};
    if (required)
      out.push_back(line("." + member_name(field.name) + " = " + type_name(context, field.type) + "{},"));
    more = more || (!keys.contains(&field) && !field.computed);
  }
  return keys.empty() || !more ? List() : out;
}

bool needs_more_than_keys(const Context& context, const model::Relation& relation) {
  const model::Model& join = context.schema().model(relation.through);
  const std::set<const Field*> keys = keys_of_ends(join, relation);
  return std::ranges::any_of(join.fields, [&](const Field& field) {
    return supply_of(field) == Supply::Required && !keys.contains(&field);
  });
}

bool uses_moment(const model::Model& model) {
  for (const Field& field : model.fields) {
    if (field.updated) return true;
    if (supply_of(field) != Supply::Defaulted) continue;
    if (reads_moment(*field.default_value)) return true;
  }
  return false;
}

}  // namespace ochrec::emit
