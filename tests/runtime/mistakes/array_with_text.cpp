// expect: These types do not compare
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "shop/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace shop;
  using ochre::from;
  static_cast<void>(from(items).where(items.words == "x"));
}
