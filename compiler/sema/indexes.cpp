#include "sema/indexes.hpp"

#include <algorithm>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/column_lists.hpp"
#include "sema/expression_types.hpp"
#include "sema/expressions.hpp"
#include "sema/index_method.hpp"
#include "sema/renames.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

/// Reads the terms of one index or unique.
class Parts {
 public:
  Parts(Analysis& analysis, model::ModelId id, bool any_type)
      : analysis_(analysis), id_(id), any_type_(any_type) {}

  bool add(const ast::Term& term, bool expressions_allowed) {
    const bool descending = term.direction == ast::Direction::Descending;
    if (const ast::Path* path = as_path(term)) {
      const auto listed = listed_columns(analysis_, id_, *path);
      if (!listed) return false;
      if (listed->virtual_field) return expressions_allowed ? add_expression(term, descending) : refuse(term);
      for (const std::uint32_t column : listed->columns)
        if (!add_column(column, descending, term.span)) return false;
      return true;
    }
    if (std::holds_alternative<ast::Unreadable>(term.expression.node)) return false;
    return expressions_allowed ? add_expression(term, descending) : refuse(term);
  }

  bool add_column(std::uint32_t column, bool descending, base::Span span) {
    const model::Column& of = analysis_.model(id_).columns[column];
    if (!any_type_ && !has_equality(of.type)) return not_indexable(of.name, of.type, span);
    if (parts_.size() == most_key_columns) {
      analysis_.report(codes::key_size, span,
                       "an index has at most " + std::to_string(most_key_columns) + " columns");
      return false;
    }
    const bool listed = std::any_of(parts_.begin(), parts_.end(), [&](const model::KeyPart& part) {
      const auto* other = std::get_if<std::uint32_t>(&part.what);
      return other != nullptr && *other == column;
    });
    if (listed) {
      analysis_.report(codes::column_listed_twice, span, quoted(of.name) + " stands in this list already");
      return false;
    }
    parts_.push_back({column, descending});
    return true;
  }

  std::vector<model::KeyPart> take() { return std::move(parts_); }

 private:
  bool refuse(const ast::Term& term) {
    analysis_.report(codes::expression_in_list, term.span,
                     "only an index is over expressions; this list is of fields that have columns");
    return false;
  }

  bool add_expression(const ast::Term& term, bool descending) {
    auto value = Typing(analysis_, id_, Where::IndexPart).type(term.expression);
    if (!value) return false;
    if (!any_type_ && !has_equality(value->type))
      return not_indexable("this expression", value->type, term.span);
    if (parts_.size() < most_key_columns) parts_.push_back({std::move(*value), descending});
    return true;
  }

  bool not_indexable(std::string_view what, const model::Type& type, base::Span span) {
    analysis_
        .report(codes::not_indexable, span,
                quoted(what) + " is of type " + quoted(spelled(analysis_, type)) +
                    ", which databases cannot compare alike")
        .with_help("on PostgreSQL alone, `on postgres { index (…) using gin }` looks inside such values");
    return false;
  }

  Analysis& analysis_;
  model::ModelId id_;
  bool any_type_;
  std::vector<model::KeyPart> parts_;
};

std::optional<model::Expr> filter(Analysis& analysis, model::ModelId id,
                                  const std::optional<ast::Expression>& where, bool& sound) {
  if (!where) return std::nullopt;
  auto condition = Typing(analysis, id, Where::Filter).condition(*where);
  sound = sound && condition;
  return condition;
}

std::optional<model::Index> unique_of(Analysis& analysis, model::ModelId id, const ast::Unique& written) {
  model::Index index;
  index.unique = true;
  index.name = written.name ? written.name->text : "";
  index.span = written.name ? written.name->span : written.span;
  const AttributeSet attributes =
      attributes_at(analysis, written.attributes, Place::Index, "a `unique` statement");
  index.renamed_from = former_name(analysis, attributes, index.name);
  Parts parts(analysis, id, false);
  bool sound = true;
  for (const ast::Term& term : written.terms) sound &= parts.add(term, false);
  index.parts = parts.take();
  index.where = filter(analysis, id, written.where, sound);
  return sound ? std::optional(std::move(index)) : std::nullopt;
}

void add_attribute_index(Analysis& analysis, model::ModelId id, const DraftField& draft, Attr which) {
  const ast::Attribute* attribute = draft.attributes.find(which);
  if (attribute == nullptr || !takes_nothing(analysis, *attribute)) return;
  model::Model& model = analysis.model(id);
  model::Index index;
  index.unique = which == Attr::Unique;
  index.origin = model::IndexOrigin::Attribute;
  index.span = attribute->span;
  if (draft.shape == Shape::ToOne) {
    for (const std::uint32_t column : model.relations[*draft.relation].columns)
      index.parts.push_back({column, false});
  } else {
    if (draft.attributes.has(Attr::Computed) && model.fields[draft.first].computed &&
        model.fields[draft.first].computed->is_virtual)
      return;  // reported as a conflict of attributes
    const model::Type& type = draft.type;
    if (!has_equality(type)) {
      analysis
          .report(codes::not_indexable, attribute->span,
                  quoted("@" + attribute->name.text) + " does not apply to " +
                      quoted(draft.syntax->name.text) + " of type " + quoted(spelled(analysis, type)))
          .with_fix(attribute->span, "");
      return;
    }
    index.parts.push_back({analysis.draft(id).first_column[draft.first], false});
  }
  if (!index.parts.empty()) model.indexes.push_back(std::move(index));
}

