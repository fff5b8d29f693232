// Links the runtime and the driver, nothing else.
#include "plain/models.hpp"

int main() {
  ochre::Database db = plain::open("sqlite::memory:");
  db.create_missing();
  const plain::Item item = db.insert(plain::NewItem{.name = "chair", .email = "a@b.c", .price = 250});
  return validate(item).empty() && db.find(plain::items, item.id) == item ? 0 : 1;
}
