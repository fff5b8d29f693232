// Decimals in queries: exact, whatever their scales, and an error where 18 digits do not do.
#include "shop.hpp"

#include "ochre/query_json.hpp"

using namespace shop;
using namespace ochre_test;
using ochre::from;

namespace {

constexpr ochre::Dialect postgres = ochre::Dialect::Postgres;

template <class E>
std::string on_postgres(const E& expression) {
  const std::string text = from(items).select(expression).sql(postgres).text;
  return text.substr(7, text.find(" FROM items") - 7);
}

}  // namespace

TEST_CASE_METHOD(Shop, "sums and differences of decimals have the larger scale") {
  using Two = std::vector<Exact<2>>;
  CHECK(values(items.price + Price("0.10")) == Two{Exact<2>("0.60"), Exact<2>("3.35"), Exact<2>("12.10")});
  CHECK(values(items.price + 1) == Two{Exact<2>("1.50"), Exact<2>("4.25"), Exact<2>("13.00")});
  CHECK(values(20 - items.price) == Two{Exact<2>("19.50"), Exact<2>("16.75"), Exact<2>("8.00")});
  CHECK(values(items.price + items.rate) ==
        Maybe<Exact<6>>{Exact<6>("0.570000"), Exact<6>("3.440001"), std::nullopt});
  CHECK(values(items.rate - items.price) ==
        Maybe<Exact<6>>{Exact<6>("-0.430000"), Exact<6>("-3.059999"), std::nullopt});
  CHECK(values(items.price - ochre::Decimal<6, 4>("0.0001")) ==
        std::vector<Exact<4>>{Exact<4>("0.4999"), Exact<4>("3.2499"), Exact<4>("11.9999")});
  CHECK(values(ochre::Decimal<6, 4>("0.0001") + items.price)[0] == Exact<4>("0.5001"));
  CHECK(values(items.price + std::optional<Price>()) == Maybe<Exact<2>>{{}, {}, {}});
}

TEST_CASE_METHOD(Shop, "products with integers, negatives and absolute values") {
  using Two = std::vector<Exact<2>>;
  const Two worth{Exact<2>("1.50"), Exact<2>("6.50"), Exact<2>("12.00")};
  CHECK(values(items.price * items.stock) == worth);
  CHECK(values(items.stock * items.price) == worth);
  CHECK(values(items.worth) == worth);
  CHECK(values(items.price * 3)[1] == Exact<2>("9.75"));
  CHECK(values(3 * items.price)[1] == Exact<2>("9.75"));
  CHECK(values(-items.price)[1] == Price("-3.25"));
  CHECK(values(ochre::abs(-items.price))[1] == Price("3.25"));
  CHECK(values((items.price + 1) * items.stock - items.price)[1] == Exact<2>("5.25"));
}

