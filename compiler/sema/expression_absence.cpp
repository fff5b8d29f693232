#include <algorithm>

#include "sema/expressions.hpp"

namespace ochrec::sema {
namespace {

bool is_flat_struct(const model::Type& type) { return type.kind == model::TypeKind::Struct && !type.array; }

/// The struct that a path of fields ends at, as steps below the first field; nothing when it ends elsewhere.
std::optional<std::vector<std::uint32_t>> steps_to_struct(const model::Schema& schema,
                                                          const model::Type& first, const ast::Path& path) {
  std::vector<std::uint32_t> steps;
  const model::Type* type = &first;
  for (std::size_t at = 1; at < path.parts.size() && is_flat_struct(*type); ++at) {
    const auto& fields = schema.structure(*type->structure).fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const model::Field& field) {
      return field.name == path.parts[at].text;
    });
    if (found == fields.end()) return std::nullopt;
    steps.push_back(static_cast<std::uint32_t>(found - fields.begin()));
    type = &found->type;
  }
  return is_flat_struct(*type) && steps.size() + 1 == path.parts.size() ? std::optional(steps) : std::nullopt;
}

/// Whether a column lies below the steps and is null only when they are absent.
bool is_required_below(const model::Schema& schema, const model::Type& first, const model::Column& column,
                       const std::vector<std::uint32_t>& steps) {
  if (column.path.size() <= steps.size() || !std::equal(steps.begin(), steps.end(), column.path.begin()))
    return false;
  const model::Type* type = &first;
  bool required = true;
  for (std::size_t at = 0; at < column.path.size(); ++at) {
    type = &schema.structure(*type->structure).fields[column.path[at]].type;
    required = required && (at < steps.size() || !type->optional);
  }
  return required;
}

}  // namespace

// What is null when the operand is: the key of a relation, the first required leaf of a struct, or a value.
std::optional<std::vector<model::Expr>> Typing::absence_columns(const ast::Expression& operand) {
  const auto* reference = std::get_if<ast::Reference>(&operand.node);
  if (reference != nullptr && where_ != Where::Default) {
    if (auto columns = key_columns(reference->path); !columns.empty()) return columns;
    if (auto columns = required_leaf(reference->path); !columns.empty()) return columns;
  }
  Typed typed = type(operand);
  if (!typed) return std::nullopt;
  return std::vector<model::Expr>{std::move(*typed)};
}

// Of the relation that a path ends at. Several key fields are null together, save those that are never null.
std::vector<model::Expr> Typing::key_columns(const ast::Path& path) {
  model::ModelId id = id_;
  std::vector<model::PathStep> steps;
  const DraftField* field = nullptr;
  for (const ast::Name& name : path.parts) {
    if (field != nullptr) {
      steps.push_back({id, *field->relation});
      id = field->target;
    }
    field = analysis_.draft(id).field(name.text);
    if (field == nullptr || field->shape != Shape::ToOne) return {};
  }
  if (!steps.empty() && where_ != Where::Policy) return {};
  const model::Model& model = analysis_.model(id);
  std::vector<model::Expr> out;
  for (const std::uint32_t column : model.relations[*field->relation].columns)
    out.push_back(column_of(id, column, steps, path.span));
  const auto required = [](const model::Expr& column) { return !column.type.optional; };
  if (std::all_of(out.begin(), out.end(), required)) out.resize(std::min<std::size_t>(out.size(), 1));
  if (out.size() > 1) std::erase_if(out, required);
  return out;
}

std::vector<model::Expr> Typing::required_leaf(const ast::Path& path) {
  const Draft& draft = analysis_.draft(id_);
  const auto made = draft.made.find(path.parts[0].text);
  if (made == draft.made.end()) return {};
  const model::Model& model = analysis_.model(id_);
  const model::Type& type = model.fields[made->second].type;
  const auto steps = steps_to_struct(analysis_.schema, type, path);
  if (!steps) return {};
  for (std::uint32_t at = draft.first_column[made->second];
       at < model.columns.size() && model.columns[at].field == made->second; ++at)
    if (is_required_below(analysis_.schema, type, model.columns[at], *steps))
      return {column_of(id_, at, {}, path.span)};
  return {};
}

model::Expr Typing::column_of(model::ModelId id, std::uint32_t column, std::vector<model::PathStep> steps,
                              base::Span span) const {
  model::Expr expr;
  expr.op = model::Op::Column;
  expr.column = column;
  expr.type = analysis_.model(id).columns[column].type;
  for (const model::PathStep& step : steps)
    expr.type.optional |= analysis_.model(step.model).relations[step.relation].optional;
  expr.path = std::move(steps);
  expr.span = span;
  return expr;
}

}  // namespace ochrec::sema
