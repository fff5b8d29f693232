#include "sema/relation_keys.hpp"

#include <algorithm>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/column_lists.hpp"
#include "sema/renames.hpp"
#include "sema/text_forms.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

/// The text of an attribute that only makes sense for a key of one field.
std::optional<std::string> text_for_one(Analysis& analysis, const DraftField& draft, Attr which,
                                        std::size_t parts, std::string_view takes) {
  const ast::Attribute* attribute = draft.attributes.find(which);
  if (attribute == nullptr) return std::nullopt;
  if (parts == 1) return sole_text(analysis, *attribute, takes);
  analysis
      .report(codes::attribute_type, attribute->span,
              quoted("@" + attribute->name.text) + " needs a key of one field, and " +
                  quoted(draft.syntax->name.text) + " has " + std::to_string(parts))
      .with_help("declare the key fields yourself and name them with `@key(…)`");
  return std::nullopt;
}

/// Checks one relation's `@key(…)` and takes its columns.
class NamedKey {
 public:
  NamedKey(Analysis& analysis, model::ModelId id, const DraftField& draft)
      : analysis_(analysis), id_(id), draft_(draft), attribute_(*draft.attributes.find(Attr::Key)) {}

  std::vector<std::uint32_t> columns() {
    const auto& target = analysis_.draft(draft_.target).key;
    std::vector<const ast::Name*> names;
    for (const ast::Argument& argument : attribute_.arguments)
      if (const ast::Name* name = as_word(argument)) names.push_back(name);
    if (names.size() != attribute_.arguments.size() || names.size() != target.size()) {
      report_count();
      return {};
    }
    std::vector<std::uint32_t> out;
    for (std::size_t at = 0; at < names.size(); ++at)
      if (const auto column = matching_column(*names[at], target[at])) out.push_back(*column);
    if (out.size() == names.size()) absence_agrees(out);
    return out;
  }

 private:
  void report_count() {
    std::string wanted;
    for (const KeyColumn& part : analysis_.draft(draft_.target).key)
      wanted += (wanted.empty() ? "" : ", ") + part.name + ": " + spelled(analysis_, part.type);
    analysis_.report(codes::relation_key, attribute_.span,
                     "`@key` names one field for each part of the key of " +
                         quoted(analysis_.name_of(draft_.target)) + ": (" + wanted + ")");
  }

  std::optional<std::uint32_t> matching_column(const ast::Name& name, const KeyColumn& part) {
    const Draft& own = analysis_.draft(id_);
    const auto made = own.made.find(name.text);
    if (made == own.made.end()) {
      const DraftField* field = own.field(name.text);
      if (field == nullptr)
        column_is_a_field(analysis_, own, name);
      else if (field->shape != Shape::Poisoned)
        analysis_.report(codes::relation_key, name.span,
                         "`@key` names fields that hold values, and " + quoted(name.text) + " is a relation");
      return std::nullopt;
    }
    const model::Field& field = analysis_.model(id_).fields[made->second];
    if (same_type(field, part) && same_column_type(field, part)) return own.first_column[made->second];
    if (same_type(field, part)) {
      report_column_type(name, field, part);
      return std::nullopt;
    }
    analysis_
        .report(codes::relation_key, name.span,
                quoted(name.text) + " is of type " + quoted(spelled(analysis_, field.type)) + ", but " +
                    quoted(part.name) + " of " + quoted(analysis_.name_of(draft_.target)) + " is of type " +
                    quoted(spelled(analysis_, part.type)))
        .with_related(field.span, "declared here");
    return std::nullopt;
  }

  static bool same_type(const model::Field& field, const KeyColumn& part) {
    if (field.computed) return false;
    model::Type one = field.type;
    model::Type other = part.type;
    one.optional = other.optional = false;
    one.max_length = other.max_length = std::nullopt;
    return one == other;
  }

  static bool same_column_type(const model::Field& field, const KeyColumn& part) {
    return field.column_type.sqlite == part.column_type.sqlite &&
           field.column_type.postgres == part.column_type.postgres;
  }

  void report_column_type(const ast::Name& name, const model::Field& field, const KeyColumn& part) {
    analysis_
        .report(codes::relation_key, name.span,
                quoted(name.text) + " and " + quoted(part.name) + " of " +
                    quoted(analysis_.name_of(draft_.target)) +
                    " are columns of different types, so the database finds none equal")
        .with_help("give both the same `@type(…)`, or none")
        .with_related(field.span, "declared here");
  }

  void absence_agrees(const std::vector<std::uint32_t>& columns) {
    const model::Model& model = analysis_.model(id_);
    const bool nullable = std::any_of(columns.begin(), columns.end(), [&](std::uint32_t column) {
      return model.columns[column].type.optional;
    });
    const bool optional = draft_.syntax->type.optional;
    if (nullable == optional) return;
    const std::string name = quoted(draft_.syntax->name.text);
    analysis_
        .report(codes::relation_key, attribute_.span,
                optional ? "the relation " + name + " is optional, but none of its key fields can be null"
                         : "the relation " + name + " is required, but its key can be null")
        .with_help(optional ? "make a key field optional, or the relation required"
                            : "make the key fields required, or the relation optional");
  }

  Analysis& analysis_;
  model::ModelId id_;
  const DraftField& draft_;
  const ast::Attribute& attribute_;
};

std::vector<std::uint32_t> made_columns(const Draft& draft, const DraftField& field) {
  std::vector<std::uint32_t> columns;
  for (std::uint32_t at = field.first; at < field.first + field.count; ++at)
    columns.push_back(draft.first_column[at]);
  return columns;
}

}  // namespace

std::vector<model::Field> made_key_fields(Analysis& analysis, const DraftField& draft) {
  const std::vector<KeyColumn>& target = analysis.draft(draft.target).key;
  const std::string& relation = draft.syntax->name.text;
  const auto column = text_for_one(analysis, draft, Attr::Column, target.size(), "the column's name");
  const auto json = text_for_one(analysis, draft, Attr::Json, target.size(), "the name in JSON");
  const std::string former = former_name(analysis, draft.attributes, relation);
  std::vector<model::Field> fields;
  for (const KeyColumn& part : target) {
    model::Field& field = fields.emplace_back();
    field.name = relation + "_" + part.name;
    field.type = part.type;
    field.type.optional = draft.syntax->type.optional;
    field.relation = draft.relation;
    field.column = column.value_or(field.name);
    field.column_type = part.column_type;
    add_years_of_text(field);
    field.json = json.value_or(field.name);
    field.doc = draft.syntax->doc.text;
    field.deprecated = deprecation(analysis, draft.attributes);
    if (!former.empty()) field.renamed_from = former + "_" + part.name;
    field.span = draft.syntax->name.span;
  }
  return fields;
}

void connect_relation_keys(Analysis& analysis, model::ModelId id) {
  Draft& draft = analysis.draft(id);
  for (const DraftField& field : draft.fields) {
    if (field.shape != Shape::ToOne || !field.relation) continue;
    model::Relation& relation = analysis.model(id).relations[*field.relation];
    relation.columns = field.attributes.has(Attr::Key) ? NamedKey(analysis, id, field).columns()
                                                       : made_columns(draft, field);
    relation.target_columns = analysis.model(field.target).key;
  }
}

}  // namespace ochrec::sema
