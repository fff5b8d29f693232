// expect: compare arrays and structs with ==
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "shop/models.hpp"

void mistake() { [[maybe_unused]] auto bad = shop::items.words.in({std::vector<std::string>{}}); }
