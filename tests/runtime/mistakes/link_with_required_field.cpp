// expect: have a field that must be given
#include "wiki/models.hpp"

void mistake(ochre::Database& db, const wiki::Topic& topic) {
  static_cast<void>(db.link(topic, wiki::topics.cites, topic));
}
