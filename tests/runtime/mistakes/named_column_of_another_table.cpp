// expect: no row of the column
#include "blog/models.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"

void mistake() {
  [[maybe_unused]] auto bad = ochre::named("x", ochre::from(blog::users)).column(blog::posts.title);
}
