// expect: A window is ordered by
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "shop/models.hpp"

void mistake() { [[maybe_unused]] auto bad = ochre::window_order_by(shop::items.facts); }
