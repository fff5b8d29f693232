#include <iostream>

#include "shop/models.hpp"

int main() {
  ochre::Database db = shop::open("sqlite::memory:");
  db.create_missing();
  db.insert(shop::NewItem{.name = "lamp"});
  db.insert(shop::NewItem{.name = "chair", .price = 250});
  for (const shop::Item& item : db.all(ochre::from(shop::items).where(shop::items.price > 100)))
    std::cout << item.name << " " << item.price << "\n";
}
