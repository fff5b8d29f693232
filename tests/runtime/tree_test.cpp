// Graphs over a relation of a model with itself, and how many statements a graph takes.
#include <catch2/catch.hpp>

#include "database.hpp"
#include "wiki/models.hpp"

using ochre::from;
using wiki::NewTopic;
using wiki::Topic;
using wiki::topics;

namespace {

/// Counts the statements that ran.
void count_one(void* context, const ochre::StatementReport&) { ++*static_cast<int*>(context); }

/// All: Arts (Music (Song), Paint), Bees.
struct Tree {
  int statements = 0;
  ochre::Database db = wiki::open("sqlite::memory:", {.on_statement = {count_one, &statements}});
  Topic all, arts, music;

  Tree() {
    db.create_missing();
    all = add("All", std::nullopt);
    arts = add("Arts", all.id);
    add("Bees", all.id);
    music = add("Music", arts.id);
    add("Paint", arts.id);
    add("Song", music.id);
  }
  Topic add(const char* name, std::optional<std::int64_t> parent) {
    return db.insert(NewTopic{.name = name, .parent_id = parent});
  }
};

template <class Graph>
std::string children(const Graph& graph, const Topic& topic) {
  std::string out;
  for (const Topic& child : graph.of(topic, topics.children)) out += child.name + " ";
  return out;
}

}  // namespace

TEST_CASE_METHOD(Tree, "a graph goes down a tree, as deep as it was asked to") {
  const auto graph =
      db.graph(from(topics).where(topics.name == "All").include(topics.children, topics.children));
  REQUIRE(graph.size() == 1);
  CHECK(children(graph, graph[0]) == "Arts Bees ");
  const auto second = graph.of(graph[0], topics.children);
  CHECK(children(graph, second[0]) == "Music Paint ");
  CHECK(children(graph, second[1]).empty());
  const auto third = graph.of(second[0], topics.children);
  CHECK_THROWS_AS(graph.of(third[0], topics.children), ochre::Error);  // nobody asked for a third level
}

TEST_CASE_METHOD(Tree, "a graph goes up a tree, and both ways") {
  const auto up = db.graph(from(topics).where(topics.name == "Song").include(topics.parent, topics.parent));
  const Topic* parent = up.of(up[0], topics.parent);
  REQUIRE(parent != nullptr);
  CHECK(*parent == music);
  CHECK(*up.of(*parent, topics.parent) == arts);

  const auto both = db.graph(from(topics)
                                 .where(topics.name == "Arts")
                                 .include(topics.parent)
                                 .include(topics.children, topics.parent));
  CHECK(*both.of(both[0], topics.parent) == all);
  CHECK(*both.of(both.of(both[0], topics.children)[1], topics.parent) == arts);
}

TEST_CASE_METHOD(Tree, "a cycle of rows ends where the chain of relations does") {
  all.parent_id = music.id;
  db.update(all);
  const auto graph =
      db.graph(from(topics).where(topics.id == all.id).include(topics.parent, topics.parent, topics.parent));
  const Topic* topic = &graph[0];
  std::string names;
  for (int i = 0; i < 3; ++i) {
    topic = graph.of(*topic, topics.parent);
    REQUIRE(topic != nullptr);
    names += topic->name + " ";
  }
  CHECK(names == "Music Arts All ");
}

TEST_CASE_METHOD(Tree, "a graph takes one statement for its roots and one for each level") {
  const auto statements_of = [&](const auto& query) {
    statements = 0;
    db.graph(query);
    return statements;
  };
  const auto measured = [&] {
    return std::vector<int>{
        statements_of(from(topics).include(topics.children)),
        statements_of(from(topics).include(topics.children, topics.children)),
        statements_of(from(topics).include(topics.children).include(topics.parent)),
        statements_of(
            from(topics).include(topics.children, topics.children).include(topics.children, topics.parent))};
  };
  CHECK(measured() == std::vector<int>{2, 3, 3, 4});
  db.transaction([&](ochre::Transaction& tx) {
    for (int i = 0; i < 300; ++i) tx.insert(NewTopic{.name = "more", .parent_id = 1 + i});
  });
  CHECK(measured() == std::vector<int>{2, 3, 3, 4});
}
