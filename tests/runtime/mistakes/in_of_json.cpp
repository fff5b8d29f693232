// expect: JSON documents have no equality
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "shop/models.hpp"

void mistake() { [[maybe_unused]] auto bad = shop::items.facts.in({ochre::Json{"{}"}}); }
