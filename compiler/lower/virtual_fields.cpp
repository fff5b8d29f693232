#include "lower/virtual_fields.hpp"

#include "lower/expression.hpp"
#include "lower/lower.hpp"

namespace ochrec::lower {
namespace {

void put_table_before_columns(sql::Expr& expr, sql::Database database) {
  if (expr.kind == sql::ExprKind::Column) expr = sql::verbatim("{}." + sql::text(expr, database));
  for (sql::Expr& arg : expr.args) put_table_before_columns(arg, database);
}

}  // namespace

std::map<std::pair<model::ModelId, std::uint32_t>, std::string> virtual_fields(const model::Schema& schema,
                                                                               model::Database database) {
  std::map<std::pair<model::ModelId, std::uint32_t>, std::string> out;
  for (std::size_t at = 0; at < schema.models.size(); ++at) {
    const model::Model& model = schema.models[at];
    for (std::uint32_t field = 0; field < model.fields.size(); ++field) {
      const auto& computed = model.fields[field].computed;
      if (!computed || !computed->is_virtual) continue;
      const Scope scope{schema, model, dialect(database), true};
      sql::Expr value = expression(scope, computed->value);
      put_table_before_columns(value, scope.database);
      out.emplace(std::pair(static_cast<model::ModelId>(at), field), sql::text(value, scope.database));
    }
  }
  return out;
}

}  // namespace ochrec::lower
