// The rows that the examples of docs/queries.md ask about.
#pragma once

#include "blog/models.hpp"

namespace docs {

/// A blog in memory: Ada (author, two published posts and a draft), Grace (admin, one post), and Bob, a
/// reader.
inline ochre::Database sample() {
  using namespace blog;
  ochre::Database db = blog::open("sqlite::memory:");
  db.create_missing();
  const User ada =
      db.insert(NewUser{.email = "ada@example.com", .name = "Ada", .age = 36, .role = Role::Author});
  const User grace =
      db.insert(NewUser{.email = "grace@example.com", .name = "Grace", .age = 85, .role = Role::Admin});
  db.insert(NewUser{.email = "bob@example.com", .name = "Bob"});
  const Post engines = db.insert(NewPost{
      .author_id = ada.id, .title = "Engines", .body = "They weave numbers.", .published = true, .likes = 7});
  const Post notes = db.insert(
      NewPost{.author_id = ada.id, .title = "Notes", .body = "A to G.", .published = true, .likes = 3});
  db.insert(NewPost{.author_id = ada.id, .editor_id = grace.id, .title = "Draft", .body = ""});
  const Post bugs = db.insert(
      NewPost{.author_id = grace.id, .title = "Bugs", .body = "A moth.", .published = true, .likes = 12});
  db.insert(NewTag{.name = "machines"});
  db.insert(NewTag{.name = "history"});
  db.insert(NewPostTag{.post_id = engines.id, .tag_name = "machines"});
  db.insert(NewPostTag{.post_id = engines.id, .tag_name = "history"});
  db.insert(NewPostTag{.post_id = bugs.id, .tag_name = "machines"});
  db.insert(NewPostTag{.post_id = notes.id, .tag_name = "history"});
  return db;
}

}  // namespace docs
