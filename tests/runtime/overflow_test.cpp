// Numbers that do not fit: an error of its own, wherever they come up, and never another number.
#include "database.hpp"
#include "shop.hpp"

using namespace ochre_test;
using ochre::from;
using shop::items;

namespace {

constexpr std::int64_t most = INT64_MAX;

}  // namespace

TEST_CASE_METHOD(Shop, "selected integers that do not fit their type overflow") {
  CHECK(values(items.stock + 2'147'483'640)[2] == 2'147'483'641);
  CHECK_THROWS_AS(values(items.stock + 2'147'483'647), ochre::Overflow);
  CHECK_THROWS_WITH(values(items.stock + 2'147'483'647), Catch::Contains("2147483650 is no int32"));
  CHECK(values(items.sold + (most - 10))[0] == most);
  CHECK_THROWS_AS(values(items.sold + (most - 9)), ochre::Overflow);
  CHECK_THROWS_AS(values(items.sold * most), ochre::Overflow);
  CHECK_THROWS_AS(values((items.sold + most) - most), ochre::Overflow);
  CHECK_THROWS_AS(db.all(from(items).select(items.name, items.sold + most)), ochre::Overflow);
}

TEST_CASE_METHOD(Shop, "sums beyond 64 bits overflow") {
  db.update(from(items).set(items.sold, most));
  CHECK_THROWS_AS(all(ochre::sum(items.sold)), ochre::Overflow);
  CHECK_THROWS_AS(values(ochre::sum(items.sold).over(ochre::window_order_by(items.id))), ochre::Overflow);
  CHECK(all(ochre::sum_distinct(items.sold)) == most);
  CHECK(all(ochre::average(items.sold)) == static_cast<double>(most));
}

TEST_CASE_METHOD(Shop, "overflow in a condition is right or an error") {
  CHECK(names(items.sold + most > 0) == Names{"apple", "bread", "cake"});
  CHECK(names(items.sold + most > most - 1) == Names{"apple", "cake"});
  CHECK_THROWS_AS(names(items.sold + most - most == items.sold), ochre::Overflow);
}

TEST_CASE_METHOD(Shop, "nothing that overflowed is stored") {
  const auto apple = from(items).where(items.id == 1);
  CHECK_THROWS_AS(db.update(apple.set(items.sold, items.sold + most)), ochre::Overflow);
  CHECK_THROWS_AS(db.update(apple.set(items.sold, items.sold + most - most)), ochre::Overflow);
  CHECK_THROWS_AS(db.update(apple.set(items.stock, items.stock + 2'147'483'647)), ochre::CheckViolation);
  CHECK(db.find(items, 1)->sold == 10);
}

TEST_CASE_METHOD(Shop, "floats go on to infinity, and float expressions are no integers") {
  CHECK(values(items.rating + 1e308 + 1e308)[0] == std::numeric_limits<double>::infinity());
  CHECK(values((items.rating + 1e300) * items.stock * 2 + 1)[0] == 6e300);
  CHECK(values(ochre::json_real(items.facts, "$.x") * 2 + 1)[0] == std::nullopt);
}

TEST_CASE_METHOD(Shop, "division and remainder by zero give NULL") {
  const auto quotient = items.sold / (items.stock - 1);
  static_assert(std::is_same_v<decltype(quotient)::Type, std::optional<std::int64_t>>);
  CHECK(values(quotient) == Maybe<std::int64_t>{5, -1, std::nullopt});
  CHECK(values(items.sold % (items.stock - 1)) == Maybe<std::int64_t>{0, 0, std::nullopt});
  CHECK(values(items.sold / 0) == Maybe<std::int64_t>{{}, {}, {}});
  CHECK(values(items.sold / -3) == Maybe<std::int64_t>{-3, 0, 0});
  CHECK(values(items.sold % -3) == Maybe<std::int64_t>{1, -1, 0});
}
