#include "sema/actions.hpp"

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"

namespace ochrec::sema {
namespace {

using model::Action;

std::optional<Action> written_action(Analysis& analysis, const ast::Attribute& attribute) {
  const auto word =
      sole_word(analysis, attribute, {"restrict", "cascade", "set_null", "set_default", "no_action"});
  return word ? std::optional(static_cast<Action>(*word)) : std::nullopt;
}

// Databases accept set_null over required columns, and fail at the delete.
void set_null_can_set_null(Analysis& analysis, const model::Model& model, const model::Relation& relation,
                           const DraftField& draft, const ast::Attribute& attribute) {
  for (const std::uint32_t column : relation.columns) {
    if (model.columns[column].type.optional) continue;
    const base::Span type = draft.syntax->type.span;
    base::Diagnostic& finding =
        analysis.report(codes::set_null, attribute.span,
                        "`set_null` would set " + quoted(model.fields[model.columns[column].field].name) +
                            " to null, which is required");
    finding.with_help(draft.syntax->type.optional ? "make every key field of the relation optional"
                                                  : "make the relation optional, or use another action");
    if (!draft.syntax->type.optional) finding.with_fix({type.file, type.end, type.end}, "?");
    return;
  }
}

void set_default_has_defaults(Analysis& analysis, const model::Model& model, const model::Relation& relation,
                              const ast::Attribute& attribute) {
  for (const std::uint32_t column : relation.columns) {
    const model::Field& field = model.fields[model.columns[column].field];
    if (field.default_value) continue;
    analysis
        .report(codes::set_default, attribute.span,
                "`set_default` would set " + quoted(field.name) + " to its default, and it has none")
        .with_help("add `@default(…)`, or use another action");
    return;
  }
}

Action action_of(Analysis& analysis, const model::Model& model, const model::Relation& relation,
                 const DraftField& draft, Attr which) {
  const ast::Attribute* attribute = draft.attributes.find(which);
  const auto action = attribute == nullptr ? std::nullopt : written_action(analysis, *attribute);
  if (!action) return Action::Restrict;
  if (*action == Action::SetNull) set_null_can_set_null(analysis, model, relation, draft, *attribute);
  const bool wrong_default =
      draft.attributes.has(Attr::Default) && draft.count > 0 && !model.fields[draft.first].default_value;
  if (*action == Action::SetDefault && !wrong_default)
    set_default_has_defaults(analysis, model, relation, *attribute);
  return *action;
}

}  // namespace

void add_actions(Analysis& analysis, model::ModelId id) {
  model::Model& model = analysis.model(id);
  for (const DraftField& draft : analysis.draft(id).fields) {
    if (draft.shape != Shape::ToOne || !draft.relation) continue;
    model::Relation& relation = model.relations[*draft.relation];
    relation.on_delete = action_of(analysis, model, relation, draft, Attr::OnDelete);
    relation.on_update = action_of(analysis, model, relation, draft, Attr::OnUpdate);
    if (const ast::Attribute* deferrable = draft.attributes.find(Attr::Deferrable))
      relation.deferrable = takes_nothing(analysis, *deferrable);
  }
}

}  // namespace ochrec::sema
