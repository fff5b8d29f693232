#include <algorithm>

#include "sema/codes.hpp"
#include "sema/expression_types.hpp"
#include "sema/expressions.hpp"
#include "sema/foreign.hpp"
#include "sema/literals.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

constexpr std::size_t largest_computed =
    10'000;  // nodes of an expression with its computed fields written out

model::Expr enum_literal(model::EnumId id, std::int64_t index, base::Span span) {
  model::Expr expr;
  expr.type.kind = model::TypeKind::Enum;
  expr.type.enumeration = id;
  expr.value = index;
  expr.span = span;
  return expr;
}

const model::Enum* wanted_enum(const Analysis& analysis, const model::Type* wanted) {
  return wanted != nullptr && wanted->kind == model::TypeKind::Enum
             ? &analysis.schema.enumeration(wanted->enumeration)
             : nullptr;
}

std::vector<std::string> value_names(const model::Enum& of) {
  std::vector<std::string> names;
  for (const model::Enumerator& value : of.values) names.push_back(value.name);
  return names;
}

}  // namespace

bool Typing::is_field(const std::string& name) const {
  const Draft& draft = analysis_.draft(id_);
  return draft.scope.contains(name) || draft.made.contains(name);
}

// Takes its type from what it stands beside.
bool Typing::is_flexible(const ast::Expression& written) const {
  if (std::holds_alternative<ast::IntegerLiteral>(written.node) ||
      std::holds_alternative<ast::DecimalLiteral>(written.node) ||
      std::holds_alternative<ast::NullLiteral>(written.node) ||
      std::holds_alternative<ast::List>(written.node))
    return true;
  if (const auto* reference = std::get_if<ast::Reference>(&written.node))
    return reference->path.parts.size() == 1 && !is_field(reference->path.parts[0].text);
  if (const auto* typed = std::get_if<ast::TypedLiteral>(&written.node)) return typed->type.text == "decimal";
  if (const auto* unary = std::get_if<ast::Unary>(&written.node))
    return unary->op == ast::UnaryOperator::Negate && is_flexible(*unary->operand);
  const auto* binary = std::get_if<ast::Binary>(&written.node);
  return binary != nullptr && binary->op >= ast::BinaryOperator::Add && is_flexible(*binary->left) &&
         is_flexible(*binary->right);
}

// The type of a plain field, without looking any closer.
const model::Type* Typing::peek(const ast::Expression& written) const {
  const auto* reference = std::get_if<ast::Reference>(&written.node);
  if (reference == nullptr || reference->path.parts.size() != 1) return nullptr;
  const auto made = analysis_.draft(id_).made.find(reference->path.parts[0].text);
  return made == analysis_.draft(id_).made.end() ? nullptr : &analysis_.model(id_).fields[made->second].type;
}

Typing::Typed Typing::node(const ast::Expression&, const ast::Reference& node, const model::Type* wanted) {
  const ast::Name& first = node.path.parts[0];
  const model::Enum* of = wanted_enum(analysis_, wanted);
  const bool names_value = node.path.parts.size() == 1 && of != nullptr && enumerator_index(*of, first.text);
  if (!is_field(first.text) || (names_value && where_ == Where::Default))
    return enum_value(node.path, wanted);
  if (names_value) {
    analysis_
        .report(codes::ambiguous_name, first.span,
                quoted(first.text) + " is a field here, and also a value of " + quoted(of->name))
        .with_help("the value is written " + quoted(of->name + "." + first.text) +
                   "; the field cannot be compared by that name alone")
        .with_fix(first.span, of->name + "." + first.text);
    return std::nullopt;
  }
  if (where_ == Where::Default) {
    analysis_
        .report(codes::field_misplaced, node.path.span,
                "a default is made before there is a row, so it cannot read " + quoted(node.path.text()))
        .with_help("a value that follows from other fields is `@computed(…)`");
    return std::nullopt;
  }
  return row_value(id_, node.path, 0, {}, false);
}

// `admin`, where an enum's value is wanted, and `Role.admin`.
Typing::Typed Typing::enum_value(const ast::Path& path, const model::Type* wanted) {
  const ast::Name& first = path.parts[0];
  const model::Enum* of = wanted_enum(analysis_, wanted);
  if (path.parts.size() == 1) {
    if (of == nullptr) return unknown(first, wanted);
    if (const auto index = enumerator_index(*of, first.text))
      return enum_literal(wanted->enumeration, *index, path.span);
    return unknown(first, wanted);
  }
  const Declaration* declaration = analysis_.declared.find(first.text);
  if (declaration == nullptr || declaration->kind != DeclarationKind::Enum) return unknown(first, nullptr);
  const model::EnumId id{declaration->index};
  const model::Enum& named = analysis_.schema.enumeration(id);
  if (path.parts.size() == 2)
    if (const auto index = enumerator_index(named, path.parts[1].text))
      return enum_literal(id, *index, path.span);
  if (analysis_.declared.enums[declaration->index]->incomplete) return std::nullopt;
  base::Diagnostic& finding =
      analysis_.report(codes::unknown_enum_value, path.parts[1].span,
                       "the enum " + quoted(named.name) + " has no value " + quoted(path.parts[1].text));
  suggest_value(finding, path.parts[1], named);
  return std::nullopt;
}

