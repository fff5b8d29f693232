#include "sema/renames.hpp"

#include <unordered_set>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"

namespace ochrec::sema {
namespace {

using Names = std::unordered_set<std::string>;

void former_name_is_free(Analysis& analysis, const std::string& former, const Names& present, base::Span span,
                         std::string_view what) {
  if (former.empty() || !present.contains(lower_case(former))) return;
  analysis
      .report(codes::renamed_from, span,
              "this is renamed from " + quoted(former) + ", but there still is " + std::string(what) + " " +
                  quoted(former))
      .with_help("after a rename the former name is gone; remove `@renamed_from` or the other declaration");
}

void values_of(Analysis& analysis, const model::Enum& of) {
  Names present;
  for (const model::Enumerator& value : of.values) present.insert(lower_case(value.stored));
  for (const model::Enumerator& value : of.values)
    former_name_is_free(analysis, value.renamed_from, present, value.span, "a value stored as");
}

void fields_of(Analysis& analysis, const model::Model& of) {
  Names present;
  for (const model::Column& column : of.columns) present.insert(lower_case(column.name));
  for (const model::Column& column : of.columns)
    former_name_is_free(analysis, column.renamed_from, present, of.fields[column.field].span, "a column");
}

}  // namespace

std::string former_name(Analysis& analysis, const AttributeSet& attributes, std::string_view present) {
  const ast::Attribute* attribute = attributes.find(Attr::RenamedFrom);
  if (attribute == nullptr) return {};
  const auto name = sole_text(analysis, *attribute, "the former name, as in `@renamed_from(\"old\")`");
  if (!name) return {};
  if (*name != present) return *name;
  analysis
      .report(codes::renamed_from, attribute->span,
              quoted(present) + " is said to be renamed from its present name")
      .with_fix(attribute->span, "");
  return {};
}

std::string deprecation(Analysis& analysis, const AttributeSet& attributes) {
  const ast::Attribute* attribute = attributes.find(Attr::Deprecated);
  if (attribute == nullptr) return {};
  return sole_text(analysis, *attribute, "the reason, as in `@deprecated(\"use email\")`").value_or("");
}

void former_names_are_free(Analysis& analysis) {
  Names models;
  for (const model::Model& model : analysis.schema.models) models.insert(lower_case(model.table));
  Names enums;
  for (const model::Enum& of : analysis.schema.enums) enums.insert(lower_case(of.name));
  for (const model::Enum& of : analysis.schema.enums) {
    former_name_is_free(analysis, of.renamed_from, enums, of.span, "an enum");
    values_of(analysis, of);
  }
  for (const model::Model& model : analysis.schema.models) {
    former_name_is_free(analysis, model.renamed_from, models, model.span, "a table");
    fields_of(analysis, model);
  }
}

}  // namespace ochrec::sema
