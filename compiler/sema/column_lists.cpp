#include "sema/column_lists.hpp"

#include <algorithm>

#include "sema/codes.hpp"

namespace ochrec::sema {
namespace {

std::vector<std::string> column_names(const Draft& draft) {
  std::vector<std::string> names;
  for (const DraftField& field : draft.fields)
    if (field.shape != Shape::OtherSide && field.shape != Shape::List)
      names.push_back(field.syntax->name.text);
  std::vector<std::string> made;
  for (const auto& [name, index] : draft.made)
    if (!draft.scope.contains(name)) made.push_back(name);
  std::sort(made.begin(), made.end());
  names.insert(names.end(), made.begin(), made.end());
  return names;
}

/// Follows `home.city` below a field that is a flattened struct.
class LeafFinder {
 public:
  LeafFinder(Analysis& analysis, model::ModelId id) : analysis_(analysis), id_(id) {}

  std::optional<Listed> find(std::uint32_t field, const ast::Path& path) {
    std::vector<std::uint32_t> leaf;
    const model::Type* type = &analysis_.model(id_).fields[field].type;
    for (std::size_t at = 1; at < path.parts.size(); ++at) {
      const auto index = member(*type, path.parts[at]);
      if (!index) return std::nullopt;
      leaf.push_back(*index);
      type = &analysis_.schema.structure(*type->structure).fields[*index].type;
    }
    if (type->kind == model::TypeKind::Struct && !type->array) return whole_struct(path, *type);
    return column(field, leaf);
  }

 private:
  std::optional<std::uint32_t> member(const model::Type& type, const ast::Name& name) {
    const bool flat = type.kind == model::TypeKind::Struct && !type.array;
    if (!flat) {
      analysis_.report(codes::unknown_column, name.span,
                       "there is no " + quoted(name.text) + " here: what stands before it is no struct");
      return std::nullopt;
    }
    const model::Struct& of = analysis_.schema.structure(*type.structure);
    for (std::uint32_t index = 0; index < of.fields.size(); ++index)
      if (of.fields[index].name == name.text) return index;
    base::Diagnostic& finding =
        analysis_.report(codes::unknown_column, name.span,
                         "the struct " + quoted(of.name) + " has no field " + quoted(name.text));
    suggest(analysis_, finding, name, [&] {
      std::vector<std::string> names;
      for (const model::Field& field : of.fields) names.push_back(field.name);
      return names;
    });
    return std::nullopt;
  }

  std::optional<Listed> whole_struct(const ast::Path& path, const model::Type& type) {
    const model::Struct& of = analysis_.schema.structure(*type.structure);
    const std::string example = of.fields.empty() ? "" : path.text() + "." + of.fields[0].name;
    analysis_.report(codes::not_indexable, path.span, quoted(path.text()) + " is a struct, not a column")
        .with_help("name one of its fields, such as " + quoted(example));
    return std::nullopt;
  }

  std::optional<Listed> column(std::uint32_t field, const std::vector<std::uint32_t>& leaf) {
    const model::Model& model = analysis_.model(id_);
    if (model.fields[field].computed && model.fields[field].computed->is_virtual) return Listed{{}, field};
    const std::uint32_t first = analysis_.draft(id_).first_column[field];
    for (std::uint32_t at = first; at < model.columns.size() && model.columns[at].field == field; ++at)
      if (model.columns[at].path == leaf) return Listed{{at}, std::nullopt};
    return std::nullopt;
  }

  Analysis& analysis_;
  model::ModelId id_;
};

}  // namespace

const ast::Name* plain_name(Analysis& analysis, const ast::Term& term, std::string_view what) {
  if (std::holds_alternative<ast::Unreadable>(term.expression.node)) return nullptr;
  const auto* reference = std::get_if<ast::Reference>(&term.expression.node);
  if (reference != nullptr && reference->path.parts.size() == 1 && !term.direction)
    return &reference->path.parts[0];
  analysis.report(codes::expression_in_list, term.span,
                  std::string(what) + " is made of fields, without expressions and directions");
  return nullptr;
}

void column_is_a_field(Analysis& analysis, const Draft& draft, const ast::Name& name) {
  if (draft.may_have(name.text)) return;
  base::Diagnostic& finding =
      analysis.report(codes::unknown_column, name.span,
                      quoted(draft.syntax->name.text) + " has no field " + quoted(name.text));
  suggest(analysis, finding, name, [&] { return column_names(draft); });
}

void not_a_column(Analysis& analysis, const ast::Name& name, const DraftField& field) {
  analysis
      .report(codes::unknown_column, name.span,
              quoted(name.text) + " is the other side of a relation and has no column here")
      .with_related(field.syntax->name.span, "declared here");
}

std::optional<Listed> listed_columns(Analysis& analysis, model::ModelId id, const ast::Path& path) {
  const Draft& draft = analysis.draft(id);
  const ast::Name& name = path.parts[0];
  if (const DraftField* field = draft.field(name.text)) {
    if (field->shape == Shape::Poisoned) return std::nullopt;
    if (field->shape == Shape::OtherSide || field->shape == Shape::List) {
      not_a_column(analysis, name, *field);
      return std::nullopt;
    }
    if (field->shape == Shape::ToOne) {
      if (path.parts.size() == 1 && field->relation)
        return Listed{analysis.model(id).relations[*field->relation].columns, std::nullopt};
      analysis.report(codes::unknown_column, path.span,
                      "a column list names fields of this model; " + quoted(name.text) + " leads to another");
      return std::nullopt;
    }
  }
  const auto made = draft.made.find(name.text);
  if (made != draft.made.end()) return LeafFinder(analysis, id).find(made->second, path);
  column_is_a_field(analysis, draft, name);
  return std::nullopt;
}

const ast::Path* as_path(const ast::Term& term) {
  const auto* reference = std::get_if<ast::Reference>(&term.expression.node);
  return reference == nullptr ? nullptr : &reference->path;
}

}  // namespace ochrec::sema
