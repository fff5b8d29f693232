// expect: have none at all
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "shop/models.hpp"

void mistake() { [[maybe_unused]] auto bad = shop::items.size < shop::items.size; }
