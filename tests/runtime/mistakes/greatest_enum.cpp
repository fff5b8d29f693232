// expect: Enums have no order
#include "blog/models.hpp"
#include "ochre/aggregate.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  static_cast<void>(from(users).select(ochre::max(users.role)));
}
