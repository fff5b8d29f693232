#include "sema/backed.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "sema/codes.hpp"
#include "sema/text.hpp"

namespace ochrec::sema {
namespace {

/// One construct of a schema's part, and how to see that it is used. A row goes when its back end is there.
template <class Part>
struct Construct {
  std::string_view name;
  bool (*used)(const Part&);
};

// Text instead of what the drivers read and write.
bool stored_as_text(const model::Field& field) {
  constexpr unsigned widest_integer_decimal = 18;  // SQLite keeps wider ones as text anyway
  const model::Type& type = field.type;
  const bool text = lower_case(field.column_type.sqlite) == "text" && type.kind == model::TypeKind::Scalar;
  const bool usual = type.is(model::Scalar::String) || type.is(model::Scalar::Json) ||
                     (type.is(model::Scalar::Decimal) && type.precision > widest_integer_decimal);
  return text && !usual;
}

const std::vector<Construct<model::Field>> field_constructs = {
    {"`@type` with text for dates, times, uuids and short decimals", stored_as_text},
    {"`@sensitive`", [](const model::Field& field) { return field.sensitivity != model::Sensitivity::None; }},
    {"`@mask`", [](const model::Field& field) { return field.mask.kind != model::MaskKind::None; }},
};

const std::vector<Construct<model::Model>> model_constructs = {
    {"`soft_delete`", [](const model::Model& model) { return model.soft_delete.has_value(); }},
    {"`audit`", [](const model::Model& model) { return model.audit; }},
    {"`changes`", [](const model::Model& model) { return model.changes; }},
    {"`partition`", [](const model::Model& model) { return !model.partitions.empty(); }},
};

constexpr bool policies_are_enforced = false;
constexpr bool queries_are_generated = false;
constexpr bool actors_are_generated = false;

class Refusal {
 public:
  explicit Refusal(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  template <class Part>
  void refuse_used(const std::vector<Construct<Part>>& constructs, const Part& part) {
    std::string names;
    for (const Construct<Part>& construct : constructs)
      if (construct.used(part)) names += (names.empty() ? "" : " and ") + std::string(construct.name);
    if (!names.empty()) refuse(names, part.span);
  }

  void refuse(std::string_view name, base::Span span) {
    diagnostics_
        .report(codes::no_back_end, span,
                "nothing is generated yet for " + std::string(name) + ", so it would not be enforced")
        .with_help("remove it for now; `ochre check` and `ochre format` understand it");
  }

 private:
  base::Diagnostics& diagnostics_;
};

void schema_has_a_name(const model::Schema& schema, base::Diagnostics& diagnostics) {
  if (!schema.name.empty()) return;
  diagnostics.report(codes::schema_missing, schema.name_span, "the file has no `schema` statement")
      .with_help("name the schema in the first line, as in `schema blog`: that is its namespace in C++")
      .with_fix(schema.name_span, "schema name\n\n");
}

}  // namespace

void refuse_without_back_end(const model::Schema& schema, base::Diagnostics& diagnostics) {
  schema_has_a_name(schema, diagnostics);
  Refusal refusal(diagnostics);
  for (const model::Struct& of : schema.structs)
    for (const model::Field& field : of.fields) refusal.refuse_used(field_constructs, field);
  for (const model::Model& model : schema.models) {
    refusal.refuse_used(model_constructs, model);
    for (const model::Field& field : model.fields) refusal.refuse_used(field_constructs, field);
  }
  if (!actors_are_generated && schema.actor) refusal.refuse("`actor`", schema.actor->span);
  if (!policies_are_enforced)
    for (const model::Policy& policy : schema.policies) refusal.refuse("`policy`", policy.span);
  if (!queries_are_generated)
    for (const model::Query& query : schema.queries) refusal.refuse("`query`", query.span);
}

}  // namespace ochrec::sema
