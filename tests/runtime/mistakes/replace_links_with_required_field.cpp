// expect: have a field that must be given
#include "wiki/models.hpp"

void mistake(ochre::Database& db, const wiki::Topic& topic) {
  db.replace_links(topic, wiki::topics.cites, std::vector<wiki::Topic>{topic});
}
