#include "sema/policies.hpp"

#include <algorithm>
#include <array>

#include "sema/codes.hpp"
#include "sema/expressions.hpp"
#include "sema/fields.hpp"
#include "sema/foreign.hpp"
#include "sema/models.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

constexpr std::array<std::string_view, 4> operations = {"read", "create", "update", "delete"};
constexpr unsigned every_operation = 0b1111;

unsigned operation_bits(Analysis& analysis, const ast::Policy& written) {
  if (written.operations.empty()) return every_operation;
  unsigned bits = 0;
  for (const ast::Name& name : written.operations) {
    const auto* found = std::find(operations.begin(), operations.end(), name.text);
    if (found == operations.end()) {
      base::Diagnostic& finding =
          analysis.report(codes::unknown_operation, name.span, "there is no operation " + quoted(name.text));
      if (!explain_foreign(Foreign::Operation, finding, name))
        suggest(analysis, finding, name,
                [] { return std::vector<std::string>(operations.begin(), operations.end()); });
      if (finding.help.empty())
        finding.with_help("the operations are `read`, `create`, `update` and `delete`");
      continue;
    }
    const unsigned bit = 1U << static_cast<unsigned>(found - operations.begin());
    if ((bits & bit) != 0)
      analysis.report(codes::unknown_operation, name.span, quoted(name.text) + " stands in this list already")
          .with_fix({name.span.file, (&name - 1)->span.end, name.span.end}, "");
    bits |= bit;
  }
  return bits;
}

void policy_names_differ(Analysis& analysis, std::unordered_map<std::string, base::Span>& names,
                         model::ModelId id, const ast::Policy& written) {
  const std::string key =
      std::to_string(static_cast<std::uint32_t>(id)) + " " + lower_case(written.name.text);
  const auto [first, added] = names.emplace(key, written.name.span);
  if (!added)
    analysis
        .report(codes::policy_twice, written.name.span,
                quoted(analysis.name_of(id)) + " already has a policy " + quoted(written.name.text))
        .with_related(first->second, "first declared here");
}

void something_is_granted(Analysis& analysis) {
  std::vector<const model::Policy*> restricting(analysis.schema.models.size(), nullptr);
  std::vector<bool> granted(analysis.schema.models.size(), false);
  for (const model::Policy& policy : analysis.schema.policies) {
    const auto index = static_cast<std::size_t>(policy.model);
    if (!policy.restrictive)
      granted[index] = true;
    else if (restricting[index] == nullptr)
      restricting[index] = &policy;
  }
  for (std::size_t index = 0; index < granted.size(); ++index)
    if (restricting[index] != nullptr && !granted[index])
      analysis
          .report(codes::nothing_granted, restricting[index]->span,
                  quoted(analysis.schema.models[index].name) +
                      " has only restricting policies, so nothing is allowed at all")
          .with_help("add a policy without `restrict` that grants something");
}

}  // namespace

void resolve_actor(Analysis& analysis) {
  const ast::Actor* written = analysis.declared.actor;
  if (written == nullptr) return;
  model::Actor actor;
  actor.doc = written->doc.text;
  actor.span = written->keyword_span;
  FieldNames names;
  for (const ast::Field& field : written->fields) {
    attributes_at(analysis, field.attributes, Place::Nothing, "a field of the actor");
    if (!field_names_differ(analysis, field.name, names)) continue;
    if (const auto meaning = value_meaning(analysis, field.type, codes::query_type, "a field of the actor"))
      actor.fields.push_back({field.name.text, meaning->type});
  }
  analysis.schema.actor = std::move(actor);
}

void resolve_policies(Analysis& analysis) {
  std::unordered_map<std::string, base::Span> names;
  for (const ast::Policy* written : analysis.declared.policies) {
    const auto id = model_is_declared(analysis, written->model);
    const unsigned bits = operation_bits(analysis, *written);
    if (!id) continue;
    policy_names_differ(analysis, names, *id, *written);
    auto condition = Typing(analysis, *id, Where::Policy).condition(written->condition);
    if (!condition) continue;
    model::Policy policy;
    policy.name = written->name.text;
    policy.model = *id;
    policy.operations = bits;
    policy.restrictive = written->restrict;
    policy.condition = std::move(*condition);
    policy.span = written->name.span;
    analysis.schema.policies.push_back(std::move(policy));
  }
  if (!analysis.diagnostics.has_errors()) something_is_granted(analysis);
}

}  // namespace ochrec::sema
