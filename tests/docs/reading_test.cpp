// The parts of docs/queries.md that read.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sample.hpp"

using namespace blog;
using ochre::from;

namespace {

std::vector<std::string> titles(const std::vector<Post>& rows) {
  std::vector<std::string> found;
  for (const Post& post : rows) found.push_back(post.title);
  return found;
}

}  // namespace

TEST_CASE("docs: rows and how many") {
  ochre::Database db = docs::sample();
  // [rows]
  auto published = from(posts).where(posts.published);

  std::vector<Post> all = db.all(published);
  std::optional<Post> first = db.first(published.order_by(posts.likes.desc()));
  Post only = db.one(from(posts).where(posts.title == "Draft"));  // throws NotExactlyOne otherwise
  std::int64_t how_many = db.count(published);
  bool any = db.exists(published);
  // [end]
  CHECK(all.size() == 3);
  CHECK(first->title == "Bugs");
  CHECK(only.body.empty());
  CHECK(how_many == 3);
  CHECK(any);
}

TEST_CASE("docs: by key") {
  ochre::Database db = docs::sample();
  const User ada = db.one(from(users).where(users.name == "Ada"));
  const Post engines = db.one(from(posts).where(posts.title == "Engines"));
  // [find]
  std::optional<User> user = db.find(users, ada.id);
  std::optional<PostTag> pair = db.find(post_tags, engines.id, "history");  // the parts of the key, in order
  // [end]
  CHECK(user == ada);
  CHECK(pair);
}

TEST_CASE("docs: conditions") {
  ochre::Database db = docs::sample();
  // [conditions]
  auto popular = from(posts).where(posts.likes >= 5 && posts.published);
  auto grown = from(users).where(users.age.between(18, 65) || users.role == Role::Admin);
  auto unknown = from(users).where(users.age == std::nullopt);  // or users.age.is_null()
  auto some = from(posts).where(posts.title.in({"Notes", "Bugs"}));
  auto others = from(posts).where(!(posts.title == "Notes"));
  auto edited = from(posts).where(posts.editor_id != posts.author_id);
  // [end]
  CHECK(titles(db.all(popular)) == std::vector<std::string>{"Engines", "Bugs"});
  CHECK(db.count(grown) == 2);
  CHECK(db.one(unknown).name == "Bob");
  CHECK(db.count(some) == 2);
  CHECK(db.count(others) == 3);
  CHECK(db.one(edited).title == "Draft");
}

TEST_CASE("docs: order and part") {
  ochre::Database db = docs::sample();
  // [order]
  auto ranking = from(posts).order_by(posts.likes.desc(), posts.title.asc());
  auto second_page = ranking.limit(2).offset(2);
  auto youngest = from(users).order_by(users.age.asc().nulls_first());  // NULLs come last otherwise
  // [end]
  CHECK(titles(db.all(second_page)) == std::vector<std::string>{"Notes", "Draft"});
  CHECK(db.first(youngest)->name == "Bob");
}

TEST_CASE("docs: optional filters") {
  ochre::Database db = docs::sample();
  const struct {
    std::optional<std::string> title;
    bool drafts = false;
  } filter{"Notes", false};
  // [where_if]
  auto found = from(posts)
                   .where_if(filter.title, [](const std::string& title) { return posts.title == title; })
                   .where_if(!filter.drafts, posts.published);
  // [end]
  CHECK(titles(db.all(found)) == std::vector<std::string>{"Notes"});
}

TEST_CASE("docs: pages") {
  ochre::Database db = docs::sample();
  // [pages]
  auto ranking = from(posts).order_by(posts.likes.desc());
  ochre::Page<Post> page = db.page(ranking, {.size = 3});
  ochre::Page<Post> last = db.page(ranking, {.size = 3, .after = page.next});
  // [end]
  CHECK(titles(page.rows) == std::vector<std::string>{"Bugs", "Engines", "Notes"});
  CHECK(titles(last.rows) == std::vector<std::string>{"Draft"});
  CHECK(last.next.empty());
}
