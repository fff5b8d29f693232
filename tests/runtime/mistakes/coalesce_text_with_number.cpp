// expect: do not go together
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "shop/models.hpp"

void mistake() { [[maybe_unused]] auto bad = ochre::coalesce(shop::items.label, 3); }
