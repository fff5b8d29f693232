// expect: Required
#include "blog/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  db.insert(NewUser{.email = "x"});
}
