// expect: order_by\(\) takes columns
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "shop/models.hpp"

void mistake() { [[maybe_unused]] auto bad = ochre::from(shop::items).order_by(shop::items.size); }
