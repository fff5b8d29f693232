// Links what reads JSON.
#include "plain/json.hpp"

int main() {
  ochre::Database db = plain::open("sqlite::memory:");
  db.create_missing();
  const plain::Item item = db.insert(plain::NewItem{.name = "chair", .email = "a@b.c", .price = 250});
  return ochre::from_json<plain::Item>(ochre::to_json(item)).get() == item ? 0 : 1;
}
