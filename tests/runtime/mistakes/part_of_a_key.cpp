// expect: give every part of the key
#include "blog/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  db.find(post_tags, ochre::Uuid{});
}