// The near one, or all when they are few.
void Typing::suggest_value(base::Diagnostic& finding, const ast::Name& written, const model::Enum& of) {
  constexpr std::size_t few = 8;
  suggest(analysis_, finding, written, [&] { return value_names(of); });
  if (finding.help.empty() && of.values.size() <= few && !of.values.empty())
    finding.with_help(quoted(of.name) + " has " + listed(value_names(of), "and"));
}

Typing::Typed Typing::unknown(const ast::Name& name, const model::Type* wanted) {
  const Draft& draft = analysis_.draft(id_);
  if (draft.may_have(name.text)) return std::nullopt;
  if (const model::Enum* of = wanted_enum(analysis_, wanted)) {
    if (analysis_.declared.enums[static_cast<std::size_t>(wanted->enumeration)]->incomplete)
      return std::nullopt;
    base::Diagnostic& finding =
        analysis_.report(codes::unknown_enum_value, name.span,
                         quoted(name.text) + " is neither a field nor a value of " + quoted(of->name));
    suggest_value(finding, name, *of);
    return std::nullopt;
  }
  base::Diagnostic& finding = analysis_.report(
      codes::unknown_name, name.span, quoted(draft.syntax->name.text) + " has no field " + quoted(name.text));
  const bool actor = name.text == "actor";
  if ((!actor || where_ == Where::Policy) && explain_foreign(Foreign::Value, finding, name))
    return std::nullopt;
  if (where_ == Where::Default) {
    if (wanted != nullptr && wanted->is(model::Scalar::String))
      finding.with_help("text stands in quotes: \"" + name.text + "\"")
          .with_fix(name.span, '"' + name.text + '"');
    return std::nullopt;
  }
  suggest(analysis_, finding, name, [&] {
    std::vector<std::string> names;
    for (const DraftField& field : draft.fields) names.push_back(field.syntax->name.text);
    std::vector<std::string> made;
    for (const auto& [field, index] : draft.made)
      if (!draft.scope.contains(field)) made.push_back(field);
    std::sort(made.begin(), made.end());
    names.insert(names.end(), made.begin(), made.end());
    return names;
  });
  return std::nullopt;
}

// The value of a path that starts, at `from`, in a row of the model.
Typing::Typed Typing::row_value(model::ModelId id, const ast::Path& path, std::size_t from,
                                std::vector<model::PathStep> steps, bool through_optional) {
  const Draft& draft = analysis_.draft(id);
  const ast::Name& name = path.parts[from];
  if (const DraftField* field = draft.field(name.text); field != nullptr && field->shape != Shape::Value) {
    if (field->shape == Shape::Poisoned) return std::nullopt;
    return relation_value(id, path, from, *field, std::move(steps), through_optional);
  }
  if (const auto made = draft.made.find(name.text); made != draft.made.end())
    return field_value(id, made->second, path, from, std::move(steps), through_optional);
  if (draft.may_have(name.text)) return std::nullopt;
  base::Diagnostic& finding = analysis_.report(
      codes::unknown_name, name.span, quoted(draft.syntax->name.text) + " has no field " + quoted(name.text));
  suggest(analysis_, finding, name, [&] {
    std::vector<std::string> names;
    for (const DraftField& field : draft.fields) names.push_back(field.syntax->name.text);
    return names;
  });
  return std::nullopt;
}

Typing::Typed Typing::relation_value(model::ModelId id, const ast::Path& path, std::size_t from,
                                     const DraftField& field, std::vector<model::PathStep> steps,
                                     bool through_optional) {
  const ast::Name& name = path.parts[from];
  const bool to_one = field.shape == Shape::ToOne;
  if (to_one && analysis_.model(id).relations[*field.relation].columns.empty()) return std::nullopt;  // wrong
  if (from + 1 == path.parts.size() || !to_one) {
    base::Diagnostic& finding = analysis_.report(
        codes::relation_as_value, path.span,
        field.shape == Shape::ToOne ? "the relation " + quoted(name.text) + " is not a value"
                                    : quoted(name.text) + " leads to many rows, not to one value");
    if (field.shape == Shape::ToOne && field.count == 1)
      finding.with_help("compare its key field, " + quoted(analysis_.model(id).fields[field.first].name) +
                        ", or test it with `is null`");
    return std::nullopt;
  }
  if (where_ != Where::Policy) {
    const std::string key = name.text + "_" + path.parts[from + 1].text;
    base::Diagnostic& finding =
        analysis_.report(codes::path_misplaced, path.span,
                         quoted(path.text()) + " leads to another row, which only policies can do");
    if (analysis_.draft(id).made.contains(key))
      finding.with_help("its key is in this row, as " + quoted(key)).with_fix(path.span, key);
    return std::nullopt;
  }
  steps.push_back({id, *field.relation});
  return row_value(field.target, path, from + 1, std::move(steps),
                   through_optional || field.syntax->type.optional);
}

