// expect: have none at all
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "shop/models.hpp"

void mistake() { [[maybe_unused]] auto bad = ochre::min(shop::items.size); }
