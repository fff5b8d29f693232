// expect: no matching|no match
#include "blog/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  static_cast<void>(from(users).select(users.id).union_with(from(users).select(users.name)));
}
