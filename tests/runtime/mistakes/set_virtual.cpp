// expect: none that is computed
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "shop/models.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace shop;
  using ochre::from;
  static_cast<void>(from(items).set(items.label, "x"));
}
