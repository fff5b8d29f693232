#include "sema/attributes.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "sema/analysis.hpp"
#include "sema/codes.hpp"
#include "sema/foreign.hpp"

namespace ochrec::sema {
namespace {

constexpr unsigned at(Place place) { return static_cast<unsigned>(place); }

constexpr unsigned value = at(Place::Value);
constexpr unsigned to_one = at(Place::ToOne);
constexpr unsigned any_field = value | to_one | at(Place::OtherSide) | at(Place::List);
constexpr unsigned rule = value | at(Place::StructField) | at(Place::Alias);
constexpr unsigned privacy = value | at(Place::StructField);

struct Spec {
  Attr which;
  std::string_view name;
  unsigned places;
  std::string_view home;  // where it belongs, for messages
};

constexpr std::string_view fields = "fields";
constexpr std::string_view values = "fields that hold a value";
constexpr std::string_view relations = "relations that hold the key";
constexpr std::string_view rules = "fields that hold a value, and named types";

constexpr Spec specs[] = {
    {Attr::Id, "id", value | to_one, fields},
    {Attr::Auto, "auto", value, values},
    {Attr::Default, "default", value | to_one, fields},
    {Attr::Updated, "updated", value, values},
    {Attr::Version, "version", value, values},
    {Attr::Computed, "computed", value, values},
    {Attr::Unique, "unique", value | to_one, fields},
    {Attr::Index, "index", value | to_one, fields},
    {Attr::Column, "column", value | to_one, fields},
    {Attr::Type, "type", value, values},
    {Attr::Json, "json", privacy | to_one, fields},
    {Attr::Deprecated, "deprecated",
     any_field | at(Place::StructField) | at(Place::Model) | at(Place::EnumValue),
     "fields, models and enum values"},
    {Attr::Length, "length", rule, rules},
    {Attr::Range, "range", rule, rules},
    {Attr::MultipleOf, "multiple_of", rule, rules},
    {Attr::Pattern, "pattern", rule, rules},
    {Attr::Email, "email", rule, rules},
    {Attr::Url, "url", rule, rules},
    {Attr::Items, "items", rule, rules},
    {Attr::UniqueItems, "unique_items", rule, rules},
    {Attr::OneOf, "one_of", rule, rules},
    {Attr::Trim, "trim", rule, rules},
    {Attr::Lower, "lower", rule, rules},
    {Attr::Upper, "upper", rule, rules},
    {Attr::RenamedFrom, "renamed_from",
     privacy | to_one | at(Place::Model) | at(Place::Enum) | at(Place::EnumValue) | at(Place::Index),
     "models, fields, enums, enum values and indexes"},
    {Attr::Backfill, "backfill", value | to_one, fields},
    {Attr::Sensitive, "sensitive", privacy, values},
    {Attr::Mask, "mask", privacy, values},
    {Attr::OnDelete, "on_delete", to_one, relations},
    {Attr::OnUpdate, "on_update", to_one, relations},
    {Attr::Deferrable, "deferrable", to_one, relations},
    {Attr::Key, "key", to_one, relations},
    {Attr::Through, "through", at(Place::List), "lists of models, such as `friends: User[]`"},
    {Attr::Native, "native", at(Place::Enum), "enums"},
    {Attr::BypassPolicies, "bypass_policies", at(Place::Query), "queries"},
};

const Spec* spec_of(std::string_view name) {
  static const std::unordered_map<std::string_view, const Spec*> by_name = [] {
    std::unordered_map<std::string_view, const Spec*> map;
    for (const Spec& spec : specs) map.emplace(spec.name, &spec);
    return map;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

std::vector<std::string> names_for(Place place) {
  std::vector<std::string> fitting;
  std::vector<std::string> others;
  for (const Spec& spec : specs) ((spec.places & at(place)) != 0 ? fitting : others).emplace_back(spec.name);
  fitting.insert(fitting.end(), others.begin(), others.end());
  return fitting;
}

void report_unknown(Analysis& analysis, const ast::Attribute& attribute, Place place) {
  base::Diagnostic& finding = analysis.report(codes::unknown_attribute, attribute.name.span,
                                              "there is no attribute " + quoted("@" + attribute.name.text));
  if (!explain_foreign(Foreign::Attribute, finding, attribute.name))
    suggest(analysis, finding, attribute.name, [&] { return names_for(place); });
}

}  // namespace

const ast::Attribute* AttributeSet::find(Attr which) const {
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) { return entry.first == which; });
  return found == entries_.end() ? nullptr : found->second;
}

void attributes_exist(Analysis& analysis, const std::vector<ast::Attribute>& written, Place place) {
  for (const ast::Attribute& attribute : written)
    if (spec_of(attribute.name.text) == nullptr) report_unknown(analysis, attribute, place);
}

AttributeSet attributes_at(Analysis& analysis, const std::vector<ast::Attribute>& written, Place place,
                           std::string_view described) {
  AttributeSet set;
  for (const ast::Attribute& attribute : written) {
    const Spec* spec = spec_of(attribute.name.text);
    if (spec == nullptr) {
      report_unknown(analysis, attribute, place);
    } else if ((spec->places & at(place)) == 0) {
      analysis
          .report(codes::attribute_misplaced, attribute.span,
                  quoted("@" + attribute.name.text) + " does not apply to " + std::string(described))
          .with_help("it belongs to " + std::string(spec->home))
          .with_fix(attribute.span, "");
    } else if (const ast::Attribute* first = set.find(spec->which)) {
      analysis
          .report(codes::attribute_twice, attribute.span,
                  quoted("@" + attribute.name.text) + " stands twice on " + std::string(described))
          .with_related(first->span, "first written here")
          .with_fix(attribute.span, "");
    } else {
      set.add(spec->which, attribute);
    }
  }
  return set;
}

}  // namespace ochrec::sema
