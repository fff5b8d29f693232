#include "sema/queries.hpp"

#include <algorithm>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/models.hpp"
#include "sema/query_fences.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

/// Reports a parameter or column whose name is taken.
bool names_differ(Analysis& analysis, const ast::Name& name, std::string_view what,
                  std::unordered_map<std::string, base::Span>& names) {
  const auto [first, added] = names.emplace(lower_case(name.text), name.span);
  if (!added)
    analysis
        .report(codes::parameter_twice, name.span,
                "there already is a " + std::string(what) + " " + quoted(name.text))
        .with_related(first->second, "first declared here");
  return added;
}

/// The value type of a parameter or column. Structs are left out: a row of a result has plain columns.
std::optional<model::Type> plain_type(Analysis& analysis, const ast::Field& field, std::string_view what) {
  attributes_at(analysis, field.attributes, Place::Nothing, what);
  if (field.incomplete) return std::nullopt;
  const auto meaning = value_meaning(analysis, field.type, codes::query_type, what);
  if (!meaning) return std::nullopt;
  if (meaning->type.kind != model::TypeKind::Struct) return meaning->type;
  analysis
      .report(codes::query_type, field.type.span,
              std::string(what) + " is a scalar, an enum or an array of them")
      .with_help("a struct as JSON is `json<…>`");
  return std::nullopt;
}

bool add_parameters(Analysis& analysis, const ast::Query& written, model::Query& query) {
  std::unordered_map<std::string, base::Span> names;
  bool sound = true;
  for (const ast::Field& field : written.parameters) {
    if (!names_differ(analysis, field.name, "parameter", names)) continue;
    const auto type = plain_type(analysis, field, "a parameter");
    sound = sound && type;
    if (type) query.parameters.push_back({field.name.text, *type});
  }
  return sound;
}

void add_columns(Analysis& analysis, const ast::Query& written, model::Query& query) {
  std::unordered_map<std::string, base::Span> names;
  for (const ast::Field& field : written.columns) {
    if (!names_differ(analysis, field.name, "column", names)) continue;
    const auto type = plain_type(analysis, field, "a column of a result");
    if (!type) continue;
    model::Field& column = query.shape.emplace_back();
    column.name = column.column = column.json = field.name.text;
    column.type = *type;
    column.doc = field.doc.text;
    column.span = field.name.span;
  }
}

void result_fits_cardinality(Analysis& analysis, const ast::Query& written) {
  if (written.incomplete) return;
  const bool shaped = !written.columns.empty() || written.model;
  if ((written.cardinality == ast::Cardinality::None) != shaped) return;
  analysis
      .report(codes::query_result, written.cardinality_span,
              shaped ? "a query that gives `none` has no columns"
                     : "the query " + quoted(written.name.text) + " gives rows, but does not say of what")
      .with_help(shaped ? "remove the columns, or say `one`, `optional` or `many`"
                        : "name the columns, as in `-> many { id: int64, name: string }`, or a model");
}

model::Query resolve_query(Analysis& analysis, const PolicyTables& guarded, const ast::Query& written) {
  model::Query query;
  query.name = written.name.text;
  query.doc = written.doc.text;
  query.cardinality = static_cast<model::Cardinality>(written.cardinality);
  query.span = written.name.span;
  const AttributeSet attributes =
      attributes_at(analysis, written.attributes, Place::Query, "the query " + quoted(query.name));
  if (const ast::Attribute* bypass = attributes.find(Attr::BypassPolicies))
    query.bypass_policies = takes_nothing(analysis, *bypass);
  const bool sound = add_parameters(analysis, written, query);
  add_columns(analysis, written, query);
  if (written.model) query.result = model_is_declared(analysis, *written.model);
  result_fits_cardinality(analysis, written);
  add_fences(analysis, guarded, written, sound, query);
  return query;
}

}  // namespace

void resolve_queries(Analysis& analysis) {
  const PolicyTables guarded = policy_tables(analysis.schema);
  for (const ast::Query* written : analysis.declared.queries)
    analysis.schema.queries.push_back(resolve_query(analysis, guarded, *written));
}

}  // namespace ochrec::sema