Typing::Typed Typing::field_value(model::ModelId id, std::uint32_t field, const ast::Path& path,
                                  std::size_t from, std::vector<model::PathStep> steps,
                                  bool through_optional) {
  const model::Model& model = analysis_.model(id);
  const model::Field* found = &model.fields[field];
  model::Expr expr;
  expr.op = model::Op::Column;
  expr.span = path.span;
  expr.path = std::move(steps);
  expr.type = found->type;
  std::vector<std::uint32_t> leaf;
  bool nullable = through_optional || found->type.optional;
  for (std::size_t at = from + 1; at < path.parts.size(); ++at) {
    const ast::Name& name = path.parts[at];
    const bool flat = expr.type.kind == model::TypeKind::Struct && !expr.type.array;
    const auto* of = flat ? &analysis_.schema.structure(*expr.type.structure) : nullptr;
    const auto member = flat
                            ? std::find_if(of->fields.begin(), of->fields.end(),
                                           [&](const model::Field& inner) { return inner.name == name.text; })
                            : std::vector<model::Field>::const_iterator();
    if (!flat || member == of->fields.end()) {
      base::Diagnostic& finding = analysis_.report(
          codes::unknown_name, name.span,
          flat ? "the struct " + quoted(of->name) + " has no field " + quoted(name.text)
               : "there is no " + quoted(name.text) + " here: what stands before it is no struct");
      if (flat)
        suggest(analysis_, finding, name, [&] {
          std::vector<std::string> names;
          for (const model::Field& inner : of->fields) names.push_back(inner.name);
          return names;
        });
      return std::nullopt;
    }
    leaf.push_back(static_cast<std::uint32_t>(member - of->fields.begin()));
    expr.type = member->type;
    nullable |= member->type.optional;
  }
  expr.type.optional = nullable;
  if (expr.type.kind == model::TypeKind::Struct && !expr.type.array) {
    analysis_.report(codes::relation_as_value, path.span, quoted(path.text()) + " is a struct, not a value")
        .with_help("name one of its fields");
    return std::nullopt;
  }
  if (found->computed && id == id_ && expr.path.empty()) {
    if (where_ == Where::Computed) return computed_value(field, path.span);
    if (found->computed->is_virtual) {
      expr.op = model::Op::Virtual;
      expr.column = field;
      return expr;
    }
  } else if (found->computed && found->computed->is_virtual) {
    analysis_.report(codes::path_misplaced, path.span,
                     "a virtual field of another model has no column that a policy could read");
    return std::nullopt;
  }
  const std::uint32_t first = analysis_.draft(id).first_column[field];
  for (std::uint32_t at = first; at < model.columns.size() && model.columns[at].field == field; ++at) {
    if (model.columns[at].path != leaf) continue;
    expr.column = at;
    return expr;
  }
  return std::nullopt;
}

// Generated columns that build on each other are not portable, so one is written out in the other.
Typing::Typed Typing::computed_value(std::uint32_t field, base::Span span) {
  const model::Expr* value = computed_ == nullptr ? nullptr : computed_->written_out(field, span);
  if (value == nullptr) return std::nullopt;
  written_out_ += size_of(*value);
  if (written_out_ > largest_computed) {
    analysis_.report(codes::computed_size, span,
                     "with the computed fields it builds on written out, this expression is too long");
    return std::nullopt;
  }
  model::Expr copy = *value;
  copy.span = span;
  return copy;
}

Typing::Typed Typing::node(const ast::Expression& at, const ast::ActorReference& node, const model::Type*) {
  if (where_ != Where::Policy) {
    analysis_.report(codes::actor_misplaced, at.span, "`$actor` is known in policies only");
    return std::nullopt;
  }
  if (!analysis_.schema.actor) {
    if (analysis_.declared.actor == nullptr && !analysis_.declared.incomplete)
      analysis_.report(codes::unknown_actor_field, at.span, "the schema declares no actor")
          .with_help("declare who is asking: `actor { id: int64, role: string }`");
    return std::nullopt;
  }
  const auto& fields = analysis_.schema.actor->fields;
  const auto found = node.parts.size() != 1
                         ? fields.end()
                         : std::find_if(fields.begin(), fields.end(), [&](const model::ActorField& field) {
                             return field.name == node.parts[0].text;
                           });
  if (found != fields.end()) {
    model::Expr expr;
    expr.op = model::Op::Actor;
    expr.type = found->type;
    expr.text = found->name;
    expr.span = at.span;
    return expr;
  }
  if (analysis_.declared.actor->incomplete || node.parts.empty()) return std::nullopt;
  base::Diagnostic& finding = analysis_.report(codes::unknown_actor_field, at.span,
                                               "the actor has no field " + quoted(node.parts[0].text));
  suggest(analysis_, finding, node.parts[0], [&] {
    std::vector<std::string> names;
    for (const model::ActorField& field : fields) names.push_back(field.name);
    return names;
  });
  return std::nullopt;
}

}  // namespace ochrec::sema
