// expect: this is not the type of the key
#include "blog/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  db.find(users, "1");
}
