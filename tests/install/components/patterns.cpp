// Links what matches regular expressions.
#include "patterns/models.hpp"

int main() {
  ochre::Database db = patterns::open("sqlite::memory:");
  db.create_missing();
  const patterns::Item item = db.insert(patterns::NewItem{.code = "abc"});
  return validate(patterns::NewItem{.code = "ABC"}).size() == 1 && validate(item).empty() ? 0 : 1;
}
