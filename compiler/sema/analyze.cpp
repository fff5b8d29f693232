#include "sema/analyze.hpp"

#include <utility>

#include "sema/actions.hpp"
#include "sema/aliases.hpp"
#include "sema/analysis.hpp"
#include "sema/blocks.hpp"
#include "sema/computed.hpp"
#include "sema/declare.hpp"
#include "sema/defaults.hpp"
#include "sema/drafts.hpp"
#include "sema/enums.hpp"
#include "sema/generated_names.hpp"
#include "sema/indexes.hpp"
#include "sema/keys.hpp"
#include "sema/layout.hpp"
#include "sema/other_sides.hpp"
#include "sema/policies.hpp"
#include "sema/postgres_types.hpp"
#include "sema/queries.hpp"
#include "sema/renames.hpp"
#include "sema/soft_delete.hpp"
#include "sema/structs.hpp"
#include "sema/text_forms.hpp"

namespace ochrec::sema {
namespace {

// What a single model says of itself, once its fields have columns.
void settle_model(Analysis& analysis, model::ModelId id) {
  add_computed(analysis, id);
  add_defaults(analysis, id);
  text_is_written_by_programs(analysis, id);
  add_actions(analysis, id);
  add_checks(analysis, id);
  add_indexes(analysis, id);
  add_order(analysis, id);
  add_database_blocks(analysis, id);
  indexes_differ(analysis, id);
  other_types_are_not_computed_with(analysis, id);
}

}  // namespace

model::Schema analyze(const syntax::Program& program, base::Diagnostics& diagnostics) {
  Analysis analysis{program, diagnostics};
  schema_stands_once(analysis);
  declarations_have_different_names(analysis);
  resolve_enums(analysis);
  resolve_aliases(analysis);
  resolve_structs(analysis);
  resolve_actor(analysis);
  if (!draft_models(analysis)) return std::move(analysis.schema);
  resolve_keys(analysis);
  lay_out_models(analysis);
  for (std::uint32_t index = 0; index < analysis.drafts.size(); ++index)
    settle_model(analysis, model::ModelId{index});
  pair_other_sides(analysis);
  for (std::uint32_t index = 0; index < analysis.drafts.size(); ++index)
    settle_soft_delete(analysis, model::ModelId{index});
  for (model::Model& model : analysis.schema.models) index_relation_keys(model);
  resolve_policies(analysis);
  resolve_queries(analysis);
  former_names_are_free(analysis);
  generated_names_differ(analysis);
  return std::move(analysis.schema);
}

}  // namespace ochrec::sema
