// A blog in memory, and a few rows, for the tests of the runtime.
#pragma once

#include <string>

#include "blog/models.hpp"
#include "ochre/driver/sqlite.hpp"

namespace ochre_test {

/// An empty blog in memory with its tables.
inline ochre::Database empty_blog() {
  ochre::Database db = blog::open("sqlite::memory:");
  db.create_missing();
  return db;
}

inline blog::User add_user(ochre::Database& db, const std::string& name) {
  return db.insert(blog::NewUser{.email = name + "@example.com", .name = name});
}

inline blog::Post add_post(ochre::Database& db, const blog::User& author, const std::string& title) {
  return db.insert(blog::NewPost{.author_id = author.id, .title = title, .body = "About " + title});
}

}  // namespace ochre_test
