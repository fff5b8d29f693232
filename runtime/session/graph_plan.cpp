#include "session/graph_plan.hpp"

#include <string>

#include "ochre/errors.hpp"
#include "query/scope.hpp"
#include "query/tree.hpp"

namespace ochre::session {
namespace {

class Planner {
 public:
  explicit Planner(const ModelInfo& root) : root_(root) {}

  void add(const query::IncludeChain& chain) {
    std::size_t parent = 0;
    const ModelInfo* owner = &root_;
    for (const query::IncludeLevel& step : chain) {
      if (&query::model_at(step.owner) != owner)
        throw StatementFailed("A step of an include does not begin where the last one ends.");
      parent = level(parent, *owner, step);
      owner = levels_[parent - 1].relation->target;
    }
  }

  std::vector<PlannedLevel> levels_;

 private:
  /// The number of the level for a step, which may be there already.
  std::size_t level(std::size_t parent, const ModelInfo& owner, const query::IncludeLevel& step) {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      PlannedLevel& known = levels_[i];
      if (known.parent != parent || known.number != step.relation) continue;
      if (step.size != 0) use_clauses(known, step);
      return i + 1;
    }
    PlannedLevel added;
    added.parent = parent;
    added.owner = &owner;
    added.relation = &query::relation_of(owner, step.relation);
    added.number = step.relation;
    added.depth = parent == 0 ? 1 : levels_[parent - 1].depth + 1;
    use_clauses(added, step);
    levels_.push_back(added);
    return levels_.size();
  }

  static void use_clauses(PlannedLevel& level, const query::IncludeLevel& step) {
    if (level.clauses_size != 0) {
      throw Error("The relation " + std::string(level.owner->name) + "." + std::string(level.relation->name) +
                  " is included twice with conditions; state them once, and name it bare in other chains.");
    }
    level.clauses_start = step.start;
    level.clauses_size = step.size;
    level.clauses_binding = step.binding;
  }

  const ModelInfo& root_;
};

}  // namespace

std::vector<PlannedLevel> plan_graph(const Fragment& includes, const ModelInfo& root) {
  const query::Select select = query::read_select(includes);
  Planner planner(root);
  for (const query::IncludeChain& chain : select.includes) planner.add(chain);
  return std::move(planner.levels_);
}

}  // namespace ochre::session
