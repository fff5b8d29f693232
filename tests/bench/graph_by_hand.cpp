#include "bench/graph_by_hand.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <unordered_map>

namespace ochre_bench {
namespace {

/// A statement for as long as it takes.
class Query {
 public:
  Query(sqlite3* database, const std::string& sql) : database_(database) {
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) fail();
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { sqlite3_finalize(statement_); }

  void bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_, parameter, value); }
  bool next() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
    if (code == SQLITE_DONE) sqlite3_reset(statement_);
    return code == SQLITE_ROW;
  }
  bool null(int column) { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(database_)); }

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

Authors load_authors(sqlite3* database) {
  Authors authors;
  Query query(database, "select id, name from authors order by id");
  while (query.next()) authors.push_back({query.integer(0), query.text(1), {}});
  return authors;
}

template <class Nodes>
std::string id_list(const Nodes& nodes) {
  std::string list = "(";
  for (const auto& node : nodes) list += (list.size() == 1 ? "" : ",") + std::to_string(node.id);
  return list + ")";
}

/// The posts that count, with the place each has among those of its author.
std::string ranked_posts(const std::string& condition) {
  return "(select id, author_id, title, score, row_number() over"
         " (partition by author_id order by score desc, id) as place from posts" +
         condition + ")";
}

}  // namespace

sqlite3* open_by_hand(const std::string& path) {
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) !=
          SQLITE_OK ||
      sqlite3_exec(database, "pragma cache_size=-32768", nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error("cannot open " + path);
  }
  return database;
}

void close_by_hand(sqlite3* database) { sqlite3_close(database); }

Authors load_one_by_one(sqlite3* database, int top) {
  Authors authors = load_authors(database);
  const std::string limit =
      top > 0 ? " order by score desc, id limit " + std::to_string(top) : " order by id";
  Query posts(database, "select id, title, score from posts where author_id = ?" + limit);
  Query comments(database, "select id, text from comments where post_id = ? order by id");
  for (AuthorNode& author : authors) {
    posts.bind(1, author.id);
    while (posts.next()) author.posts.push_back({posts.integer(0), posts.text(1), posts.integer(2), {}});
    for (PostNode& post : author.posts) {
      comments.bind(1, post.id);
      while (comments.next()) post.comments.push_back({comments.integer(0), comments.text(1)});
    }
  }
  return authors;
}

Authors load_by_lists(sqlite3* database, int top) {
  Authors authors = load_authors(database);
  std::unordered_map<std::int64_t, AuthorNode*> author_of;
  for (AuthorNode& author : authors) author_of[author.id] = &author;
  const std::string condition = " where author_id in " + id_list(authors);
  const std::string source = top > 0 ? ranked_posts(condition) + " where place <= " + std::to_string(top) +
                                           " order by author_id, place"
                                     : "posts" + condition + " order by author_id, id";
  Query posts(database, "select id, author_id, title, score from " + source);
  while (posts.next()) {
    author_of[posts.integer(1)]->posts.push_back({posts.integer(0), posts.text(2), posts.integer(3), {}});
  }
  std::unordered_map<std::int64_t, PostNode*> post_of;
  std::string list = "(";
  for (AuthorNode& author : authors) {
    for (PostNode& post : author.posts) {
      post_of[post.id] = &post;
      list += (list.size() == 1 ? "" : ",") + std::to_string(post.id);
    }
  }
  Query comments(
      database, "select id, post_id, text from comments where post_id in " + list + ") order by post_id, id");
  while (comments.next())
    post_of[comments.integer(1)]->comments.push_back({comments.integer(0), comments.text(2)});
  return authors;
}

Authors load_joined(sqlite3* database, int top) {
  const std::string posts = top > 0 ? ranked_posts("") : "posts";
  const std::string condition = top > 0 ? " and p.place <= " + std::to_string(top) : "";
  const std::string order = top > 0 ? "p.place" : "p.id";
  Query query(database,
              "select a.id, a.name, p.id, p.title, p.score, c.id, c.text from authors a"
              " left join " +
                  posts + " p on p.author_id = a.id" + condition +
                  " left join comments c on c.post_id = p.id order by a.id, " + order + ", c.id");
  Authors authors;
  while (query.next()) {
    if (authors.empty() || authors.back().id != query.integer(0))
      authors.push_back({query.integer(0), query.text(1), {}});
    if (query.null(2)) continue;
    std::vector<PostNode>& own = authors.back().posts;
    if (own.empty() || own.back().id != query.integer(2)) {
      own.push_back({query.integer(2), query.text(3), query.integer(4), {}});
    }
    if (!query.null(5)) own.back().comments.push_back({query.integer(5), query.text(6)});
  }
  return authors;
}

}  // namespace ochre_bench
