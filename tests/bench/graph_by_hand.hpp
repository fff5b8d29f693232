// Authors with their posts and the posts' comments, loaded by hand in the three usual ways.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;

namespace ochre_bench {

/// Opens a connection with the settings of tuned code.
sqlite3* open_by_hand(const std::string& path);
void close_by_hand(sqlite3* database);

/// The tree a program would work on.
struct CommentNode {
  std::int64_t id = 0;
  std::string text;
};
struct PostNode {
  std::int64_t id = 0;
  std::string title;
  std::int64_t score = 0;
  std::vector<CommentNode> comments;
};
struct AuthorNode {
  std::int64_t id = 0;
  std::string name;
  std::vector<PostNode> posts;
};
using Authors = std::vector<AuthorNode>;

/// One query per parent. `top` is how many posts of the highest score each author gets; 0 for all.
Authors load_one_by_one(sqlite3* database, int top);
/// One query per level, with the parents' ids as an IN list in its text.
Authors load_by_lists(sqlite3* database, int top);
/// One query that joins all levels.
Authors load_joined(sqlite3* database, int top);

}  // namespace ochre_bench
