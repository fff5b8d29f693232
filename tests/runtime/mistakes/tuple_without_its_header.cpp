// expect: include <tuple>
#include "blog/models.hpp"

using namespace blog;

void answers(ochre::Database& db) { db.all(ochre::from(users).select(users.name, users.id)); }
