// expect: have none at all
#include "blog/models.hpp"
#include "ochre/decimal.hpp"
#include "ochre/functions.hpp"

void mistake([[maybe_unused]] ochre::Database& db) {
  using namespace blog;
  using ochre::from;
  static_cast<void>(ochre::raw<ochre::Decimal<30, 4>>("1") < ochre::Decimal<30, 4>("2"));
}
