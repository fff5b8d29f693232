// Loading graphs: the query, then one query per included relation for all of its parents.
#include "ochre/graph.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include "ochre/errors.hpp"
#include "query/render.hpp"
#include "session/graph_blocks.hpp"
#include "session/graph_plan.hpp"
#include "session/key_list.hpp"
#include "session/state.hpp"

namespace ochre {
namespace session {
namespace {

class GraphLoader {
 public:
  GraphLoader(Channel& channel, const Fragment& includes, const Budget& budget)
      : channel_(channel), includes_(includes), budget_(budget) {}

  void load(const Fragment& query, const ModelInfo& root) {
    const auto plan = plan_graph(includes_, root);
    add_block(root);
    run(query, root, graph_->blocks[0]->rows());
    count_rows(graph_->blocks[0]->size());
    for (const PlannedLevel& level : plan) {
      if (budget_.depth > 0 && static_cast<std::int64_t>(level.depth) > budget_.depth)
        exceeded("relations deep", budget_.depth);
      load(level);
    }
  }

  std::unique_ptr<GraphBlocks> take() { return std::move(graph_); }

 private:
  void load(const PlannedLevel& level) {
    const Block& parents = *graph_->blocks[level.parent];
    const RelationInfo& relation = *level.relation;
    Block& targets = add_block(*relation.target);
    auto edges = std::make_unique<Edges>();
    edges->parents = &parents;
    edges->targets = &targets;
    edges->relation = level.number;
    edges->first.assign(parents.size(), 0);
    edges->count.assign(parents.size(), 0);

    const KeyList keys(parents, relation.columns);
    if (keys.size() > 0) {
      const Fragment query = level_query(level, keys);
      if (relation.through) {
        load_links(query, relation, keys, targets, *edges);
      } else {
        run(query, *relation.target, targets.rows());
        match_rows(relation, keys, targets, *edges);
      }
    }
    count_rows(targets.size());
    count_edges(*edges);
    graph_->edges.push_back(std::move(edges));
  }

  Fragment level_query(const PlannedLevel& level, const KeyList& keys) const {
    Fragment query;
    query.source(Path{level.relation->target});
    query.op(Op::From);
    query.append_part(includes_, level.clauses_start, level.clauses_size, level.clauses_binding);
    query.source(Path{level.owner});
    keys.bind(query);
    query.op(Op::KeyLevel, level.number, static_cast<std::uint8_t>(level.relation->columns.size()));
    return query;
  }

  void run(const Fragment& query, const ModelInfo& model, void* rows) {
    StatementUse statement = channel_.query(query, query::Purpose::Select);
    statement.read_all(query.values(), model, detail::codec_of(model, channel_.dialect()), rows);
  }

  /// Rows arrive in the order of the keys, so the rows of a key are next to each other.
  static void match_rows(const RelationInfo& relation, const KeyList& keys, const Block& targets,
                         Edges& edges) {
    std::vector<std::uint32_t> first(keys.size(), 0);
    std::vector<std::uint32_t> count(keys.size(), 0);
    std::size_t key = 0;
    for (std::size_t row = 0; row < targets.size(); ++row) {
      while (!keys.equals(key, targets, row, relation.target_columns)) {
        if (++key == keys.size()) throw Corrupt("A level of the graph came back in an unexpected order.");
      }
      if (count[key]++ == 0) first[key] = static_cast<std::uint32_t>(row);
    }
    spread(keys, first, count, edges);
  }

  /// From keys to the parents that have them.
  static void spread(const KeyList& keys, const std::vector<std::uint32_t>& first,
                     const std::vector<std::uint32_t>& count, Edges& edges) {
    for (std::size_t parent = 0; parent < edges.first.size(); ++parent) {
      const std::size_t key = keys.of_parent(parent);
      if (key == KeyList::none) continue;
      edges.first[parent] = first[key];
      edges.count[parent] = count[key];
    }
  }

  struct LinkReading {
    const RowCodec& codec;
    const ModelInfo& model;
    Block& targets;
    Edges& edges;
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> count;
    std::unordered_map<std::string, std::uint32_t> known;

    static bool visit(void* context, Row& row) {
      static_cast<LinkReading*>(context)->read(row);
      return true;
    }

    void read(Row& row) {
      const std::string key = key_bytes(row, model);
      const auto [entry, is_new] = known.try_emplace(key, static_cast<std::uint32_t>(known.size()));
      if (is_new) row.model(codec, 0, model.row.add_row(targets.rows()));
      Value position;
      row.cells(static_cast<int>(model.columns.size()), View(&position, 1));
      const auto number = static_cast<std::size_t>(position.integer - 1);
      if (count[number]++ == 0) first[number] = static_cast<std::uint32_t>(edges.links.size());
      edges.links.push_back(entry->second);
    }
  };

  /// Each link brings its target's columns; a target is read when it is met first.
  void load_links(const Fragment& query, const RelationInfo& relation, const KeyList& keys, Block& targets,
                  Edges& edges) {
    LinkReading reading{detail::codec_of(*relation.target, channel_.dialect()),
                        *relation.target,
                        targets,
                        edges,
                        std::vector<std::uint32_t>(keys.size(), 0),
                        std::vector<std::uint32_t>(keys.size(), 0),
                        {}};
    channel_.query(query, query::Purpose::Select).each(query.values(), {LinkReading::visit, &reading});
    spread(keys, reading.first, reading.count, edges);
  }

  Block& add_block(const ModelInfo& model) {
    return *graph_->blocks.emplace_back(std::make_unique<Block>(model));
  }

  void count_rows(std::size_t rows) {
    rows_ += static_cast<std::int64_t>(rows);
    if (budget_.rows > 0 && rows_ > budget_.rows) exceeded("rows", budget_.rows);
  }
  void count_edges(const Edges& edges) {
    edges_ += std::accumulate(edges.count.begin(), edges.count.end(), std::int64_t{0});
    if (budget_.edges > 0 && edges_ > budget_.edges) exceeded("edges", budget_.edges);
  }
  [[noreturn]] static void exceeded(const char* what, std::int64_t limit) {
    throw BudgetExceeded("The graph is more than " + std::to_string(limit) + " " + what +
                         "; narrow the query or raise its Budget.");
  }

  Channel& channel_;
  const Fragment& includes_;
  const Budget& budget_;
  std::unique_ptr<GraphBlocks> graph_ = std::make_unique<GraphBlocks>();
  std::int64_t rows_ = 0;
  std::int64_t edges_ = 0;
};

}  // namespace
}  // namespace session

GraphStore Session::load_graph(const Fragment& query, const Fragment& includes, const ModelInfo& root,
                               const Budget& budget) const {
  // One transaction, so that all levels see the same state of the database.
  TransactionScope scope(state_, BeginMode::Deferred);
  session::Lease lease(*state_, channel_, session::Access::Read);
  session::GraphLoader loader(*lease, includes, budget);
  loader.load(query, root);
  scope.commit();
  return GraphStore(loader.take().release());
}

}  // namespace ochre
