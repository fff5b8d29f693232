#include "sema/layout.hpp"

#include "model/naming.hpp"
#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/columns.hpp"
#include "sema/fields.hpp"
#include "sema/relation_keys.hpp"
#include "sema/renames.hpp"
#include "sema/soft_delete.hpp"
#include "sema/storage.hpp"
#include "sema/structs.hpp"
#include "sema/tables.hpp"
#include "sema/text_forms.hpp"

namespace ochrec::sema {
namespace {

/// Lays out one model.
class Builder {
 public:
  Builder(Analysis& analysis, model::ModelId id)
      : analysis_(analysis), id_(id), draft_(analysis.draft(id)), model_(analysis.model(id)) {}

  void build() {
    model_.table = table_of(analysis_, draft_);
    describe_model(analysis_, draft_, model_);
    model_.fields.reserve(draft_.fields.size() + 1);
    for (const DraftField& field : draft_.fields) names_.emplace(lower_case(field.syntax->name.text), &field);
    for (DraftField& field : draft_.fields) {
      field.first = static_cast<std::uint32_t>(model_.fields.size());
      if (field.shape == Shape::Value) add_value(field);
      if (field.shape == Shape::ToOne) add_to_one(field);
      if (field.shape == Shape::OtherSide || field.shape == Shape::List) add_relation(field);
      field.count = static_cast<std::uint32_t>(model_.fields.size()) - field.first;
    }
    add_soft_delete_field(analysis_, id_);
    for (std::uint32_t at = 0; at < model_.fields.size(); ++at)
      draft_.made.emplace(model_.fields[at].name, at);
    json_names_differ(analysis_, model_.fields);
    add_columns(analysis_, id_);
    for (const KeyColumn& part : draft_.key)
      if (const auto made = draft_.made.find(part.name); made != draft_.made.end())
        model_.key.push_back(draft_.first_column[made->second]);
  }

 private:
  void add_value(const DraftField& draft) {
    attributes_agree(analysis_, draft);
    model::Field field = described_field(analysis_, *draft.syntax, draft.attributes, draft.type, draft.alias);
    add_storage(analysis_, draft, field);
    add_years_of_text(field);
    optional_struct_can_be_absent(analysis_, draft.type, draft.syntax->type.span);
    one_version(draft, field);
    model_.fields.push_back(std::move(field));
  }

  void one_version(const DraftField& draft, const model::Field& field) {
    if (!field.version) return;
    for (const model::Field& other : model_.fields)
      if (other.version)
        analysis_
            .report(codes::version_twice, draft.attributes.find(Attr::Version)->span,
                    quoted(model_.name) + " already has a version, " + quoted(other.name))
            .with_related(other.span, "the first one");
  }

  model::Relation& add_relation(DraftField& draft) {
    draft.relation = static_cast<std::uint32_t>(model_.relations.size());
    model::Relation& relation = model_.relations.emplace_back();
    relation.name = draft.syntax->name.text;
    relation.target = draft.target;
    relation.doc = draft.syntax->doc.text;
    relation.span = draft.syntax->name.span;
    relation.deprecated = deprecation(analysis_, draft.attributes);
    relation.optional = draft.syntax->type.optional;
    if (draft.shape != Shape::ToOne)
      relation.kind =
          draft.syntax->type.array ? model::RelationKind::InverseMany : model::RelationKind::InverseOne;
    return relation;
  }

  void add_to_one(DraftField& draft) {
    attributes_agree(analysis_, draft);
    if (analysis_.draft(draft.target).key.empty()) {  // reported there
      draft.shape = Shape::Poisoned;
      draft_.has_poison = true;
      return;
    }
    add_relation(draft);
    if (draft.attributes.has(Attr::Key)) return;
    for (model::Field& field : made_key_fields(analysis_, draft)) {
      if (!name_is_free(draft, field.name)) continue;
      model_.fields.push_back(std::move(field));
    }
  }

  bool name_is_free(const DraftField& relation, const std::string& name) {
    const auto [first, added] = names_.emplace(lower_case(name), &relation);
    if (added) return true;
    const ast::Name& taken = first->second->syntax->name;
    const bool declared = lower_case(taken.text) == lower_case(name);
    base::Diagnostic& finding = analysis_.report(
        codes::key_field_taken, relation.syntax->name.span,
        "the relation " + quoted(relation.syntax->name.text) + " makes a key field " + quoted(name) +
            ", and there " + (declared ? "is one already" : "is one of " + quoted(taken.text) + " already"));
    finding
        .with_help(declared ? "let the relation use it: `@key(" + taken.text + ")`"
                            : "rename one of the relations")
        .with_related(taken.span, "declared here");
    const base::Span type = relation.syntax->type.span;
    if (declared && analysis_.draft(relation.target).key.size() == 1)
      finding.with_fix({type.file, type.end, type.end}, " @key(" + taken.text + ")");
    return false;
  }

  Analysis& analysis_;
  model::ModelId id_;
  Draft& draft_;
  model::Model& model_;
  std::unordered_map<std::string, const DraftField*> names_;
};

}  // namespace

void lay_out_models(Analysis& analysis) {
  for (std::uint32_t index = 0; index < analysis.drafts.size(); ++index)
    Builder(analysis, model::ModelId{index}).build();
  for (std::uint32_t index = 0; index < analysis.drafts.size(); ++index)
    connect_relation_keys(analysis, model::ModelId{index});
  tables_differ(analysis);
}

std::optional<ComputedAttribute> computed_attribute(Analysis& analysis, const AttributeSet& attributes) {
  const ast::Attribute* attribute = attributes.find(Attr::Computed);
  if (attribute == nullptr) return std::nullopt;
  const auto& arguments = attribute->arguments;
  const ast::Expression* expression = arguments.empty() ? nullptr : as_expression(arguments[0]);
  const ast::Name* word = arguments.size() == 2 ? as_word(arguments[1]) : nullptr;
  const bool is_virtual = word != nullptr && word->text == "virtual";
  if (expression != nullptr && (arguments.size() == 1 || is_virtual))
    return ComputedAttribute{expression, is_virtual};
  wrong_arguments(analysis, *attribute,
                  "an expression, and `virtual` behind it when nothing is to be stored");
  return std::nullopt;
}

}  // namespace ochrec::sema
