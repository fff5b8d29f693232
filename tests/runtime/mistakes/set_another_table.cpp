// expect: only columns of the updated table can be set
#include "blog/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  static_cast<void>(from(users).set(posts.title, "x"));
}
