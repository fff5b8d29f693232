#include <catch2/catch.hpp>

#include "sema/numbers.hpp"
#include "sema/temporal.hpp"

using namespace ochrec::sema;
using ochrec::model::Scalar;
using ochrec::model::Value;

TEST_CASE("dates and times are read in one form each") {
  CHECK(parse_date("1970-01-01") == 0);
  CHECK(parse_date("2024-02-29") == 19782);
  CHECK(parse_date("0001-01-01") == -719162);
  for (const char* text :
       {"2026-02-29", "2026-13-01", "0000-01-01", "2026-1-1", "2026-01-01 ", "26-01-01", ""})
    CHECK(!parse_date(text));
  CHECK(parse_time("00:00") == 0);
  CHECK(parse_time("23:59:59.999999") == 86'399'999'999);
  CHECK(parse_time("01:02:03.5") == 3'723'500'000);
  for (const char* text : {"24:00", "12:60", "12:00:60", "12:00:00.1234567", "12", "12:00:00."})
    CHECK(!parse_time(text));
  CHECK(parse_datetime("1970-01-02T00:00:01") == 86'401'000'000);
  CHECK(!parse_datetime("1970-01-02 00:00:01"));
  CHECK(parse_timestamp("1970-01-01T02:00:00+02:00") == 0);
  CHECK(parse_timestamp("1969-12-31T23:59:59Z") == -1'000'000);
  CHECK(!parse_timestamp("1970-01-01T00:00:00"));
}

TEST_CASE("durations have units of fixed length in falling order") {
  CHECK(parse_duration("PT0.5S") == 500'000);
  CHECK(parse_duration("P1DT2H30M") == 95'400'000'000);
  CHECK(parse_duration("-P2W") == -1'209'600'000'000);
  for (const char* text :
       {"P", "PT", "P1M", "P1Y", "PT1H1H", "PT1M1H", "1H", "P1.5D", "P999999999999999D", "PT1"})
    CHECK(!parse_duration(text));
}

TEST_CASE("uuids are read in either case") {
  const auto bytes = parse_uuid("018F3c1e-7b1a-7c3e-9d2f-0123456789aB");
  REQUIRE(bytes);
  CHECK((*bytes)[0] == std::byte{0x01});
  CHECK((*bytes)[15] == std::byte{0xAB});
  CHECK(!parse_uuid("018f3c1e7b1a7c3e9d2f0123456789ab"));
  CHECK(!parse_uuid("018f3c1e-7b1a-7c3e-9d2f-0123456789ag"));
}

TEST_CASE("integers keep to 64 bits") {
  CHECK(parse_integer("9223372036854775807", false) == std::numeric_limits<std::int64_t>::max());
  CHECK(parse_integer("9223372036854775808", true) == std::numeric_limits<std::int64_t>::min());
  CHECK(!parse_integer("9223372036854775808", false));
  CHECK(!parse_integer("", false));
  CHECK(limits_of(Scalar::Int16).high == 32767);
}

TEST_CASE("decimals are scaled exactly") {
  CHECK(scale_decimal("12.5", false, 6, 2).value == Value(std::int64_t{1250}));
  CHECK(scale_decimal("12.50000", false, 6, 2).value == Value(std::int64_t{1250}));
  CHECK(scale_decimal("0", true, 6, 2).value == Value(std::int64_t{0}));
  CHECK(scale_decimal("0.001", false, 6, 2).problem == DecimalProblem::TooManyFractionDigits);
  CHECK(scale_decimal("12345", false, 6, 2).problem == DecimalProblem::TooLarge);
  CHECK(scale_decimal("00012.5", false, 3, 1).value == Value(std::int64_t{125}));
  CHECK(scale_decimal("12345678901234567890123", true, 38, 2).value ==
        Value(std::string("-1234567890123456789012300")));
}

TEST_CASE("values are compared across their forms") {
  CHECK(compare(std::int64_t{1}, std::int64_t{2}) == -1);
  CHECK(compare(2.5, 2.5) == 0);
  CHECK(compare(std::string("123456789012345678901"), std::int64_t{5}) == 1);
  CHECK(compare(std::string("-123456789012345678901"), std::int64_t{-5}) == -1);
  CHECK(!compare(true, std::int64_t{1}));
}
