#include "sema/tables.hpp"

#include "model/naming.hpp"
#include "sema/codes.hpp"
#include "sema/columns.hpp"
#include "sema/renames.hpp"
#include "sema/statements.hpp"

namespace ochrec::sema {
namespace {

// `@renamed_from("Person")` names a model, `@renamed_from("legacy_people")` a table.
std::string former_table(const std::string& former) {
  const bool model = !former.empty() && former[0] >= 'A' && former[0] <= 'Z';
  return model ? model::table_name(former) : former;
}

}  // namespace

std::string table_of(Analysis& analysis, const Draft& draft) {
  const auto* statement = sole_statement<ast::Table>(analysis, draft, "table");
  std::string name = model::table_name(draft.syntax->name.text);
  if (statement != nullptr && statement->name.value.empty())
    analysis.report(codes::database_name, statement->name.span, "a table has a name");
  else if (statement != nullptr)
    name = statement->name.value;
  name_suits_databases(analysis, name, true, table_span(draft));
  return name;
}

void describe_model(Analysis& analysis, const Draft& draft, model::Model& model) {
  const AttributeSet attributes =
      attributes_at(analysis, draft.syntax->attributes, Place::Model, "the model " + quoted(model.name));
  model.renamed_from = former_table(former_name(analysis, attributes, model.name));
  if (model.renamed_from == model.table) model.renamed_from.clear();
  model.deprecated = deprecation(analysis, attributes);
  model.audit = sole_statement<ast::Audit>(analysis, draft, "audit") != nullptr;
  model.changes = sole_statement<ast::Changes>(analysis, draft, "changes") != nullptr;
}

void tables_differ(Analysis& analysis) {
  std::unordered_map<std::string, std::uint32_t> tables;
  for (std::uint32_t index = 0; index < analysis.drafts.size(); ++index) {
    const model::Model& model = analysis.schema.models[index];
    const auto [first, added] = tables.emplace(lower_case(model.table), index);
    if (added) continue;
    const model::Model& other = analysis.schema.models[first->second];
    analysis
        .report(
            codes::table_twice, table_span(analysis.drafts[index]),
            quoted(model.name) + " and " + quoted(other.name) + " both have the table " + quoted(model.table))
        .with_help("give one another table: `table \"…\"`")
        .with_related(table_span(analysis.drafts[first->second]), "the other one");
  }
}

base::Span table_span(const Draft& draft) {
  for (const ast::Member* member : draft.statements)
    if (const auto* table = std::get_if<ast::Table>(member)) return table->name.span;
  return draft.syntax->name.span;
}

}  // namespace ochrec::sema
