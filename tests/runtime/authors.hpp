// Three people and three posts, and a struct that rows of a name and a number are read into.
#pragma once

#include <cstdint>
#include <string>

#include "database.hpp"

namespace ochre_test {

struct NameCount {
  std::string name;
  std::int64_t count;
  friend bool operator==(const NameCount&, const NameCount&) = default;
};

/// Ann with posts A1, A2; Bob with B1; Cid with none.
struct Authors {
  ochre::Database db = empty_blog();
  blog::User ann = add_user(db, "Ann");
  blog::User bob = add_user(db, "Bob");
  blog::User cid = add_user(db, "Cid");
  blog::Post a1 = add_post(db, ann, "A1");
  blog::Post a2 = add_post(db, ann, "A2");
  blog::Post b1 = add_post(db, bob, "B1");
};

}  // namespace ochre_test
