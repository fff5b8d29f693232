#include "sema/postgres_types.hpp"

#include <algorithm>

#include "model/text_form.hpp"
#include "sema/codes.hpp"
#include "sema/text.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Op;

/// A field of another type whose value an expression uses; null when there is none. That it is there may be
/// asked, and what other computed fields read was written out.
const model::Field* used_by(const model::Model& model, const model::Expr& expr) {
  if (expr.op == Op::Column && expr.path.empty()) {
    const model::Field& field = model.fields[model.columns[expr.column].field];
    return model::is_other_on_postgres(field) ? &field : nullptr;
  }
  if (expr.op == Op::IsNull || expr.op == Op::IsNotNull) {
    if (expr.args.front().op == Op::Column) return nullptr;
  }
  for (const model::Expr& arg : expr.args) {
    if (const model::Field* field = used_by(model, arg)) return field;
  }
  return nullptr;
}

void refuse(Analysis& analysis, const model::Field& field, base::Span span) {
  analysis
      .report(codes::type_override, span,
              "on PostgreSQL " + quoted(field.name) + " is `" + lower_case(field.column_type.postgres) +
                  "`, which the database neither compares with a " + quoted(spelled(analysis, field.type)) +
                  " nor computes with")
      .with_help("leave the `postgres` type out, and the column has the type of its values");
}

void refuse_use(Analysis& analysis, const model::Model& model, const model::Expr& expr, base::Span span) {
  if (const model::Field* field = used_by(model, expr)) refuse(analysis, *field, span);
}

/// What texts of SQLite can hold is no rule of the field's own.
bool is_compared(const model::Field& field) {
  const auto is_rule = [&](const model::ValueRange& range) {
    return !model::is_years_of_text(range, field.type);
  };
  const auto& range = field.rules.range;
  return std::any_of(range.begin(), range.end(), is_rule) || !field.rules.one_of.empty();
}

}  // namespace

void other_types_are_not_computed_with(Analysis& analysis, model::ModelId id) {
  const model::Model& model = analysis.model(id);
  if (std::none_of(model.fields.begin(), model.fields.end(), model::is_other_on_postgres)) return;
  for (const model::Field& field : model.fields) {
    if (model::is_other_on_postgres(field) && (field.computed || is_compared(field))) {
      refuse(analysis, field, field.span);
    } else if (field.computed) {
      refuse_use(analysis, model, field.computed->value, field.span);
    }
  }
  for (const model::Check& check : model.checks) refuse_use(analysis, model, check.condition, check.span);
  for (const model::Index& index : model.indexes) {
    if (index.only == model::Database::Sqlite) continue;
    if (index.where) refuse_use(analysis, model, *index.where, index.span);
    for (const model::KeyPart& part : index.parts) {
      if (const auto* expr = std::get_if<model::Expr>(&part.what))
        refuse_use(analysis, model, *expr, index.span);
    }
  }
}

}  // namespace ochrec::sema
