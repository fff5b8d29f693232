// coalesce(), nullif() and case_when() of values of different types: the result has the type that holds all
// of them, in C++ as in the database.
#include <tuple>

#include "ochre/query_json.hpp"
#include "shop.hpp"

using namespace shop;
using namespace ochre_test;
using ochre::case_when;
using ochre::coalesce;
using ochre::from;
using ochre::nullif;

namespace {

/// The type of an expression's values.
template <class E>
using TypeOf = typename E::Type;

struct Choices : Shop {
  /// The value for each thing, also after a journey as JSON.
  template <class E>
  auto travelled(const E& expression) const {
    const auto query = from(items).order_by(items.id).select(expression);
    const auto rows = db.all(query);
    CHECK(db.all(ochre::query_from_json<TypeOf<E>>(shop::schema, query.to_json())) == rows);
    return rows;
  }
};

}  // namespace

TEST_CASE_METHOD(Choices, "the first decimal that is there, whatever the scales") {
  CHECK(travelled(coalesce(items.rate, items.price)) ==
        std::vector<Exact<6>>{Exact<6>("0.07"), Exact<6>("0.190001"), Exact<6>("12")});
  CHECK(travelled(coalesce(items.price, items.rate)) ==
        Maybe<Exact<6>>{Exact<6>("0.5"), Exact<6>("3.25"), Exact<6>("12")});
  CHECK(travelled(coalesce(items.price, items.worth)) ==
        std::vector<Exact<2>>{Exact<2>("0.50"), Exact<2>("3.25"), Exact<2>("12.00")});
  CHECK(travelled(coalesce(items.rate, Price("0.50"))) ==
        std::vector<Rate>{Rate("0.07"), Rate("0.190001"), Rate("0.5")});
  CHECK(travelled(coalesce(items.rate, 7)) == std::vector<Rate>{Rate("0.07"), Rate("0.190001"), Rate("7")});
  CHECK(travelled(coalesce(nullif(items.price, 12), items.rate, ochre::Decimal<8, 7>("0.1234567"))) ==
        std::vector<Exact<7>>{Exact<7>("0.5"), Exact<7>("3.25"), Exact<7>("0.1234567")});
  CHECK(names(coalesce(items.rate, items.price) > Price("0.10")) == Names{"bread", "cake"});
  static_assert(std::is_same_v<TypeOf<decltype(coalesce(items.price, Price("1")))>, Price>);
}

TEST_CASE_METHOD(Choices, "decimals that are equal are so at any scale") {
  CHECK(travelled(nullif(items.price, items.rate)) ==
        Maybe<Exact<6>>{Exact<6>("0.5"), Exact<6>("3.25"), Exact<6>("12")});
  CHECK(travelled(nullif(items.price, ochre::Decimal<8, 4>("3.2500"))) ==
        Maybe<Exact<4>>{Exact<4>("0.5"), std::nullopt, Exact<4>("12")});
  CHECK(travelled(nullif(items.price, 12)) == Maybe<Price>{Price("0.50"), Price("3.25"), std::nullopt});
}

TEST_CASE_METHOD(Choices, "a choice between decimals has the scale of its first, which has most") {
  CHECK(travelled(case_when(items.stock == 2, items.rate).otherwise(items.price)) ==
        Maybe<Exact<6>>{Exact<6>("0.5"), Exact<6>("0.190001"), Exact<6>("12")});
  CHECK(travelled(case_when(items.stock == 2, items.price).when(items.stock == 1, 5).otherwise(Price("1"))) ==
        std::vector<Price>{Price("1"), Price("3.25"), Price("5")});
  CHECK(travelled(case_when(items.stock == 2, ochre::rescale<6>(items.price)).otherwise(items.rate)) ==
        Maybe<Exact<6>>{Exact<6>("0.07"), Exact<6>("3.25"), std::nullopt});
  CHECK(travelled(case_when(items.stock == 2, items.price).otherwise_null()) ==
        Maybe<Price>{std::nullopt, Price("3.25"), std::nullopt});
}

TEST_CASE_METHOD(Choices, "a choice between numbers holds the widest of them") {
  db.update(from(items).where(items.id == 1).set(items.sold, 5'000'000'000));
  db.update(from(items).set(items.rating, 2.5));
  CHECK(travelled(coalesce(nullif(items.stock, 3), items.sold)) ==
        std::vector<std::int64_t>{5'000'000'000, 2, 1});
  CHECK(travelled(coalesce(nullif(items.stock, 3), items.rating)) == std::vector<double>{2.5, 2, 1});
  CHECK(travelled(coalesce(nullif(items.stock, 3), 7)) == std::vector<std::int32_t>{7, 2, 1});
  CHECK(travelled(case_when(items.stock == 3, 1).otherwise(items.rating)) ==
        std::vector<double>{1, 2.5, 2.5});
  CHECK(
      travelled(case_when(items.stock == 3, items.stock).when(items.stock == 2, items.rating).otherwise(9)) ==
      std::vector<double>{3, 2.5, 9});
  CHECK(travelled(case_when(items.stock == 3, items.stock).otherwise(items.sold)) ==
        std::vector<std::int64_t>{3, -1, 0});
  CHECK(travelled(case_when(items.stock == 3, items.name).otherwise("other")) ==
        Names{"apple", "other", "other"});
  static_assert(
      std::is_same_v<TypeOf<decltype(nullif(items.stock, items.sold))>, std::optional<std::int32_t>>);
}

TEST_CASE_METHOD(Choices, "a choice may be NULL where one of its values may") {
  using Seconds = std::optional<ochre::Duration>;
  const auto taken = travelled(case_when(items.stock == 3, ochre::Duration(1)).otherwise(items.takes));
  CHECK(taken == std::vector<Seconds>{ochre::Duration(1), std::nullopt, std::nullopt});
  const auto first = travelled(case_when(items.stock == 3, items.takes).otherwise(ochre::Duration(2)));
  CHECK(first == std::vector<Seconds>{std::nullopt, ochre::Duration(2), ochre::Duration(2)});
}

TEST_CASE_METHOD(Choices, "a case has as many conditions as fit into a query, and says when it has more") {
  auto many = case_when(items.stock == 1'000, std::int64_t{1'000});
  for (std::int64_t i = 1; i < 255; ++i) many = std::move(many).when(items.stock == i, i);
  auto more = many;
  const auto stocks = db.all(from(items).order_by(items.id).select(items.stock));
  const auto found =
      db.all(from(items).order_by(items.id).select(std::move(many).otherwise(std::int64_t{0})));
  CHECK(std::vector<std::int64_t>(stocks.begin(), stocks.end()) == found);
  more = std::move(more).when(items.stock == 2'000, std::int64_t{2'000});
  CHECK_THROWS_AS(std::move(more).otherwise(std::int64_t{0}), ochre::Unsupported);
}