bool same_parts(const std::vector<model::KeyPart>& one, const std::vector<model::KeyPart>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const model::KeyPart& a, const model::KeyPart& b) {
                      const auto* left = std::get_if<std::uint32_t>(&a.what);
                      const auto* right = std::get_if<std::uint32_t>(&b.what);
                      return left != nullptr && right != nullptr && *left == *right &&
                             a.descending == b.descending;
                    });
}

bool covers_all_rows(const model::Index& index) {
  return !index.where && !index.only && index.method.empty();
}

/// Whether the first parts are these columns, in any order: lookups by all of them are served alike.
bool starts_with(const std::vector<std::uint32_t>& parts, const std::vector<std::uint32_t>& columns) {
  return parts.size() >= columns.size() &&
         std::is_permutation(columns.begin(), columns.end(), parts.begin(),
                             parts.begin() + static_cast<std::ptrdiff_t>(columns.size()));
}

std::vector<std::uint32_t> leading_columns(const model::Index& index) {
  std::vector<std::uint32_t> columns;
  for (const model::KeyPart& part : index.parts) {
    const auto* column = std::get_if<std::uint32_t>(&part.what);
    if (column == nullptr) break;
    columns.push_back(*column);
  }
  return columns;
}

bool is_indexed(const model::Model& model, const std::vector<std::uint32_t>& columns) {
  if (starts_with(model.key, columns)) return true;
  return std::any_of(model.indexes.begin(), model.indexes.end(), [&](const model::Index& index) {
    return covers_all_rows(index) && starts_with(leading_columns(index), columns);
  });
}

}  // namespace

std::optional<model::Index> index_of(Analysis& analysis, model::ModelId id, const ast::Index& written,
                                     std::optional<model::Database> only) {
  model::Index index;
  index.name = written.name ? written.name->text : "";
  index.span = written.name ? written.name->span : written.span;
  index.only = only;
  const AttributeSet attributes =
      attributes_at(analysis, written.attributes, Place::Index, "an `index` statement");
  index.renamed_from = former_name(analysis, attributes, index.name);
  bool sound = add_method(analysis, id, written, index);
  Parts parts(analysis, id, looks_inside_values(index));
  for (const ast::Term& term : written.terms) sound &= parts.add(term, true);
  index.parts = parts.take();
  index.where = filter(analysis, id, written.where, sound);
  return sound && parts_suit_method(analysis, written, index) ? std::optional(std::move(index))
                                                              : std::nullopt;
}

void add_indexes(Analysis& analysis, model::ModelId id) {
  const Draft& draft = analysis.draft(id);
  for (const DraftField& field : draft.fields) {
    if (field.shape != Shape::Value && field.shape != Shape::ToOne) continue;
    add_attribute_index(analysis, id, field, Attr::Unique);
    if (!field.attributes.has(Attr::Unique)) add_attribute_index(analysis, id, field, Attr::Index);
  }
  for (const ast::Member* member : draft.statements) {
    std::optional<model::Index> index;
    if (const auto* unique = std::get_if<ast::Unique>(member)) index = unique_of(analysis, id, *unique);
    if (const auto* written = std::get_if<ast::Index>(member))
      index = index_of(analysis, id, *written, std::nullopt);
    if (index) analysis.model(id).indexes.push_back(std::move(*index));
  }
}

void indexes_differ(Analysis& analysis, model::ModelId id) {
  const model::Model& model = analysis.model(id);
  std::unordered_map<std::string, base::Span> names;
  for (const model::Index& index : model.indexes) {
    if (index.name.empty()) continue;
    const auto [first, added] = names.emplace(lower_case(index.name), index.span);
    if (!added)
      analysis
          .report(codes::index_name_twice, index.span,
                  quoted(model.name) + " already has an index " + quoted(index.name))
          .with_related(first->second, "first declared here");
  }
  std::unordered_map<std::string, const model::Index*> seen;
  for (const model::Index& index : model.indexes) {
    if (!covers_all_rows(index)) continue;
    std::string columns;
    for (const std::uint32_t column : leading_columns(index)) columns += std::to_string(column) + ",";
    const auto [first, added] = seen.emplace(columns, &index);
    if (added || !same_parts(first->second->parts, index.parts)) continue;
    analysis.report(codes::index_repeated, index.span, "this repeats another index over the same fields")
        .with_related(first->second->span, "the other one");
  }
}

void index_relation_keys(model::Model& model) {
  for (const model::Relation& relation : model.relations) {
    if (relation.kind != model::RelationKind::ToOne || relation.columns.empty()) continue;
    if (is_indexed(model, relation.columns)) continue;
    model::Index& index = model.indexes.emplace_back();
    index.origin = model::IndexOrigin::RelationKey;
    index.span = relation.span;
    for (const std::uint32_t column : relation.columns) index.parts.push_back({column, false});
  }
  std::stable_partition(model.indexes.begin(), model.indexes.end(),
                        [](const model::Index& index) { return index.unique; });
}

}  // namespace ochrec::sema
