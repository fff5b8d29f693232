#include <algorithm>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/keys.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Scalar;
using Spellings = std::vector<std::string>;

// STRICT tables know INT, INTEGER, REAL, TEXT, BLOB and ANY (sqlite.org/stricttables.html); of those, the
// ones in which every value of the type can be written and read back.
Spellings sqlite_types(const model::Type& type) {
  if (type.kind == model::TypeKind::Enum) return {"text"};
  if (type.kind != model::TypeKind::Scalar || type.array) return {};
  switch (type.scalar) {
    case Scalar::Bool:
    case Scalar::Int16:
    case Scalar::Int32:
    case Scalar::Int64:
    case Scalar::Duration: return {"integer", "int"};
    case Scalar::Float32:
    case Scalar::Float64: return {"real"};
    case Scalar::Decimal:
    case Scalar::String:
    case Scalar::Json: return {"text"};
    case Scalar::Bytes: return {"blob"};
    case Scalar::Uuid: return {"blob", "text"};
    case Scalar::Date:
    case Scalar::Time:
    case Scalar::Timestamp:
    case Scalar::Datetime: return {"integer", "int", "text"};
  }
  return {};
}

// varchar(n) and char(n) are absent: the one cuts blanks that the language keeps, the other adds some.
Spellings postgres_types(const model::Type& type) {
  if (type.kind == model::TypeKind::Enum) return {"text", "varchar"};
  if (type.kind != model::TypeKind::Scalar || type.array) return {};
  switch (type.scalar) {
    case Scalar::Bool: return {"boolean", "bool"};
    case Scalar::Int16: return {"smallint", "integer", "bigint"};
    case Scalar::Int32: return {"integer", "bigint"};
    case Scalar::Int64: return {"bigint"};
    case Scalar::Float32: return {"real", "double precision"};
    case Scalar::Float64: return {"double precision"};
    case Scalar::Decimal: return {"numeric"};
    case Scalar::String: return {"text", "varchar"};
    case Scalar::Bytes: return {"bytea"};
    case Scalar::Uuid: return {"uuid", "text"};
    case Scalar::Date: return {"date", "text"};
    case Scalar::Time: return {"time", "text"};
    case Scalar::Timestamp: return {"timestamptz", "timestamp", "text"};
    case Scalar::Datetime: return {"timestamp", "text"};
    case Scalar::Duration: return {"bigint"};
    case Scalar::Json: return {"jsonb", "json", "text"};
  }
  return {};
}

std::string override_of(Analysis& analysis, const ast::Argument& argument, const model::Type& type,
                        const Spellings& allowed) {
  const std::string& text =
      std::get<ast::StringLiteral>(std::get<ast::Expression>(argument.value).node).value;
  if (std::find(allowed.begin(), allowed.end(), lower_case(text)) != allowed.end()) return text;
  base::Diagnostic& finding =
      analysis.report(codes::type_override, argument.span,
                      "a column of type \"" + text + "\" does not hold every " +
                          quoted(spelled(analysis, type)) + " so that it reads back the same");
  if (!allowed.empty()) finding.with_help(argument.name->text + " offers " + listed(allowed, "and"));
  return {};
}

}  // namespace

model::ColumnTypes column_types(Analysis& analysis, const AttributeSet& attributes, const model::Type& type) {
  model::ColumnTypes out;
  const ast::Attribute* attribute = attributes.find(Attr::Type);
  if (attribute == nullptr) return out;
  bool understood = !attribute->arguments.empty();
  for (const ast::Argument& argument : attribute->arguments) {
    const auto* expression = std::get_if<ast::Expression>(&argument.value);
    const bool text = expression != nullptr && std::holds_alternative<ast::StringLiteral>(expression->node);
    if (text && argument.name && argument.name->text == "sqlite" && out.sqlite.empty())
      out.sqlite = lower_case(override_of(analysis, argument, type, sqlite_types(type)));
    else if (text && argument.name && argument.name->text == "postgres" && out.postgres.empty())
      out.postgres = override_of(analysis, argument, type, postgres_types(type));
    else
      understood = false;
  }
  if (!understood)
    wrong_arguments(analysis, *attribute,
                    "column types by database, as in `@type(sqlite: \"TEXT\", postgres: \"uuid\")`");
  return out;
}

}  // namespace ochrec::sema
