// expect: values of the type
#include "blog/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  static_cast<void>(from(users).where(users.id.in(std::vector<std::string>{"1"})));
}
