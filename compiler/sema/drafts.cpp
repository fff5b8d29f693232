#include "sema/drafts.hpp"

#include <algorithm>

#include "sema/codes.hpp"
#include "sema/fields.hpp"
#include "sema/mixins.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

Place place_of(Shape shape) {
  switch (shape) {
    case Shape::ToOne: return Place::ToOne;
    case Shape::OtherSide: return Place::OtherSide;
    case Shape::List: return Place::List;
    case Shape::Value:
    case Shape::Poisoned: break;
  }
  return Place::Value;
}

std::string described(const ast::Name& name, Shape shape) {
  switch (shape) {
    case Shape::ToOne: return "the relation " + quoted(name.text);
    case Shape::OtherSide:
    case Shape::List: return quoted(name.text) + ", the other side of a relation";
    case Shape::Value:
    case Shape::Poisoned: break;
  }
  return "the field " + quoted(name.text);
}

DraftField draft_field(Analysis& analysis, const ast::Field& written) {
  DraftField field;
  field.syntax = &written;
  const TypeMeaning meaning = meaning_of(analysis, written.type);
  field.shape = written.incomplete ? Shape::Poisoned : meaning.shape;
  field.type = meaning.type;
  field.alias = meaning.alias;
  field.target = meaning.target;
  if (field.shape == Shape::Poisoned)
    attributes_exist(analysis, written.attributes, Place::Value);
  else
    field.attributes = attributes_at(analysis, written.attributes, place_of(field.shape),
                                     described(written.name, field.shape));
  return field;
}

constexpr std::size_t most_members = 500'000;
constexpr std::size_t most_models = 50'000;

bool models_are_bounded(Analysis& analysis) {
  if (analysis.declared.models.size() <= most_models) return true;
  analysis.report(codes::table_size, analysis.declared.models[most_models]->name.span,
                  "the schema has more than 50,000 models up to here");
  return false;
}

/// Adds members of the model or of one of its mixins.
class Gatherer {
 public:
  Gatherer(Analysis& analysis, Draft& draft) : analysis_(analysis), draft_(draft) {}

  void gather(const std::vector<ast::Member>& members) {
    for (const ast::Member& member : members) {
      if (!schema_is_bounded()) return;
      if (const auto* field = std::get_if<ast::Field>(&member))
        add(*field);
      else
        draft_.statements.push_back(&member);
    }
  }

 private:
  // Mixins multiply: a short file could otherwise ask for more than any memory holds.
  bool schema_is_bounded() {
    if (++analysis_.members <= most_members) return true;
    draft_.incomplete = true;
    if (analysis_.members == most_members + 1)
      analysis_.report(
          codes::table_size, draft_.syntax->name.span,
          "the schema has more than 500,000 fields and statements up to here, with those of mixins");
    return false;
  }

  void add(const ast::Field& written) {
    if (!field_names_differ(analysis_, written.name, names_)) return;
    draft_.scope.emplace(written.name.text, static_cast<std::uint32_t>(draft_.fields.size()));
    draft_.fields.push_back(draft_field(analysis_, written));
    draft_.has_poison |= draft_.fields.back().shape == Shape::Poisoned;
  }

  Analysis& analysis_;
  Draft& draft_;
  FieldNames names_;
};

Draft draft_model(Analysis& analysis, Mixins& mixins, const ast::Model& written) {
  Draft draft;
  draft.syntax = &written;
  draft.incomplete = written.incomplete;
  Gatherer gatherer(analysis, draft);
  gatherer.gather(written.members);
  const MixinList used = mixins.of(written.mixins);
  draft.incomplete |= !used.complete;
  for (const ast::Mixin* mixin : used.mixins) {
    draft.incomplete |= mixin->incomplete;
    gatherer.gather(mixin->members);
  }
  return draft;
}

// What no model uses would otherwise never be looked at.
void unused_mixin_is_sound(Analysis& analysis, const ast::Mixin& mixin) {
  FieldNames names;
  for (const ast::Member& member : mixin.members)
    if (const auto* field = std::get_if<ast::Field>(&member))
      if (field_names_differ(analysis, field->name, names)) draft_field(analysis, *field);
}

}  // namespace

const DraftField* Draft::field(const std::string& name) const {
  const auto found = scope.find(name);
  return found == scope.end() ? nullptr : &fields[found->second];
}

bool Draft::may_have(const std::string& name) const {
  if (incomplete) return true;
  return has_poison && std::any_of(fields.begin(), fields.end(), [&](const DraftField& field) {
           return field.shape == Shape::Poisoned && name.starts_with(field.syntax->name.text + "_");
         });
}

bool draft_models(Analysis& analysis) {
  if (!models_are_bounded(analysis)) return false;
  Mixins mixins(analysis);
  analysis.drafts.reserve(analysis.declared.models.size());
  analysis.schema.models.reserve(analysis.declared.models.size());
  for (const ast::Model* written : analysis.declared.models) {
    analysis.drafts.push_back(draft_model(analysis, mixins, *written));
    model::Model& model = analysis.schema.models.emplace_back();
    model.name = written->name.text;
    model.doc = written->doc.text;
    model.span = written->name.span;
  }
  for (const ast::Mixin* mixin : mixins.unused()) unused_mixin_is_sound(analysis, *mixin);
  if (analysis.members <= most_members) return true;
  analysis.schema.models.clear();
  return false;
}

}  // namespace ochrec::sema
