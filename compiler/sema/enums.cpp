#include "sema/enums.hpp"

#include "model/naming.hpp"
#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/renames.hpp"

namespace ochrec::sema {
namespace {

using FirstSeen = std::unordered_map<std::string, const ast::EnumValue*>;

void enum_has_values(Analysis& analysis, const ast::Enum& written) {
  if (!written.values.empty() || written.incomplete) return;
  analysis
      .report(codes::enum_empty, written.name.span,
              "the enum " + quoted(written.name.text) + " has no values")
      .with_help("name at least one, as in `enum " + written.name.text + " { active, closed }`");
}

// Case matters to C++ but not to the people who read the values, so names that differ only there are refused.
bool value_names_differ(Analysis& analysis, const ast::EnumValue& value, FirstSeen& names) {
  const auto [first, added] = names.emplace(lower_case(value.name.text), &value);
  if (added) return true;
  analysis
      .report(
          codes::enum_value_twice, value.name.span,
          "the value " + quoted(value.name.text) + " is already there as " + quoted(first->second->name.text))
      .with_related(first->second->name.span, "first written here");
  return false;
}

void stored_texts_differ(Analysis& analysis, const ast::EnumValue& value, const std::string& stored,
                         FirstSeen& texts) {
  const auto [first, added] = texts.emplace(stored, &value);
  if (added) return;
  analysis
      .report(codes::enum_stored_twice, value.stored ? value.stored->span : value.name.span,
              quoted(value.name.text) + " and " + quoted(first->second->name.text) +
                  " are both stored as \"" + stored + "\"")
      .with_related(first->second->span, "first stored so here");
}

void enumerators_differ(Analysis& analysis, const ast::EnumValue& value, FirstSeen& enumerators) {
  const std::string name = model::pascal_case(value.name.text);
  const auto [first, added] = enumerators.emplace(name, &value);
  if (added) return;
  analysis
      .report(codes::enumerator_collision, value.name.span,
              quoted(value.name.text) + " and " + quoted(first->second->name.text) +
                  " both become the C++ enumerator " + quoted(name))
      .with_help("rename one; its stored text can stay: " + value.name.text + "_2 = \"" + value.name.text +
                 "\"")
      .with_related(first->second->name.span, "the other one");
}

model::Enumerator resolve_value(Analysis& analysis, const ast::EnumValue& value) {
  model::Enumerator out;
  out.name = value.name.text;
  out.stored = value.stored ? value.stored->value : value.name.text;
  out.doc = value.doc.text;
  out.span = value.name.span;
  const AttributeSet attributes = attributes_at(analysis, value.attributes, Place::EnumValue,
                                                "the enum value " + quoted(value.name.text));
  out.renamed_from = former_name(analysis, attributes, out.stored);
  out.deprecated = deprecation(analysis, attributes);
  return out;
}

model::Enum resolve_enum(Analysis& analysis, const ast::Enum& written) {
  model::Enum out;
  out.name = written.name.text;
  out.doc = written.doc.text;
  out.span = written.name.span;
  const AttributeSet attributes =
      attributes_at(analysis, written.attributes, Place::Enum, "the enum " + quoted(out.name));
  out.renamed_from = former_name(analysis, attributes, out.name);
  if (const ast::Attribute* native = attributes.find(Attr::Native))
    out.native = takes_nothing(analysis, *native);
  enum_has_values(analysis, written);
  FirstSeen names;
  FirstSeen texts;
  FirstSeen enumerators;
  for (const ast::EnumValue& value : written.values) {
    if (!value_names_differ(analysis, value, names)) continue;
    out.values.push_back(resolve_value(analysis, value));
    stored_texts_differ(analysis, value, out.values.back().stored, texts);
    enumerators_differ(analysis, value, enumerators);
  }
  return out;
}

}  // namespace

void resolve_enums(Analysis& analysis) {
  for (const ast::Enum* written : analysis.declared.enums)
    analysis.schema.enums.push_back(resolve_enum(analysis, *written));
}

}  // namespace ochrec::sema
