// Moments and durations in queries.
#include <chrono>

#include "ochre/query_json.hpp"
#include "shop.hpp"

using namespace shop;
using namespace ochre_test;
using namespace std::chrono_literals;
using ochre::from;

namespace {

using ochre::DateTime;
using ochre::Duration;
using ochre::Timestamp;

constexpr Timestamp noon = std::chrono::sys_days(2024y / 2 / 29) + 12h;
constexpr DateTime opening = std::chrono::local_days(2024y / 2 / 29) + 8h;
constexpr ochre::Dialect postgres = ochre::Dialect::Postgres;

/// The apple was made at noon, opens at eight and takes 90 minutes; the bread takes -1 µs; the cake nothing.
struct Kitchen : Shop {
  Kitchen() {
    db.update(from(items)
                  .where(items.id == 1)
                  .set(items.made, noon)
                  .set(items.opens, opening)
                  .set(items.takes, 90min));
    db.update(from(items).where(items.id == 2).set(items.takes, Duration(-1)));
  }
};

template <class E>
std::string on_postgres(const E& expression) {
  const std::string text = from(items).select(expression).sql(postgres).text;
  return text.substr(7, text.find(" FROM items") - 7);
}

}  // namespace

TEST_CASE_METHOD(Kitchen, "moments move by durations") {
  CHECK(values(items.made + items.takes) == Maybe<Timestamp>{noon + 90min, {}, {}});
  CHECK(values(items.takes + items.made) == Maybe<Timestamp>{noon + 90min, {}, {}});
  CHECK(values(items.made - 36h)[0] == noon - 36h);
  CHECK(values(2s + items.made)[0] == noon + 2s);
  CHECK(values(items.opens + 1us)[0] == opening + 1us);
  CHECK(values(noon + items.takes) == Maybe<Timestamp>{noon + 90min, noon - 1us, {}});
  CHECK(names(items.made + items.takes > noon + 89min) == Names{"apple"});
  CHECK(values(ochre::day(items.made + 12h))[0] == 1);
  CHECK(values(ochre::month(items.made + 12h))[0] == 3);
}

TEST_CASE_METHOD(Kitchen, "between moments lie durations") {
  CHECK(values(items.made - items.made)[0] == 0us);
  CHECK(values(items.made - (noon - 1h)) == Maybe<Duration>{1h, {}, {}});
  CHECK(values((noon - 1h) - items.made) == Maybe<Duration>{-1h, {}, {}});
  CHECK(values(items.opens - DateTime())[0] == opening.time_since_epoch());
  CHECK(names(items.made - noon < items.takes) == Names{"apple"});
}

TEST_CASE_METHOD(Kitchen, "durations compute and compare") {
  CHECK(values(items.takes + 1h) == Maybe<Duration>{150min, 1h - 1us, {}});
  CHECK(values(1h - items.takes) == Maybe<Duration>{-30min, 1h + 1us, {}});
  CHECK(values(items.takes * items.stock) == Maybe<Duration>{270min, -2us, {}});
  CHECK(values(items.stock * items.takes)[0] == 270min);
  CHECK(values(2 * items.takes)[0] == 3h);
  CHECK(values(-items.takes)[1] == 1us);
  CHECK(values(ochre::abs(items.takes))[1] == 1us);
  CHECK(names(items.takes > 1h) == Names{"apple"});
  CHECK(names(items.takes.between(-1ms, 0s)) == Names{"bread"});
  CHECK(values(ochre::coalesce(items.takes, 5min))[2] == 5min);
}

TEST_CASE_METHOD(Kitchen, "sums and averages of durations") {
  CHECK(all(ochre::sum(items.takes)) == 90min - 1us);
  CHECK(all(ochre::average(items.takes)) == 45min);  // of 44:59.9999995
  CHECK(all(ochre::average(-items.takes)) == -45min);
  CHECK(all(ochre::average(items.takes).filter(items.stock == 2)) == -1us);
  CHECK(all(ochre::max(items.takes)) == 90min);
  CHECK(all(ochre::max(items.made)) == noon);
}

TEST_CASE_METHOD(Kitchen, "a moment beyond 64 bits of microseconds is an Overflow") {
  CHECK_THROWS_AS(values(items.made + Duration::max()), ochre::Overflow);
  CHECK_THROWS_AS(values(items.takes * INT64_MAX), ochre::Overflow);
  CHECK_THROWS_AS(values(items.made + Duration::max() - Duration::max()), ochre::Overflow);
  CHECK_THROWS_AS(db.update(from(items).set(items.made, items.made + Duration::max())), ochre::Overflow);
}

TEST_CASE_METHOD(Kitchen, "now is read once for a query") {
  const Timestamp before = ochre::timestamp(ochre::Moment::now());
  const auto stamp = from(items).set(items.made, ochre::now());
  const Timestamp after = ochre::timestamp(ochre::Moment::now());
  db.update(stamp);
  const auto made = values(items.made);
  CHECK((made[0] >= before && made[0] <= after));
  CHECK((made[1] == made[0] && made[2] == made[0]));
  CHECK(db.count(from(items).where(items.made > ochre::now() - 1h)) == 3);
  CHECK(db.count(from(items).where(items.made < ochre::now() - 1h)) == 0);
}

TEST_CASE_METHOD(Kitchen, "the age of things") {
  // [times]
  using namespace std::chrono_literals;
  auto fresh = from(items).where(items.made > ochre::now() - 48h);
  auto ready = from(items).where(items.made.is_not_null()).select(items.name, items.made + items.takes);
  std::optional<ochre::Duration> usual = db.one(from(items).select(ochre::average(items.takes)));
  db.update(from(items).set(items.opens, items.opens + 15min));
  // [end]
  CHECK(db.count(fresh) == 0);
  CHECK(std::get<1>(db.one(ready)) == noon + 90min);
  CHECK(usual == 45min);
  CHECK(db.find(items, 1)->opens == opening + 15min);
}

TEST_CASE("durations are integers on PostgreSQL, moments are not") {
  CHECK(on_postgres(items.made + items.takes) == "t0.made + t0.takes * interval '1 microsecond'");
  CHECK(on_postgres(items.opens - 1h) == "t0.opens - $1 * interval '1 microsecond'");
  CHECK(on_postgres(items.made - items.made) ==
        "CAST(extract(epoch FROM t0.made - t0.made) * 1000000 AS bigint)");
  CHECK(on_postgres(items.takes * 2) == "t0.takes * $1");
  CHECK(on_postgres(ochre::sum(items.takes)) == "CAST(sum(t0.takes) AS bigint)");
  CHECK(on_postgres(ochre::average(items.takes)) == "CAST(round(avg(t0.takes), 0) AS bigint)");
}

TEST_CASE_METHOD(Kitchen, "times travel in the JSON of queries") {
  const auto query = from(items).where(items.made + items.takes * 2 - 1h > noon && items.made - noon < 1h);
  const auto read = ochre::query_from_json(items, shop::schema, query.to_json());
  CHECK(read.to_json() == query.to_json());
  CHECK(db.all(read) == db.all(query));
  CHECK(db.count(read) == 1);
}
