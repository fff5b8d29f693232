// expect: has not the type of the column
#include "blog/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  static_cast<void>(from(users).where(users.id == 1).set(users.name, std::nullopt));
}
