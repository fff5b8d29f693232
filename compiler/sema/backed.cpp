#include "sema/backed.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "sema/codes.hpp"

namespace ochrec::sema {
namespace {

/// One construct of a schema's part, and how to see that it is used. A row goes when its back end is there.
template <class Part>
struct Construct {
  std::string_view name;
  bool (*used)(const Part&);
};

template <class Part>
constexpr Construct<Part> former_name = {"`@renamed_from`",
                                         [](const Part& part) { return !part.renamed_from.empty(); }};

const std::vector<Construct<model::Field>> field_constructs = {
    {"`@sensitive`", [](const model::Field& field) { return field.sensitivity != model::Sensitivity::None; }},
    {"`@mask`", [](const model::Field& field) { return field.mask.kind != model::MaskKind::None; }},
    former_name<model::Field>,
    {"`@backfill`", [](const model::Field& field) { return field.backfill.has_value(); }},
};

const std::vector<Construct<model::Model>> model_constructs = {
    {"`soft_delete`", [](const model::Model& model) { return model.soft_delete.has_value(); }},
    {"`audit`", [](const model::Model& model) { return model.audit; }},
    {"`changes`", [](const model::Model& model) { return model.changes; }},
    {"`partition`", [](const model::Model& model) { return !model.partitions.empty(); }},
    former_name<model::Model>,
};

const std::vector<Construct<model::Index>> index_constructs = {former_name<model::Index>};
const std::vector<Construct<model::Enum>> enum_constructs = {former_name<model::Enum>};
const std::vector<Construct<model::Enumerator>> enumerator_constructs = {former_name<model::Enumerator>};

constexpr bool policies_are_enforced = false;
constexpr bool queries_are_generated = false;
constexpr bool actors_are_generated = false;

class Refusal {
 public:
  explicit Refusal(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  template <class Part>
  void refuse_used(const std::vector<Construct<Part>>& constructs, const Part& part) {
    std::vector<std::string_view> names;
    for (const Construct<Part>& construct : constructs)
      if (construct.used(part)) names.push_back(construct.name);
    if (!names.empty()) refuse(names, part.span);
  }

  void refuse(const std::vector<std::string_view>& names, base::Span span) {
    std::string all(names.front());
    for (std::size_t at = 1; at < names.size(); ++at)
      all += (at + 1 == names.size() ? " and " : ", ") + std::string(names[at]);
    const std::string them = names.size() == 1 ? "it" : "them";
    diagnostics_
        .report(codes::no_back_end, span,
                "nothing is generated yet for " + all + ", so " + (them == "it" ? "it" : "they") +
                    " would be ignored")
        .with_help("remove " + them + " for now; `ochre check` and `ochre format` understand " + them);
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
  for (const model::Enum& of : schema.enums) {
    refusal.refuse_used(enum_constructs, of);
    for (const model::Enumerator& value : of.values) refusal.refuse_used(enumerator_constructs, value);
  }
  for (const model::Struct& of : schema.structs)
    for (const model::Field& field : of.fields) refusal.refuse_used(field_constructs, field);
  for (const model::Model& model : schema.models) {
    refusal.refuse_used(model_constructs, model);
    for (const model::Field& field : model.fields) refusal.refuse_used(field_constructs, field);
    for (const model::Index& index : model.indexes) refusal.refuse_used(index_constructs, index);
  }
  if (!actors_are_generated && schema.actor) refusal.refuse({"`actor`"}, schema.actor->span);
  if (!policies_are_enforced)
    for (const model::Policy& policy : schema.policies)
      refusal.refuse({policy.restrictive ? "`restrict policy`" : "`policy`"}, policy.span);
  if (!queries_are_generated)
    for (const model::Query& query : schema.queries) refusal.refuse({"`query`"}, query.span);
}

}  // namespace ochrec::sema
