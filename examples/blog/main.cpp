// The tutorial of Ochre's README: a blog in one SQLite file. The parts between square brackets are quoted
// there.
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "blog/models.hpp"

namespace {

using namespace blog;
using ochre::from;

/// A first user. An insert gives back the row as stored, with key, defaults and times.
User insert_ada(ochre::Database& db) {
  // [insert]
  User ada = db.insert(NewUser{.email = "Ada@example.com", .name = " Ada ", .age = 36, .role = Role::Author});
  std::cout << ada.name << " <" << ada.email << "> has key " << ada.id << "\n";
  // [end]
  return ada;
}

void find_users(ochre::Database& db, const User& ada) {
  // [find]
  std::optional<User> same = db.find(users, ada.id);
  std::optional<User> nobody = db.first(from(users).where(users.name == "Nobody"));
  std::cout << same.has_value() << " " << nobody.has_value() << "\n";
  // [end]
}

void write_posts(ochre::Database& db, const User& ada) {
  // [bulk]
  std::vector<NewPost> drafts;
  for (const char* title : {"Notes A", "Notes B", "Notes C", "Notes D"}) {
    drafts.push_back({.author_id = ada.id, .title = title, .body = "It weaves algebraical patterns."});
  }
  db.insert(posts, drafts);  // many rows, few statements
  // [end]
}

void query_posts(ochre::Database& db, const User& ada) {
  // [query]
  auto by_ada = from(posts).where(posts.author_id == ada.id && posts.title != "Notes C");
  std::vector<Post> last = db.all(by_ada.order_by(posts.title.desc()).limit(2));
  for (const Post& post : last) std::cout << post.title << ", about " << post.words << " words\n";
  std::cout << db.count(by_ada) << " in all\n";
  // [end]
}

void change_posts(ochre::Database& db, User& ada) {
  // [update]
  ada.name = "Ada Lovelace";
  db.update(ada);  // by its key

  auto drafts = from(posts).where(posts.author_id == ada.id && !posts.published);
  std::cout << db.update(drafts.set(posts.published, true).set(posts.likes, posts.likes + 1))
            << " published, ";
  std::cout << db.erase(from(posts).where(posts.title == "Notes D")) << " erased\n";
  // [end]
}

void join_users(ochre::Database& db) {
  // [transaction]
  db.transaction([&](ochre::Transaction& tx) {
    User grace = tx.insert(NewUser{.email = "grace@example.com", .name = "Grace"});
    tx.insert(NewProfile{.user_id = grace.id, .bio = "Found the first bug."});
    try {
      tx.transaction([&](ochre::Transaction& inner) {
        inner.insert(NewUser{.email = "bob@example.com", .name = "Bob"});
        inner.insert(NewUser{.email = "grace@example.com", .name = "Impostor"});
      });
    } catch (const ochre::UniqueViolation& taken) {  // Bob is gone with the savepoint, Grace stays
      std::cout << taken.table() << "." << taken.columns().front() << " is taken\n";
    }
  });
  std::cout << db.count(users) << " users\n";
  // [end]
}

void make_mistakes(ochre::Database& db) {
  // [mistakes]
  try {
    db.insert(NewUser{.email = "kid", .name = "", .age = 14, .role = Role::Author});
  } catch (const ochre::ValidationFailed& wrong) {
    std::cout << wrong.what() << "\n";
  }
  // [end]
}

void tag_posts(ochre::Database& db) {
  // [tags]
  Tag engines = db.insert(NewTag{.name = "engines"});
  for (const Post& post : db.all(from(posts).where(posts.title < "Notes C")))
    db.link(post, posts.tags, engines);
  std::cout << db.count(from(posts).where(posts.tags.any(tags.name == "engines"))) << " about engines\n";
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
  // [graph]
  auto everyone = from(users).order_by(users.name);
  auto graph = db.graph(everyone.include(users.posts.order_by(posts.title).limit(3), posts.tags));
  for (const User& user : graph) {
    std::cout << user.name << ":";
    for (const Post& post : graph.of(user, users.posts)) {
      std::cout << " " << post.title;
      for (const Tag& tag : graph.of(post, posts.tags)) std::cout << " #" << tag.name;
    }
    std::cout << "\n";
  }
  // [end]
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
    std::cerr << "blog: " << error.what() << "\n";
    return 1;
  }
}
