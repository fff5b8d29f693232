#include "sema/storage.hpp"

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/keys.hpp"
#include "sema/layout.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Scalar;

void needs(Analysis& analysis, const ast::Attribute& attribute, const model::Field& field,
           std::string_view what) {
  analysis
      .report(codes::attribute_type, attribute.span,
              quoted("@" + attribute.name.text) + " needs " + std::string(what) + ", but " +
                  quoted(field.name) + " is of type " + quoted(spelled(analysis, field.type)))
      .with_fix(attribute.span, "");
}

void add_auto(Analysis& analysis, const ast::Attribute& attribute, model::Field& field) {
  field.is_auto = true;
  if (attribute.arguments.empty()) return;
  field.monotonic = sole_word(analysis, attribute, {"monotonic"}).has_value();
}

void add_updated(Analysis& analysis, const ast::Attribute& attribute, model::Field& field) {
  if (!field.type.is(Scalar::Timestamp) || field.type.optional)
    needs(analysis, attribute, field, "a required timestamp");
  else
    field.updated = takes_nothing(analysis, attribute);
}

void add_version(Analysis& analysis, const ast::Attribute& attribute, model::Field& field) {
  if (!field.type.is_integer() || field.type.optional)
    needs(analysis, attribute, field, "a required integer");
  else
    field.version = takes_nothing(analysis, attribute);
}

struct Pair {
  Attr one;
  Attr other;
};
constexpr Pair pairs[] = {
    {Attr::Id, Attr::Unique},
    {Attr::Id, Attr::Index},
    {Attr::Unique, Attr::Index},
    {Attr::Auto, Attr::Default},
    {Attr::Auto, Attr::Updated},
    {Attr::Auto, Attr::Version},
    {Attr::Auto, Attr::Computed},
    {Attr::Auto, Attr::Backfill},
    {Attr::Default, Attr::Updated},
    {Attr::Default, Attr::Version},
    {Attr::Default, Attr::Computed},
    {Attr::Updated, Attr::Version},
    {Attr::Updated, Attr::Computed},
    {Attr::Version, Attr::Computed},
    {Attr::Computed, Attr::Backfill},
    {Attr::Computed, Attr::Length},
    {Attr::Computed, Attr::Range},
    {Attr::Computed, Attr::MultipleOf},
    {Attr::Computed, Attr::Pattern},
    {Attr::Computed, Attr::Email},
    {Attr::Computed, Attr::Url},
    {Attr::Computed, Attr::Items},
    {Attr::Computed, Attr::UniqueItems},
    {Attr::Computed, Attr::OneOf},
    {Attr::Computed, Attr::Trim},
    {Attr::Computed, Attr::Lower},
    {Attr::Computed, Attr::Upper},
    {Attr::Key, Attr::Column},
    {Attr::Key, Attr::Default},
    {Attr::Key, Attr::Backfill},
    {Attr::Key, Attr::Json},
    {Attr::Key, Attr::RenamedFrom},
};

constexpr Attr stored_only[] = {Attr::Unique, Attr::Index, Attr::Column, Attr::Type, Attr::RenamedFrom};

void virtual_fields_have_no_column(Analysis& analysis, const DraftField& draft) {
  for (const Attr which : stored_only)
    if (const ast::Attribute* attribute = draft.attributes.find(which))
      analysis
          .report(codes::attributes_conflict, attribute->span,
                  quoted("@" + attribute->name.text) + " needs a column, and a virtual field has none")
          .with_related(draft.attributes.find(Attr::Computed)->span, "declared virtual here");
}

}  // namespace

void add_storage(Analysis& analysis, const DraftField& draft, model::Field& field) {
  const AttributeSet& attributes = draft.attributes;
  if (const ast::Attribute* attribute = attributes.find(Attr::Auto)) add_auto(analysis, *attribute, field);
  if (const ast::Attribute* attribute = attributes.find(Attr::Updated))
    add_updated(analysis, *attribute, field);
  if (const ast::Attribute* attribute = attributes.find(Attr::Version))
    add_version(analysis, *attribute, field);
  if (const ast::Attribute* attribute = attributes.find(Attr::Column))
    field.column = sole_text(analysis, *attribute, "the column's name, as in `@column(\"full_name\")`")
                       .value_or(field.column);
  field.column_type = column_types(analysis, attributes, field.type);
  if (const auto computed = computed_attribute(analysis, attributes)) {
    field.computed = model::Computed{{}, computed->is_virtual};
    if (computed->is_virtual) virtual_fields_have_no_column(analysis, draft);
  }
}

void attributes_agree(Analysis& analysis, const DraftField& draft) {
  for (const auto& [one, other] : pairs) {
    const ast::Attribute* first = draft.attributes.find(one);
    const ast::Attribute* second = draft.attributes.find(other);
    if (first == nullptr || second == nullptr) continue;
    if (second->span.begin < first->span.begin) std::swap(first, second);
    analysis
        .report(codes::attributes_conflict, second->span,
                quoted("@" + second->name.text) + " cannot stand beside " + quoted("@" + first->name.text) +
                    " on " + quoted(draft.syntax->name.text))
        .with_related(first->span, "the other attribute")
        .with_fix(second->span, "");
  }
}

}  // namespace ochrec::sema
