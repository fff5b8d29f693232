// Window functions, and aggregates over windows: each row keeps its place and sees its neighbours.
#include <catch2/catch.hpp>
#include <span>
#include <tuple>

#include "database.hpp"
#include "ochre/aggregate.hpp"

using namespace blog;
using ochre::from;
using ochre::partition_by;
using ochre::window_order_by;
using namespace ochre_test;

namespace {

/// Ann scores 1, Bob and Cid 2, Dan 4; Ann and Dan are authors.
struct Scores {
  ochre::Database db = empty_blog();

  Scores() {
    const std::vector<NewUser> rows{
        {.email = "a@x.org", .name = "Ann", .age = 20, .role = Role::Author, .score = 1},
        {.email = "b@x.org", .name = "Bob", .age = 30, .score = 2},
        {.email = "c@x.org", .name = "Cid", .score = 2},
        {.email = "d@x.org", .name = "Dan", .age = 40, .role = Role::Author, .score = 4}};
    db.insert(users, std::span(rows));
  }

  template <class E>
  auto values(const E& expression) const {
    return db.all(from(users).order_by(users.id).select(expression));
  }
};

using Numbers = std::vector<std::int64_t>;
using Reals = std::vector<std::optional<double>>;
using Ages = std::vector<std::optional<std::int32_t>>;

}  // namespace

TEST_CASE_METHOD(Scores, "ranks leave gaps after equal rows, dense ranks do not") {
  CHECK(values(ochre::rank().over(window_order_by(users.score))) == Numbers{1, 2, 2, 4});
  CHECK(values(ochre::dense_rank().over(window_order_by(users.score))) == Numbers{1, 2, 2, 3});
  CHECK(values(ochre::rank().over(window_order_by(users.score.desc()))) == Numbers{4, 2, 2, 1});
  CHECK(values(ochre::dense_rank().over(partition_by(users.role).order_by(users.score))) ==
        Numbers{1, 1, 1, 2});
}

TEST_CASE_METHOD(Scores, "rows before and after, at a distance, within their partition") {
  CHECK(values(ochre::lead(users.age).over(window_order_by(users.id))) ==
        Ages{30, std::nullopt, 40, std::nullopt});
  CHECK(values(ochre::lead(users.age, 3).over(window_order_by(users.id))) ==
        Ages{40, std::nullopt, std::nullopt, std::nullopt});
  CHECK(values(ochre::lag(users.age, 2).over(window_order_by(users.id))) ==
        Ages{std::nullopt, std::nullopt, 20, 30});
  CHECK(values(ochre::lead(users.score).over(partition_by(users.role).order_by(users.id))) ==
        Reals{4, 2, std::nullopt, std::nullopt});
}

TEST_CASE_METHOD(Scores, "aggregates over windows, running when there is an order") {
  CHECK(values(ochre::sum(users.score).over(partition_by(users.role))) == Reals{5, 4, 4, 5});
  CHECK(values(ochre::sum(users.score).over(window_order_by(users.id))) == Reals{1, 3, 5, 9});
  CHECK(values(ochre::count().over(partition_by(users.score))) == Numbers{1, 2, 2, 1});
  CHECK(values(ochre::count(users.age).over(window_order_by(users.id))) == Numbers{1, 2, 2, 3});
  CHECK(values(ochre::average(users.score).over(partition_by(users.role))) == Reals{2.5, 2, 2, 2.5});
  CHECK(values(ochre::max(users.age).over(window_order_by(users.id.desc()))) == Ages{40, 40, 40, 40});
  CHECK(values(ochre::min(users.age).over(window_order_by(users.id.desc()))) == Ages{20, 30, 40, 40});
}

TEST_CASE_METHOD(Scores, "sums of different values") {
  CHECK(db.one(from(users).select(ochre::sum_distinct(users.score))) == 7);
  CHECK(db.one(from(users).select(ochre::sum(users.score))) == 9);
  CHECK(db.one(from(users).where(users.id < 0).select(ochre::sum_distinct(users.age))) == std::nullopt);
  const auto by_role = from(users).group_by(users.role).order_by(users.role);
  CHECK(db.all(by_role.select(users.role, ochre::sum_distinct(users.score))) ==
        std::vector<std::tuple<Role, std::optional<double>>>{{Role::Reader, 2}, {Role::Author, 5}});
}
