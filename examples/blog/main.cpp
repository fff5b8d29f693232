// The tutorial of Ochre's README: a blog in one SQLite file. Each part between square brackets is quoted
// there.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "blog/models.hpp"

namespace {

using namespace blog;
using ochre::from;

/// A first user, and what inserting gives back: the row as stored, with key, defaults and times.
User insert_ada(ochre::Database& db) {
  // [insert]
  User ada = db.insert(NewUser{.email = "ada@example.com", .name = "Ada", .age = 36, .role = Role::Author});
  std::printf("%s has key %lld\n", ada.name.c_str(), static_cast<long long>(ada.id));
  // [end]
  return ada;
}

void find_users(ochre::Database& db, const User& ada) {
  // [find]
  std::optional<User> same = db.find(users, ada.id);  // by key
  std::optional<User> nobody = db.first(from(users).where(users.name == "Nobody"));
  std::printf("found: %s, nobody: %s\n", same == ada ? "Ada" : "?", nobody ? "?" : "no one");
  // [end]
}

void write_posts(ochre::Database& db, const User& ada) {
  // [bulk]
  std::vector<NewPost> drafts;
  for (int number = 1; number <= 5; ++number) {
    drafts.push_back({.author_id = ada.id, .title = "Note " + std::to_string(number), .body = "On engines."});
  }
  db.insert(posts, drafts);  // many rows, few statements
  // [end]
}

void query_posts(ochre::Database& db, const User& ada) {
  // [query]
  auto by_ada = from(posts).where(posts.author_id == ada.id && posts.title != "Note 3");
  std::vector<Post> latest = db.all(by_ada.order_by(posts.title.desc()).limit(2));
  for (const Post& post : latest) std::printf("%s\n", post.title.c_str());
  std::printf("%lld in all\n", static_cast<long long>(db.count(by_ada)));
  // [end]
}

void change_posts(ochre::Database& db, User& ada) {
  // [update]
  ada.name = "Ada Lovelace";
  db.update(ada);  // one row, by its key
  auto drafts = from(posts).where(posts.author_id == ada.id && !posts.published);
  auto changed = db.update(drafts.set(posts.published, true).set(posts.likes, posts.likes + 1));
  auto erased = db.erase(from(posts).where(posts.title == "Note 5"));
  std::printf("%lld published, %lld erased\n", static_cast<long long>(changed),
              static_cast<long long>(erased));
  // [end]
}

void join_users(ochre::Database& db) {
  // [transaction]
  db.transaction([&](ochre::Transaction& tx) {  // commits on return, rolls back on throw
    User grace = tx.insert(NewUser{.email = "grace@example.com", .name = "Grace"});
    tx.insert(NewProfile{.user_id = grace.id, .bio = "Found the first bug."});
    try {
      tx.transaction([&](ochre::Transaction& inner) {  // nested: a savepoint
        inner.insert(NewUser{.email = "bob@example.com", .name = "Bob"});
        inner.insert(NewUser{.email = "grace@example.com", .name = "Impostor"});
      });
    } catch (const ochre::UniqueViolation& taken) {  // Bob went with the savepoint, Grace stays
      std::printf("%s.%s is taken\n", taken.table().c_str(), taken.columns().front().c_str());
    }
  });
  std::printf("%lld users\n", static_cast<long long>(db.count(users)));
  // [end]
}

void make_mistakes(ochre::Database& db) {
  // [mistakes]
  try {
    db.insert(NewUser{.email = "kid@example.com", .name = "", .age = 14, .role = Role::Author});
  } catch (const ochre::ValidationFailed& wrong) {  // before the database sees it, and all at once
    std::printf("%s\n", wrong.what());
  }
  // [end]
}

void tag_posts(ochre::Database& db) {
  // [tags]
  db.insert(NewTag{.name = "engines"});
  for (const Post& post : db.all(from(posts).where(posts.published))) {
    db.insert(NewPostTag{.post_id = post.id, .tag_name = "engines"});  // the join table is a model, too
  }
  std::printf("%lld tagged\n", static_cast<long long>(db.count(post_tags)));
  // [end]
}

void fill(ochre::Database& db) {
  User ada = insert_ada(db);
  find_users(db, ada);
  write_posts(db, ada);
  query_posts(db, ada);
  change_posts(db, ada);
  join_users(db);
  make_mistakes(db);
  tag_posts(db);
}

void show(ochre::Database& db) {
  for (const User& user : db.all(from(users).order_by(users.name.asc()))) {
    const auto written = db.count(from(posts).where(posts.author_id == user.id));
    std::printf("%s (%s): %lld posts\n", user.name.c_str(), std::string(to_string(user.role)).c_str(),
                static_cast<long long>(written));
  }
}

}  // namespace

int main(int count, char** values) {
  const char* url = count > 1 ? values[1] : "sqlite::memory:";
  try {
    // [open]
    ochre::Database db = blog::open(url);  // such as "sqlite:blog.db"
    db.create_missing();                   // the tables, where they are not there yet
    // [end]
    if (!db.exists(from(users))) fill(db);
    show(db);
    return 0;
  } catch (const ochre::Error& error) {
    std::fprintf(stderr, "blog: %s\n", error.what());
    return 1;
  }
}
