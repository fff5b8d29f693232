// Window functions, and aggregates over windows: each row keeps its place and sees its neighbours.
#include <catch2/catch.hpp>
#include <span>
#include <tuple>

#include "database.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/query_json.hpp"

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

TEST_CASE_METHOD(Scores, "parts of almost equal size, and the ends of a frame") {
  const auto all_rows = [] {
    return window_order_by(users.id).rows_between(ochre::unbounded_preceding, ochre::unbounded_following);
  };
  CHECK(values(ochre::ntile(3).over(window_order_by(users.id))) == Numbers{1, 1, 2, 3});
  CHECK(values(ochre::first_value(users.age).over(window_order_by(users.id))) == Ages{20, 20, 20, 20});
  CHECK(values(ochre::last_value(users.age).over(window_order_by(users.id))) ==
        Ages{20, 30, std::nullopt, 40});
  CHECK(values(ochre::last_value(users.age).over(all_rows())) == Ages{40, 40, 40, 40});
  CHECK_THROWS_AS(ochre::ntile(0), ochre::ValidationFailed);
  CHECK_THROWS_AS(ochre::lag(users.age, -1), ochre::ValidationFailed);
}

TEST_CASE_METHOD(Scores, "frames of rows and of equal rows") {
  using ochre::current_row, ochre::following, ochre::preceding;
  using ochre::unbounded_following, ochre::unbounded_preceding;
  const auto sums = [&](const ochre::Window& window) { return values(ochre::sum(users.score).over(window)); };
  CHECK(sums(window_order_by(users.id).rows_between(preceding(1), current_row)) == Reals{1, 3, 4, 6});
  CHECK(sums(window_order_by(users.id).rows_between(preceding(1), following(1))) == Reals{3, 5, 8, 6});
  CHECK(sums(window_order_by(users.id).rows_between(following(1), following(2))) ==
        Reals{4, 6, 4, std::nullopt});
  CHECK(sums(window_order_by(users.score).range_between(current_row, unbounded_following)) ==
        Reals{9, 8, 8, 4});
  CHECK(sums(partition_by(users.role).order_by(users.id).rows_between(unbounded_preceding, current_row)) ==
        Reals{1, 2, 4, 5});
  CHECK_THROWS_AS(window_order_by(users.id).rows_between(current_row, preceding(1)), ochre::ValidationFailed);
  CHECK_THROWS_AS(window_order_by(users.id).rows_between(preceding(-1), current_row),
                  ochre::ValidationFailed);
  CHECK_THROWS_AS(window_order_by(users.id).range_between(preceding(1), current_row),
                  ochre::ValidationFailed);
}

TEST_CASE_METHOD(Scores, "frames in PostgreSQL's words, and as JSON") {
  const auto moving = window_order_by(users.id).rows_between(ochre::preceding(2), ochre::current_row);
  const auto query = from(users).select(users.name, ochre::sum(users.score).over(moving),
                                        ochre::lag(users.age).over(window_order_by(users.id)),
                                        ochre::ntile(2).over(window_order_by(users.id)));
  CHECK_THAT(query.sql(ochre::Dialect::Postgres).text,
             Catch::Contains("OVER (ORDER BY t0.id ROWS BETWEEN $1 PRECEDING AND CURRENT ROW) AS double") &&
                 Catch::Contains("lag(t0.age, CAST($2 AS integer)) OVER (ORDER BY t0.id)") &&
                 Catch::Contains("CAST(ntile(CAST($3 AS integer)) OVER (ORDER BY t0.id) AS bigint)"));
  using Row = std::tuple<std::string, std::optional<double>, std::optional<std::int32_t>, std::int64_t>;
  const auto read = ochre::query_from_json<Row>(blog::schema, query.to_json());
  CHECK(read.to_json() == query.to_json());
  CHECK(db.all(read) == db.all(query));
}
