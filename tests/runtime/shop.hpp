// A shop in memory with a few things in it, for tests of exact numbers and times.
#pragma once

#include <catch2/catch.hpp>
#include <span>
#include <string>
#include <vector>

#include "ochre/aggregate.hpp"
#include "ochre/driver/sqlite.hpp"
#include "ochre/errors.hpp"
#include "ochre/functions.hpp"
#include "shop/models.hpp"

namespace ochre_test {

using Price = ochre::Decimal<10, 2>;
using Rate = ochre::Decimal<18, 6>;
template <int Scale>
using Exact = ochre::Decimal<18, Scale>;

template <class T>
using Maybe = std::vector<std::optional<T>>;

/// An apple for 0.50, bread for 3.25, and a cake for 12.00 without a rate.
struct Shop {
  ochre::Database db = [] {
    ochre::Database made = shop::open("sqlite::memory:");
    made.create_missing();
    return made;
  }();

  Shop() {
    using shop::NewItem;
    const std::vector<NewItem> rows{
        {.name = "apple", .price = Price("0.50"), .rate = Rate("0.070000"), .stock = 3, .sold = 10},
        {.name = "bread", .price = Price("3.25"), .rate = Rate("0.190001"), .stock = 2, .sold = -1},
        {.name = "cake", .price = Price("12.00"), .stock = 1}};
    db.insert(shop::items, std::span(rows));
  }

  /// The value for each thing, in order.
  template <class E>
  auto values(const E& expression) const {
    return db.all(ochre::from(shop::items).order_by(shop::items.id).select(expression));
  }
  /// The names of the things a condition holds for.
  template <class C>
  std::vector<std::string> names(const C& condition) const {
    return db.all(
        ochre::from(shop::items).where(condition).order_by(shop::items.id).select(shop::items.name));
  }
  /// What an aggregate gives over all.
  template <class E>
  auto all(const E& expression) const {
    return db.one(ochre::from(shop::items).select(expression));
  }
};

using Names = std::vector<std::string>;

}  // namespace ochre_test
