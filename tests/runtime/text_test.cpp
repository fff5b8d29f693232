// Text that is looked for in other text of the database.
#include <catch2/catch.hpp>
#include <span>

#include "database.hpp"
#include "ochre/functions.hpp"
#include "ochre/query_json.hpp"

using namespace blog;
using namespace ochre_test;
using ochre::from;

namespace {

/// Names, and in the addresses what is looked for.
struct Texts {
  ochre::Database db = empty_blog();

  Texts() {
    const std::vector<NewUser> rows{{.email = "Anna", .name = "Anna"},
                                    {.email = "%", .name = "Bob"},
                                    {.email = "an", .name = "Susan"},
                                    {.email = "_a%", .name = "_A%zzz"}};
    db.insert(users, std::span(rows));
  }
  std::vector<std::string> names(const ochre::Expr<bool>& condition) const {
    return db.all(from(users).where(condition).order_by(users.id).select(users.name));
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Texts, "a column's text is looked for as it is") {
  CHECK(names(users.name.contains(users.email)) == Names{"Anna", "Susan"});
  CHECK(names(users.name.contains_fold(users.email)) == Names{"Anna", "Susan", "_A%zzz"});
  CHECK(names(users.name.starts_with(users.email)) == Names{"Anna"});
  CHECK(names(users.name.starts_with_fold(users.email)) == Names{"Anna", "_A%zzz"});
  CHECK(names(users.name.ends_with(users.email)) == Names{"Anna", "Susan"});
  CHECK(names(users.name.ends_with_fold(ochre::upper(users.email))) == Names{"Anna", "Susan"});
  CHECK(names(ochre::lower(users.name).contains(ochre::lower(users.email))) ==
        Names{"Anna", "Susan", "_A%zzz"});
  CHECK(names(users.name.starts_with(ochre::substring(users.email, 1, 0))).size() == 4);
}

TEST_CASE_METHOD(Texts, "not in a span, and such texts as JSON") {
  const std::vector<std::int64_t> ids{1, 3};
  CHECK(names(users.id.not_in(std::span(ids))) == Names{"Bob", "_A%zzz"});
  const auto query = from(users).where(users.name.ends_with(users.email));
  CHECK(db.all(ochre::query_from_json(users, blog::schema, query.to_json())) == db.all(query));
  CHECK_THAT(query.sql(ochre::Dialect::Postgres).text,
             Catch::Contains("right(t0.name, length(t0.email)) = t0.email"));
}
