// expect: no more digits after the point than the first
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "shop/models.hpp"

void mistake() {
  [[maybe_unused]] auto bad =
      ochre::case_when(shop::items.stock == 1, shop::items.price).otherwise(shop::items.rate);
}
