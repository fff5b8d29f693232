#include "sema/fields.hpp"

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/privacy.hpp"
#include "sema/renames.hpp"
#include "sema/rules.hpp"

namespace ochrec::sema {

bool field_names_differ(Analysis& analysis, const ast::Name& name, FieldNames& names) {
  const auto [first, added] = names.emplace(lower_case(name.text), name.span);
  if (added) return true;
  analysis.report(codes::field_twice, name.span, "there already is a field " + quoted(name.text))
      .with_help("databases do not tell upper from lower case in names")
      .with_related(first->second, "first declared here");
  return false;
}

void json_names_differ(Analysis& analysis, const std::vector<model::Field>& fields) {
  std::unordered_map<std::string_view, const model::Field*> names;
  for (const model::Field& field : fields) {
    const auto [first, added] = names.emplace(field.json, &field);
    if (added) continue;
    analysis
        .report(codes::json_name_twice, field.span,
                quoted(field.name) + " and " + quoted(first->second->name) + " are both called \"" +
                    field.json + "\" in JSON")
        .with_related(first->second->span, "the other one");
  }
}

model::Field described_field(Analysis& analysis, const ast::Field& written, const AttributeSet& attributes,
                             const model::Type& type, std::optional<std::uint32_t> alias) {
  model::Field field;
  field.name = written.name.text;
  field.type = type;
  field.column = field.name;
  field.json = field.name;
  field.doc = written.doc.text;
  field.span = written.name.span;
  if (alias) field.rules = analysis.aliases[*alias].rules;
  add_rules(analysis, attributes, type, written.name, field.rules);
  add_privacy(analysis, attributes, field);
  field.deprecated = deprecation(analysis, attributes);
  field.renamed_from = former_name(analysis, attributes, field.name);
  if (const ast::Attribute* json = attributes.find(Attr::Json))
    if (const auto name = sole_text(analysis, *json, "the name in JSON, as in `@json(\"fullName\")`"))
      field.json = *name;
  return field;
}

}  // namespace ochrec::sema
