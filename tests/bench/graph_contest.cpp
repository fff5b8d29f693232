#include "bench/graph_contest.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>

#include "bench/graph_by_hand.hpp"
#include "bench/models.hpp"
#include "support/temporary_folder.hpp"

namespace ochre_bench {
namespace {

using bench::authors;
using bench::comments;
using bench::posts;
using ochre::from;

constexpr int author_count = 100;
constexpr int comments_per_post = 4;
constexpr int rounds = 5;  // loads per measurement

void fill(ochre::Database& database, int posts_per_author) {
  std::vector<bench::NewAuthor> new_authors;
  std::vector<bench::NewPost> new_posts;
  std::vector<bench::NewComment> new_comments;
  for (std::int64_t author = 1; author <= author_count; ++author) {
    new_authors.push_back({.name = "Author number " + std::to_string(author)});
  }
  for (std::int64_t post = 0; post < std::int64_t{author_count} * posts_per_author; ++post) {
    new_posts.push_back({.author_id = 1 + post % author_count,  // an author's posts lie apart, as in life
                         .title = "A title of some length " + std::to_string(post),
                         .score = post * 7919 % 1000});
    for (int i = 0; i < comments_per_post; ++i) {
      new_comments.push_back(
          {.post_id = post + 1, .text = "What somebody thinks of it " + std::to_string(i)});
    }
  }
  database.insert(authors, std::span<const bench::NewAuthor>(new_authors));
  database.insert(posts, std::span<const bench::NewPost>(new_posts));
  database.insert(comments, std::span<const bench::NewComment>(new_comments));
}

/// Adds up what a tree holds; the same for all ways to load it.
std::uint64_t weight(const Authors& tree) {
  std::uint64_t sum = tree.size();
  for (const AuthorNode& author : tree) {
    for (const PostNode& post : author.posts) {
      sum = sum * 31 + static_cast<std::uint64_t>(post.id) + post.title.size();
      for (const CommentNode& comment : post.comments)
        sum += static_cast<std::uint64_t>(comment.id) + comment.text.size();
    }
  }
  return sum;
}

std::uint64_t load_with_ochre(const ochre::Database& database, int top) {
  const auto all = from(authors).order_by(authors.id.asc());
  const auto graph =
      top > 0
          ? database.graph(all.include(authors.posts.order_by(posts.score.desc(), posts.id.asc()).limit(top))
                               .include(authors.posts, posts.comments))
          : database.graph(all.include(authors.posts).include(authors.posts, posts.comments));
  std::uint64_t sum = graph.size();
  for (const bench::Author& author : graph) {
    for (const bench::Post& post : graph.of(author, authors.posts)) {
      sum = sum * 31 + static_cast<std::uint64_t>(post.id) + post.title.size();
      for (const bench::Comment& comment : graph.of(post, posts.comments)) {
        sum += static_cast<std::uint64_t>(comment.id) + comment.text.size();
      }
    }
  }
  return sum;
}

/// One size of graph, all ways.
GraphResult measure(const ochre::Database& database, sqlite3* by_hand, GraphResult shape, int repetitions,
                    Clock clock) {
  const std::uint64_t expected = weight(load_one_by_one(by_hand, shape.top));
  const auto loads = [&](auto load) {
    return [load, expected] {
      for (int i = 0; i < rounds; ++i) {
        if (load() != expected) throw std::runtime_error("the ways to load a graph disagree");
      }
    };
  };
  const std::vector<double> times = race(repetitions, clock,
                                         {loads([&] { return weight(load_one_by_one(by_hand, shape.top)); }),
                                          loads([&] { return weight(load_by_lists(by_hand, shape.top)); }),
                                          loads([&] { return weight(load_joined(by_hand, shape.top)); }),
                                          loads([&] { return load_with_ochre(database, shape.top); })});
  constexpr double microseconds = 1e3 * rounds;
  shape.one_by_one = times[0] / microseconds;
  shape.lists = times[1] / microseconds;
  shape.joined = times[2] / microseconds;
  shape.ochre = times[3] / microseconds;
  return shape;
}

}  // namespace

std::vector<GraphResult> run_graph_contest(int repetitions, Clock clock, const std::string& directory) {
  std::vector<GraphResult> results;
  for (const int posts_per_author : {5, 50}) {
    const ochre_test::TemporaryFolder folder(directory);
    const std::string file = (folder.path() / "graph.db").string();
    ochre::Database database = bench::open("sqlite:" + file);
    database.create_missing();
    fill(database, posts_per_author);
    sqlite3* by_hand = open_by_hand(file);
    for (const int top : {0, 5}) {
      results.push_back(
          measure(database, by_hand, {.posts = posts_per_author, .top = top}, repetitions, clock));
    }
    close_by_hand(by_hand);
  }
  return results;
}

double GraphResult::ratio() const { return ochre / std::min({one_by_one, lists, joined}); }

void print_table(std::FILE* out, const std::vector<GraphResult>& results) {
  std::fprintf(out, "%-44s %10s %10s %10s %10s | %6s %5s\n", "graph, microseconds", "one by one", "IN lists",
               "JOIN", "ochre", "ratio", "goal");
  for (const GraphResult& result : results) {
    const std::string top = result.top > 0 ? ", top " + std::to_string(result.top) : "";
    const std::string shape =
        "100 authors, " + std::to_string(result.posts) + " posts each" + top + ", 4 comments";
    std::fprintf(out, "%-44s %10.0f %10.0f %10.0f %10.0f | %6.2f %5.2f\n", shape.c_str(), result.one_by_one,
                 result.lists, result.joined, result.ochre, result.ratio(), GraphResult::goal);
  }
}

void to_json(nlohmann::ordered_json& out, const GraphResult& result) {
  out = {{"posts", result.posts},   {"top", result.top},        {"one_by_one", result.one_by_one},
         {"lists", result.lists},   {"joined", result.joined},  {"ochre", result.ochre},
         {"ratio", result.ratio()}, {"goal", GraphResult::goal}};
}

}  // namespace ochre_bench
