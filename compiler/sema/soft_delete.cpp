#include "sema/soft_delete.hpp"

#include "sema/codes.hpp"
#include "sema/column_lists.hpp"
#include "sema/statements.hpp"

namespace ochrec::sema {
namespace {

constexpr std::string_view added_field = "deleted_at";

bool is_optional_timestamp(const model::Type& type) {
  return type.is(model::Scalar::Timestamp) && type.optional;
}

std::optional<std::uint32_t> marking_field(Analysis& analysis, const Draft& draft, const model::Model& model,
                                           const ast::SoftDelete& statement) {
  if (!statement.field) {
    const auto made = draft.made.find(std::string(added_field));
    return made == draft.made.end() ? std::nullopt : std::optional(made->second);
  }
  const auto made = draft.made.find(statement.field->text);
  if (made == draft.made.end()) {
    if (draft.field(statement.field->text) == nullptr)
      column_is_a_field(analysis, draft, *statement.field);
    else
      analysis.report(codes::soft_delete_field, statement.field->span,
                      "`soft_delete` needs a field that holds a value, and this is a relation");
    return std::nullopt;
  }
  const model::Field& field = model.fields[made->second];
  if (is_optional_timestamp(field.type) && !field.computed && !field.updated) return made->second;
  analysis
      .report(codes::soft_delete_field, statement.field->span,
              "`soft_delete` needs a plain field of type `timestamp?`")
      .with_related(field.span, quoted(field.name) + " is declared here");
  return std::nullopt;
}

model::Expr is_not_deleted(const model::Model& model, std::uint32_t column) {
  model::Expr value;
  value.op = model::Op::Column;
  value.column = column;
  value.type = model.columns[column].type;
  model::Expr out;
  out.op = model::Op::IsNull;
  out.type.scalar = model::Scalar::Bool;
  out.args.push_back(std::move(value));
  return out;
}

}  // namespace

void add_soft_delete_field(Analysis& analysis, model::ModelId id) {
  const Draft& draft = analysis.draft(id);
  const auto* statement = sole_statement<ast::SoftDelete>(analysis, draft, "soft_delete");
  if (statement == nullptr || statement->field) return;
  model::Model& model = analysis.model(id);
  for (const model::Field& field : model.fields) {
    if (lower_case(field.name) != added_field) continue;
    analysis
        .report(codes::soft_delete_field, statement->span,
                "`soft_delete` adds a field `deleted_at`, and there is one already")
        .with_help("use that one: `soft_delete(" + field.name + ")`")
        .with_fix(statement->span, "soft_delete(" + field.name + ")")
        .with_related(field.span, "declared here");
    return;
  }
  model::Field& field = model.fields.emplace_back();
  field.name = field.column = field.json = added_field;
  field.type.scalar = model::Scalar::Timestamp;
  field.type.optional = true;
  field.doc = "When the row was deleted; empty while it is there.";
  field.span = statement->span;
}

void settle_soft_delete(Analysis& analysis, model::ModelId id) {
  const Draft& draft = analysis.draft(id);
  const ast::SoftDelete* statement = nullptr;
  for (const ast::Member* member : draft.statements)
    if (statement == nullptr) statement = std::get_if<ast::SoftDelete>(member);
  if (statement == nullptr) return;
  model::Model& model = analysis.model(id);
  const auto field = marking_field(analysis, draft, model, *statement);
  if (!field) return;
  model.soft_delete = draft.first_column[*field];
  for (model::Index& index : model.indexes) {
    if (!index.unique) continue;
    model::Expr present = is_not_deleted(model, *model.soft_delete);
    if (!index.where) {
      index.where = std::move(present);
      continue;
    }
    model::Expr both;
    both.op = model::Op::And;
    both.type.scalar = model::Scalar::Bool;
    both.type.optional = index.where->type.optional;
    both.args = {std::move(*index.where), std::move(present)};
    index.where = std::move(both);
  }
}

}  // namespace ochrec::sema
