// expect: each step must begin at the model where the last one ends
#include "blog/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  static_cast<void>(from(users).include(users.posts, users.profile));
}
