// Decimals are exact, and say so when they cannot be.
#include <catch2/catch.hpp>

#include "ochre/decimal.hpp"
#include "ochre/errors.hpp"

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
