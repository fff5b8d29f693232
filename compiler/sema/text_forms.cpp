#include "sema/text_forms.hpp"

#include <algorithm>

#include "model/text_form.hpp"
#include "sema/codes.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Op;
using model::Scalar;

// Expressions over other computed fields have those written out, so looking at columns is enough.
bool reads_uuid_text(const model::Model& model, const model::Expr& expr) {
  if (expr.op == Op::Column && expr.path.empty() && expr.type.is(Scalar::Uuid))
    return model::is_kept_as_text(model.fields[model.columns[expr.column].field]);
  return std::any_of(expr.args.begin(), expr.args.end(),
                     [&](const model::Expr& arg) { return reads_uuid_text(model, arg); });
}

bool has_text_default(const model::Expr& value) {
  switch (value.op) {
    case Op::Literal:
    case Op::Now:
    case Op::Uuid:
    case Op::Uuid7: return true;
    default: return false;
  }
}

void computed_is_no_text(Analysis& analysis, const model::Field& field) {
  if (!field.computed || !model::is_kept_as_text(field)) return;
  analysis
      .report(codes::type_override, field.span,
              quoted(field.name) + " is computed by the database, which does not write the text of a " +
                  quoted(spelled(analysis, field.type)))
      .with_help("leave `@type` out, and the column keeps the value in the usual form");
}

void computed_uuid_is_no_text(Analysis& analysis, const model::Model& model, const model::Field& field) {
  if (!field.computed || field.computed->is_virtual || !field.type.is(Scalar::Uuid)) return;
  if (!reads_uuid_text(model, field.computed->value)) return;
  analysis
      .report(codes::computed_type, field.span,
              quoted(field.name) +
                  " is computed from a uuid that is kept as text, and SQLite has no function "
                  "that makes bytes of it")
      .with_help("let it be computed when it is read, `@computed(…, virtual)`");
}

void default_is_written_as_text(Analysis& analysis, const model::Field& field) {
  if (!model::is_kept_as_text(field) || !field.default_value || has_text_default(*field.default_value))
    return;
  analysis
      .report(codes::type_override, field.default_value->span,
              "the default of " + quoted(field.name) +
                  " is computed by the database, which does not write the "
                  "text of a " +
                  quoted(spelled(analysis, field.type)))
      .with_help("the default of a field that is kept as text is a constant, `now()`, `uuid()` or `uuid7()`");
}

}  // namespace

void add_years_of_text(model::Field& field) {
  if (!model::is_kept_as_text(field) || field.computed) return;
  const model::ValueRange years = model::years_of_text(field.type);
  if (years.low) field.rules.range.push_back(years);
}

void text_is_written_by_programs(Analysis& analysis, model::ModelId id) {
  const model::Model& model = analysis.model(id);
  for (const model::Field& field : model.fields) {
    computed_is_no_text(analysis, field);
    computed_uuid_is_no_text(analysis, model, field);
    default_is_written_as_text(analysis, field);
  }
}

}  // namespace ochrec::sema
