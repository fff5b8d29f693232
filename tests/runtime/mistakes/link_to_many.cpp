// expect: Only rows of a many-to-many relation are linked
#include "wiki/models.hpp"

void mistake(ochre::Database& db, const wiki::Topic& topic) { db.link(topic, wiki::topics.children, topic); }
