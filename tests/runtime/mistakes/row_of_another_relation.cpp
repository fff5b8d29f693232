// expect: this is not a row the relation leads to
#include "blog/models.hpp"

using namespace blog;

void mistake(ochre::Database& db) {
  db.insert(NewUser{.email = "a", .name = "Ann"}, ochre::related(users.posts, NewTag{.name = "x"}));
}
