#include "emit/normalise.hpp"

#include <algorithm>

#include "emit/names.hpp"
#include "emit/reach.hpp"

namespace ochrec::emit {
namespace {

using model::Field;

bool is_text(const model::Type& type) {
  return type.kind == model::TypeKind::Scalar && type.scalar == model::Scalar::String;
}

std::vector<std::string> functions(const model::Rules& rules) {
  std::vector<std::string> out;
  if (rules.trim) out.emplace_back("::ochre::rules::trim");
  if (rules.lower) out.emplace_back("::ochre::rules::lower");
  if (rules.upper) out.emplace_back("::ochre::rules::upper");
  return out;
}

class Normalising {
 public:
  explicit Normalising(const Context& context) : context_(context) {}

  void visit(const Field& field, const Reach& reach);
  List take() { return std::move(out_); }
  bool empty() const { return out_.empty(); }

 private:
  bool changes(const Field& field) const;
  void visit_members(const model::Struct& found, const std::string& owner);
  void add(const std::string& text) { out_.emplace_back().set("line", std::string(depth_ * 2, ' ') + text); }
  void open(const std::string& head) {
    add(head + " {");
    ++depth_;
  }
  void close() {
    --depth_;
    add("}");
  }

  const Context& context_;
  List out_;
  std::size_t depth_ = 0;
};

bool Normalising::changes(const Field& field) const {
  if (field.computed) return false;
  if (is_text(field.type)) return !functions(field.rules).empty();
  if (!field.type.structure) return false;
  const auto& members = context_.schema().structure(*field.type.structure).fields;
  return std::ranges::any_of(members, [&](const Field& inner) { return changes(inner); });
}

void Normalising::visit_members(const model::Struct& found, const std::string& owner) {
  for (const Field& inner : found.fields) {
    Reach reach{owner + "." + member_name(inner.name), {}};
    if (inner.type.optional) {
      reach.conditions.push_back(reach.value);
      reach.value = "(*" + reach.value + ")";
    }
    visit(inner, reach);
  }
}

void Normalising::visit(const Field& field, const Reach& reach) {
  if (!changes(field)) return;
  std::string value = reach.value;
  const bool plain = !field.type.array && !field.type.structure;
  const std::string guard = reach.guard();
  if (plain) {
    for (const std::string& function : functions(field.rules)) {
      const bool parenthesised = value.starts_with('(');
      add(guard + function + (parenthesised ? value : "(" + value + ")") + ";");
    }
    return;
  }
  if (!guard.empty()) open(guard.substr(0, guard.size() - 1));
  const std::string element = "element_" + std::to_string(depth_);
  if (field.type.array) {
    open("for (auto& " + element + " : " + value + ")");
    value = element;
  } else if (value.starts_with('*')) {
    value = "(" + value + ")";
  }
  if (field.type.structure) {
    visit_members(context_.schema().structure(*field.type.structure), value);
  } else {
    for (const std::string& function : functions(field.rules)) add(function + "(" + value + ");");
  }
  if (field.type.array) close();
  if (!guard.empty()) close();
}

}  // namespace

void set_normalisers(const Context& context, model::ModelId id, Object& out) {
  Normalising in_row(context);
  Normalising in_fields(context);
  for (const Field& field : context.schema().model(id).fields) {
    in_row.visit(field, reach_in_row(whole(field), context.local("row")));
    if (supply_of(field) != Supply::Never)
      in_fields.visit(field, reach_in_fields(whole(field), context.local("fields")));
  }
  out.set("has_normalisers", !in_row.empty());
  out.set("has_new_normalisers", !in_fields.empty());
  out.set("normalisers", in_row.take());
  out.set("new_normalisers", in_fields.take());
}

}  // namespace ochrec::emit
