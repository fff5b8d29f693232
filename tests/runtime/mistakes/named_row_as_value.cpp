// expect: is a whole row; say which column
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "shop/models.hpp"

void mistake() { [[maybe_unused]] auto bad = ochre::named("x", ochre::from(shop::items)).column(); }
