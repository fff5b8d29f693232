// expect: have a field that must be given
#include "wiki/models.hpp"

void mistake(ochre::Database& db) {
  db.insert(wiki::NewTopic{.name = "a"}, ochre::related(wiki::topics.cites, wiki::NewTopic{.name = "b"}));
}
