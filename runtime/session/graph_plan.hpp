// Which levels a graph loads: the include chains of a query, merged where they begin alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"

namespace ochre::session {

/// One relation to load for all rows of another level. Its clauses are a part of the query's shape.
struct PlannedLevel {
  std::size_t parent = 0;  ///< the level whose rows are the parents; 0 is the query itself
  const ModelInfo* owner = nullptr;
  const RelationInfo* relation = nullptr;
  std::uint8_t number = 0;  ///< of the relation
  std::size_t clauses_start = 0;
  std::size_t clauses_size = 0;
  std::uint32_t clauses_binding = 0;
  std::size_t depth = 1;
};

/// Levels in the order to load them; level i + 1 of the graph is plan[i]. Throws Error when two chains want
/// the same relation of the same rows with different conditions, and StatementFailed for chains that do not
/// fit the model.
std::vector<PlannedLevel> plan_graph(const Fragment& includes, const ModelInfo& root);

}  // namespace ochre::session