TEST_CASE_METHOD(Shop, "decimals compare across scales, and with whole numbers") {
  CHECK(names(items.price > 3) == Names{"bread", "cake"});
  CHECK(names(items.price == 12) == Names{"cake"});
  CHECK(names(items.price < ochre::Decimal<12, 4>("3.2501")) == Names{"apple", "bread"});
  CHECK(names(items.price >= ochre::Decimal<12, 4>("3.2501")) == Names{"cake"});
  CHECK(names(items.price > items.rate) == Names{"apple", "bread"});
  CHECK(names(items.rate < items.price) == Names{"apple", "bread"});
  CHECK(names(items.rate == std::nullopt) == Names{"cake"});
  CHECK(names(items.rate != std::optional<Rate>()) == Names{"apple", "bread"});
  CHECK(names(items.price.between(1, ochre::Decimal<4, 1>("3.5"))) == Names{"bread"});
  CHECK(names(items.price.in({Price("0.50"), Price("12")})) == Names{"apple", "cake"});
  CHECK(names(items.price.in(from(items).select(ochre::max(items.price)))) == Names{"cake"});
  CHECK(names(items.price + items.rate > 3) == Names{"bread"});
  // Beyond 64 bits, and still in order.
  db.update(from(items).where(items.name == "cake").set(items.rate, Rate("-999999999999.999999")));
  CHECK(names(items.rate < -999'999'999'999) == Names{"cake"});
  CHECK(names(items.rate > Exact<10>("0.1900000000")) == Names{"bread"});
}

TEST_CASE_METHOD(Shop, "choices between decimals of one scale") {
  CHECK(values(ochre::coalesce(items.rate, 1)) ==
        std::vector<Rate>{Rate("0.07"), Rate("0.190001"), Rate("1")});
  CHECK(values(ochre::nullif(items.price, 12)) == Maybe<Price>{Price("0.50"), Price("3.25"), std::nullopt});
  CHECK(values(ochre::case_when(items.stock > 2, items.price + 1).otherwise(0))[0] == Exact<2>("1.50"));
}

TEST_CASE_METHOD(Shop, "rounding goes half away from zero and keeps the scale") {
  const auto rounded = [&](const char* rate, int digits) {
    db.update(from(items).where(items.id == 1).set(items.rate, Rate(rate)));
    return *values(ochre::round(items.rate, digits))[0];
  };
  CHECK(rounded("2.5", 0) == Exact<6>("3"));
  CHECK(rounded("-2.5", 0) == Exact<6>("-3"));
  CHECK(rounded("2.499999", 0) == Exact<6>("2"));
  CHECK(rounded("-2.499999", 0) == Exact<6>("-2"));
  CHECK(rounded("1.234565", 5) == Exact<6>("1.23457"));
  CHECK(rounded("-1.234565", 5) == Exact<6>("-1.23457"));
  CHECK(rounded("1.234565", 6) == Exact<6>("1.234565"));
  CHECK(rounded("0.000005", 5) == Exact<6>("0.00001"));
  CHECK(values(ochre::round(items.price * items.stock, 0))[1] == Exact<2>("7"));
  CHECK(values(ochre::round(items.rate, 2))[2] == std::nullopt);
  CHECK_THROWS_AS(ochre::round(items.price, 3), ochre::ValidationFailed);
  CHECK_THROWS_AS(ochre::round(items.price, -1), ochre::ValidationFailed);
}

TEST_CASE_METHOD(Shop, "aggregates of decimals are exact") {
  CHECK(all(ochre::sum(items.price)) == Exact<2>("15.75"));
  CHECK(all(ochre::sum(items.price * items.stock)) == Exact<2>("20.00"));
  CHECK(all(ochre::average(items.price)) == Exact<2>("5.25"));
  CHECK(all(ochre::average(items.rate)) == Exact<6>("0.130001"));  // of 0.1300005
  CHECK(all(ochre::average(-items.rate)) == Exact<6>("-0.130001"));
  CHECK(all(ochre::min(items.price)) == Price("0.50"));
  CHECK(all(ochre::max(items.price + items.rate)) == Exact<6>("3.440001"));
  CHECK(all(ochre::average(items.price).filter(items.stock > 1)) == Exact<2>("1.88"));  // of 1.875
  CHECK(all(ochre::sum(items.price).filter(items.stock > 5)) == std::nullopt);
  CHECK(all(ochre::average(items.price).filter(items.stock > 5)) == std::nullopt);
  db.insert(NewItem{.name = "date", .price = Price("12.00"), .rate = {}});
  CHECK(all(ochre::sum_distinct(items.price)) == Exact<2>("15.75"));
  CHECK(names(items.price > from(items).select(ochre::average(items.price)).value()) ==
        Names{"cake", "date"});
}

TEST_CASE_METHOD(Shop, "aggregates of decimals over windows") {
  const auto running = ochre::window_order_by(items.id);
  CHECK(values(ochre::sum(items.price).over(running)) ==
        Maybe<Exact<2>>{Exact<2>("0.50"), Exact<2>("3.75"), Exact<2>("15.75")});
  CHECK(values(ochre::average(items.price).over(running)) ==
        Maybe<Exact<2>>{Exact<2>("0.50"), Exact<2>("1.88"), Exact<2>("5.25")});
  CHECK(values(ochre::average(items.price).filter(items.stock != 2).over(running)) ==
        Maybe<Exact<2>>{Exact<2>("0.50"), Exact<2>("0.50"), Exact<2>("6.25")});
}

TEST_CASE_METHOD(Shop,
                 "a decimal that needs more than 18 digits is an Overflow, and nothing wrong comes out") {
  const Rate most("999999999999.999999");
  db.update(from(items).where(items.id == 1).set(items.rate, most));
  CHECK(values(items.rate + items.rate - items.rate)[0] == most);  // 19 digits on the way fit 64 bits
  CHECK_THROWS_AS(values(items.rate + items.rate), ochre::Overflow);
  CHECK_THROWS_AS(values(items.rate * 1'000), ochre::Overflow);
  CHECK_THROWS_AS(values(items.rate * 100 - items.rate * 99), ochre::Overflow);
  CHECK_THROWS_AS(names(items.rate * 100 - items.rate * 99 > 0), ochre::Overflow);
  CHECK(names(items.rate * 100 > 0) == Names{"apple", "bread"});
  CHECK_THROWS_AS(all(ochre::sum(items.rate * 100)), ochre::Overflow);
  CHECK_THROWS_AS(all(ochre::average(items.rate * 100)), ochre::Overflow);
  CHECK_THROWS_AS(values(ochre::round(items.rate, 0)), ochre::Overflow);  // 10^12 with six digits has 19
  CHECK_THROWS_AS(values(ochre::round(items.rate * 100, 0)), ochre::Overflow);
  CHECK_THROWS_AS(db.update(from(items).set(items.rate, items.rate * 100)), ochre::Overflow);
  CHECK_THROWS_AS(db.update(from(items).set(items.rate, items.rate * 100 - items.rate * 99)),
                  ochre::Overflow);
  CHECK_THROWS_AS(db.update(from(items).set(items.rate, items.rate + items.rate)), ochre::CheckViolation);
  CHECK_THROWS_AS(items.rate > 10'000'000'000'000'000, ochre::ValidationFailed);
  CHECK_THROWS_WITH(values(items.rate + items.rate), Catch::Contains("overflows"));
}

TEST_CASE_METHOD(Shop, "decimals are set to what is computed") {
  db.update(from(items).where(items.id == 2).set(items.price, items.price * 2 + Price("0.01")));
  CHECK(db.find(items, 2)->price == Price("6.51"));
  db.update(from(items).where(items.id == 2).set(items.rate, ochre::rescale<6>(items.price)));
  CHECK(db.find(items, 2)->rate == Rate("6.51"));
  db.update(from(items).where(items.id == 2).set(items.price, 5).set(items.rate, Price("0.25")));
  CHECK(db.find(items, 2)->price == Price("5"));
  CHECK(db.find(items, 2)->rate == Rate("0.25"));
}

TEST_CASE_METHOD(Shop, "totals of prices") {
  // [totals]
  using Money = ochre::Decimal<18, 2>;
  std::optional<Money> total = db.one(from(items).select(ochre::sum(items.price * items.stock)));
  auto dear = from(items).where(items.price > 10 || items.price * items.stock >= Money("6.50"));
  std::vector<Money> rounded = db.all(from(items).order_by(items.id).select(ochre::round(items.price, 1)));
  // [end]
  CHECK(total == Money("20.00"));
  CHECK(db.count(dear) == 2);
  CHECK(rounded == std::vector<Money>{Money("0.50"), Money("3.30"), Money("12.00")});
}

TEST_CASE("decimals of C++ convert where nothing is lost") {
  const Exact<2> price = Price("3.25");
  CHECK(price == Price("3.25"));
  CHECK(Price(price) == Price("3.25"));
  CHECK(Rate(Price("3.25")) == Rate("3.250000"));
  CHECK(ochre::Decimal<4, 1>(Price("3.20")) == ochre::Decimal<4, 1>("3.2"));
  CHECK_THROWS_AS((ochre::Decimal<4, 1>(Price("3.25"))), ochre::ValidationFailed);
  CHECK_THROWS_AS((ochre::Decimal<4, 2>(Price("100.00"))), ochre::ValidationFailed);
  CHECK_THROWS_AS((ochre::Decimal<18, 12>(Exact<2>("9000000000000000.00"))), ochre::ValidationFailed);
  static_assert(!std::is_convertible_v<Exact<2>, Price>);
  static_assert(!std::is_convertible_v<Rate, Exact<2>>);
}

TEST_CASE("decimals are numeric on PostgreSQL, which needs no scaling") {
  CHECK(on_postgres(items.price + items.rate) == "t0.price + t0.rate");
  CHECK(on_postgres(items.price * items.stock + 1) == "t0.price * t0.stock + $1");
  CHECK(from(items).where(items.price > ochre::Decimal<6, 4>("1.5")).sql(postgres).bindings ==
        std::vector<std::string>{"1.5000"});
  CHECK(from(items).where(items.price > 7).sql(postgres).bindings == std::vector<std::string>{"7.00"});
  CHECK(on_postgres(ochre::round(items.rate, 2)) == "round(t0.rate, 2)");
  CHECK(on_postgres(ochre::sum(items.price)) == "sum(t0.price)");
  CHECK(on_postgres(ochre::average(items.price)) == "round(avg(t0.price), 2)");
  CHECK(on_postgres(
            ochre::average(items.price).filter(items.stock > 1).over(ochre::partition_by(items.name))) ==
        "round(avg(t0.price) FILTER (WHERE t0.stock > $1) OVER (PARTITION BY t0.name), 2)");
  CHECK(on_postgres(ochre::sum(items.stock).over(ochre::partition_by(items.name))) ==
        "CAST(sum(t0.stock) OVER (PARTITION BY t0.name) AS bigint)");
  CHECK(on_postgres(ochre::sum(ochre::case_when(items.rating > 0.5, items.stock).otherwise(0))) ==
        "CAST(sum(CASE WHEN t0.rating > $1 THEN t0.stock ELSE $2 END) AS bigint)");
}

TEST_CASE_METHOD(Shop, "decimals travel in the JSON of queries, with their scale") {
  const auto query = from(items).where(ochre::round(items.price * items.stock, 1) + items.rate > 3 &&
                                       items.price.in({Price("0.50"), Price("3.25")}));
  const auto read = ochre::query_from_json(items, shop::schema, query.to_json());
  CHECK(read.to_json() == query.to_json());
  CHECK(db.all(read) == db.all(query));
  const std::string lied = R"([{"op":"from","args":[{"op":"table","of":"items"}]},{"op":"where","args":[
    {"op":">","args":[{"op":"column","of":"items","column":"price"},
                      {"op":"value","kind":"decimal","scale":1,"is":7}]}]}])";
  CHECK_THROWS_AS(ochre::query_from_json(items, shop::schema, lied), ochre::ValidationFailed);
}
