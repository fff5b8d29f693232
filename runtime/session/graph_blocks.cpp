#include "session/graph_blocks.hpp"

#include <functional>
#include <string>

#include "ochre/errors.hpp"

namespace ochre {
namespace session {
namespace {

struct Found {
  const Edges* edges;
  std::size_t parent;
};

/// The edges of a relation whose parents include `row`. The relation's number alone does not do: one graph
/// may load it for several blocks of the same model.
Found find_edges(const GraphBlocks& graph, const ModelInfo& model, const void* row,
                 const RelationRef& relation) {
  bool included = false;
  for (const auto& edges : graph.edges) {
    if (edges->relation != relation.index || &edges->parents->model() != &model) continue;
    included = true;
    const std::size_t index = edges->parents->index_of(row);
    if (index < edges->parents->size()) return {edges.get(), index};
  }
  const std::string name = std::string(model.name) + "." + std::string(model.relations[relation.index].name);
  if (!included) throw Error("The graph did not include " + name + "; add it to the query's include().");
  throw Error("This row is not one of the graph's parents of " + name +
              ": use the graph's own row, not a copy.");
}

}  // namespace

std::size_t Block::index_of(const void* row) const {
  const std::byte* first = this->row(0);
  const auto* at = static_cast<const std::byte*>(row);
  // std::less orders pointers into different blocks, which `<` need not.
  if (std::less<>()(at, first) || !std::less<>()(at, first + size() * model_->row.row_size)) return size();
  return static_cast<std::size_t>(at - first) / model_->row.row_size;
}

}  // namespace session

GraphStore::~GraphStore() { delete blocks_; }

const void* GraphStore::root() const { return blocks_->blocks.front()->rows(); }

GraphStore::Rows GraphStore::many(const ModelInfo& model, const void* parent,
                                  const RelationRef& relation) const {
  const auto [edges, index] = session::find_edges(*blocks_, model, parent, relation);
  if (edges->count[index] == 0) return {};
  return {edges->targets->row(edges->first[index]), edges->count[index]};
}

const void* GraphStore::one(const ModelInfo& model, const void* parent, const RelationRef& relation) const {
  return many(model, parent, relation).first;
}

View<const std::uint32_t> GraphStore::links(const ModelInfo& model, const void* parent,
                                            const RelationRef& relation, const void*& rows) const {
  const auto [edges, index] = session::find_edges(*blocks_, model, parent, relation);
  rows = edges->targets->row(0);
  return {edges->links.data() + edges->first[index], edges->count[index]};
}

}  // namespace ochre
