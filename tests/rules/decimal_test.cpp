// Decimals are exact, and say so when they cannot be.
#include <catch2/catch.hpp>
#include <random>

#include "ochre/decimal.hpp"
#include "ochre/errors.hpp"
#include "ochre/rules.hpp"

using Price = ochre::Decimal<10, 2>;
using Wide = ochre::Decimal<30, 10>;

TEST_CASE("a decimal is its digits") {
  CHECK(Price("12.5").units() == 1250);
  CHECK(to_string(Price("-0.05")) == "-0.05");
  CHECK(to_string(Price("7")) == "7.00");
  CHECK(to_string(Price("-0")) == "0.00");
  CHECK(Price("1.500") == Price("1.5"));
  CHECK(to_string(Price("99999999.99")) == "99999999.99");
  CHECK(to_string(ochre::Decimal<18, 0>("-999999999999999999")) == "-999999999999999999");
  CHECK(to_string(ochre::Decimal<18, 18>("0.000000000000000001")) == "0.000000000000000001");
  CHECK(Price() == Price("0"));
  CHECK(sizeof(Price) == sizeof(std::int64_t));
}

TEST_CASE("what is no decimal of the type is refused") {
  for (const char* text :
       {"", "-", ".5", "5.", "1.005", "100000000", "1e3", " 1", "1 ", "+1", "1,5", "--1", "1.2.3", "NaN"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(Price(text), ochre::ValidationFailed);
  }
}

TEST_CASE("arithmetic is exact or refused") {
  CHECK(Price("0.10") + Price("0.20") == Price("0.30"));
  CHECK(Price("1") - Price("2.01") == Price("-1.01"));
  CHECK(Price("19.99") * 3 == Price("59.97"));
  CHECK(-2 * Price("0.5") == Price("-1"));
  CHECK_THROWS_AS(Price("99999999.99") + Price("0.01"), ochre::ValidationFailed);
  CHECK_THROWS_AS(Price("1") * INT64_MAX, ochre::ValidationFailed);
  CHECK_THROWS_AS(Price::from_units(10'000'000'000), ochre::ValidationFailed);
  CHECK(Price("2") < Price("10"));
}

TEST_CASE("wide decimals are kept as canonical text and ordered as numbers") {
  CHECK(to_string(Wide("007.5")) == "7.5000000000");
  CHECK(to_string(Wide("-0.0")) == "0.0000000000");
  CHECK(to_string(Wide("12345678901234567890.0123456789")) == "12345678901234567890.0123456789");
  CHECK(Wide("9") < Wide("10"));
  CHECK(Wide("-10") < Wide("-9"));
  CHECK(Wide("-1") < Wide("0"));
  CHECK(Wide("1") == Wide("1.0"));
  CHECK_THROWS_AS(Wide("123456789012345678901"), ochre::ValidationFailed);
}

TEST_CASE("multiples of wide decimals are exact") {
  using Long = ochre::Decimal<40, 10>;
  const auto is_multiple = [](const char* value, const char* step) {
    return ochre::rules::is_multiple(Long(value), Long(step));
  };
  CHECK(is_multiple("0", "0.05"));
  CHECK(is_multiple("123456789012345678901234567890.05", "0.05"));
  CHECK(!is_multiple("123456789012345678901234567890.06", "0.05"));
  CHECK(is_multiple("-0.15", "0.05"));
  CHECK(!is_multiple("0.0000000001", "0.0000000002"));
  CHECK(is_multiple("246913578024691357802469135780", "123456789012345678901234567890"));
  CHECK(!is_multiple("246913578024691357802469135781", "123456789012345678901234567890"));
  CHECK(!is_multiple("3", "123456789012345678901234567890"));
}

TEST_CASE("wide multiples are those of whole numbers") {
  using Long = ochre::Decimal<36, 2>;
  std::mt19937_64 random(5);
  const auto wide = [](std::int64_t hundredths) {
    return Long(to_string(ochre::Decimal<18, 2>::from_units(hundredths)));
  };
  for (int round = 0; round < 2'000; ++round) {
    const auto step = static_cast<std::int64_t>(1 + random() % (round % 2 == 0 ? 40 : 1'000'000'000));
    std::int64_t value = static_cast<std::int64_t>(random() % 1'000'000'000'000'000) - 500'000'000'000'000;
    if (round % 3 == 0) value = value / step * step;
    CAPTURE(value, step);
    CHECK(ochre::rules::is_multiple(wide(value), wide(step)) == (value % step == 0));
  }
}
