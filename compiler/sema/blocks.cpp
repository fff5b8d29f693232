#include "sema/blocks.hpp"

#include <algorithm>

#include "sema/codes.hpp"
#include "sema/column_lists.hpp"
#include "sema/databases.hpp"
#include "sema/expression_types.hpp"
#include "sema/expressions.hpp"
#include "sema/indexes.hpp"
#include "sema/partitions.hpp"
#include "sema/statements.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

bool can_be_ordered(const model::Type& type) {
  return has_order(type) || (!type.array && type.kind == model::TypeKind::Enum) ||
         type.is(model::Scalar::Bool);
}

bool add_order_term(Analysis& analysis, model::ModelId id, const ast::Term& term) {
  const ast::Path* path = as_path(term);
  if (path == nullptr) {
    if (!std::holds_alternative<ast::Unreadable>(term.expression.node))
      analysis.report(codes::not_orderable, term.span, "a default order is by fields, not by expressions");
    return false;
  }
  const auto listed = listed_columns(analysis, id, *path);
  if (!listed) return false;
  if (listed->virtual_field) {
    analysis.report(codes::not_orderable, term.span,
                    quoted(path->text()) + " is virtual, and a default order is by columns");
    return false;
  }
  model::Model& model = analysis.model(id);
  for (const std::uint32_t column : listed->columns) {
    const model::Type& type = model.columns[column].type;
    if (!can_be_ordered(type)) {
      analysis.report(
          codes::not_orderable, term.span,
          "values of type " + quoted(spelled(analysis, type)) + " have no order that all databases share");
      return false;
    }
    const bool listed_before =
        std::any_of(model.order.begin(), model.order.end(),
                    [&](const model::OrderPart& part) { return part.column == column; });
    if (listed_before) {
      analysis.report(codes::column_listed_twice, term.span,
                      quoted(model.columns[column].name) + " stands in this list already");
      return false;
    }
    model.order.push_back({column, term.direction == ast::Direction::Descending});
  }
  return true;
}

}  // namespace

void add_checks(Analysis& analysis, model::ModelId id) {
  std::unordered_map<std::string, base::Span> names;
  for (const ast::Member* member : analysis.draft(id).statements) {
    const auto* check = std::get_if<ast::Check>(member);
    if (check == nullptr) continue;
    attributes_at(analysis, check->attributes, Place::Nothing, "a check");
    const auto [first, added] = names.emplace(lower_case(check->name.text), check->name.span);
    if (!added)
      analysis
          .report(codes::check_name_twice, check->name.span,
                  quoted(analysis.name_of(id)) + " already has a check " + quoted(check->name.text))
          .with_related(first->second, "first declared here");
    auto condition = Typing(analysis, id, Where::Check).condition(check->condition);
    if (condition)
      analysis.model(id).checks.push_back({check->name.text, std::move(*condition), check->name.span});
  }
}

void add_order(Analysis& analysis, model::ModelId id) {
  const auto* statement = sole_statement<ast::OrderBy>(analysis, analysis.draft(id), "order by");
  if (statement == nullptr) return;
  for (const ast::Term& term : statement->terms)
    if (!add_order_term(analysis, id, term)) return;
  model::Model& model = analysis.model(id);
  for (const std::uint32_t column : model.key)
    if (std::none_of(model.order.begin(), model.order.end(),
                     [&](const model::OrderPart& part) { return part.column == column; }))
      model.order.push_back({column, false});
}

void add_database_blocks(Analysis& analysis, model::ModelId id) {
  for (const ast::Member* member : analysis.draft(id).statements) {
    const auto* block = std::get_if<ast::OnDatabase>(member);
    if (block == nullptr) continue;
    const auto database = database_is_known(analysis, block->database);
    if (!database) continue;
    for (const auto& statement : block->statements) {
      if (const auto* written = std::get_if<ast::Index>(&statement)) {
        if (auto index = index_of(analysis, id, *written, database))
          analysis.model(id).indexes.push_back(std::move(*index));
      } else {
        add_partition(analysis, id, std::get<ast::Partition>(statement), *database);
      }
    }
  }
}

}  // namespace ochrec::sema
