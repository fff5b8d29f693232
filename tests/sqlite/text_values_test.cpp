// Texts of dates and times: what is written reads back, in the order of values, and lies within the bounds
// that searches are given.
#include "sqlite/text_values.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "sqlite/fixture.hpp"

using namespace ochre_sqlite_test;
namespace sqlite = ochre::sqlite;

namespace {

constexpr std::int64_t day = 86'400'000'000;
constexpr std::int64_t first = -719'528 * day;
constexpr std::int64_t last = 2'932'897 * day - 1;

std::string value(const Connection& connection, const std::string& sql) {
  return cell(*connection, "select " + sql);
}

}  // namespace

TEST_CASE("moments that four digits of a year hold are written and read back, in order") {
  std::mt19937_64 random(1);
  std::int64_t before = 0;
  std::string text_before = *sqlite::moment_text(0);
  for (int round = 0; round < 20'000; ++round) {
    const auto span = static_cast<std::uint64_t>(last - first);
    const std::int64_t micros = first + static_cast<std::int64_t>(random() % span);
    const std::string text = sqlite::moment_text(micros).value();
    REQUIRE(text.size() == 26);
    REQUIRE(sqlite::timestamp_in(text) == micros);
    REQUIRE(sqlite::datetime_in(text) == micros);
    REQUIRE(sqlite::timestamp_in(text.substr(0, 10)) == micros - ((micros % day) + day) % day);
    REQUIRE((micros < before) == (text < text_before));
    before = micros;
    text_before = text;
  }
}

TEST_CASE("the ends of what a text holds") {
  CHECK(sqlite::moment_text(first) == "0000-01-01 00:00:00.000000");
  CHECK(sqlite::moment_text(last) == "9999-12-31 23:59:59.999999");
  CHECK_FALSE(sqlite::moment_text(first - 1));
  CHECK_FALSE(sqlite::moment_text(last + 1));
  CHECK_FALSE(sqlite::moment_text(INT64_MIN));
  CHECK_FALSE(sqlite::moment_text(INT64_MAX));
  CHECK(sqlite::date_text(-719'528) == "0000-01-01");
  CHECK_FALSE(sqlite::date_text(-719'529));
  CHECK_FALSE(sqlite::date_text(INT64_MAX));
  CHECK(sqlite::time_text(day - 1) == "23:59:59.999999");
  CHECK_FALSE(sqlite::time_text(day));
  CHECK_FALSE(sqlite::time_text(-1));
}

TEST_CASE("offsets lead to UTC, over the end of a year, too") {
  CHECK(sqlite::timestamp_in("1970-01-01T00:00+00:00") == 0);
  CHECK(sqlite::timestamp_in("1970-01-01 02:00:00+02") == 0);
  CHECK(sqlite::timestamp_in("1969-12-31T18:30:00.0-0530") == 0);
  CHECK(sqlite::timestamp_in("1970-01-01z") == std::nullopt);
  CHECK(sqlite::timestamp_in("1970-01-01T00:00z") == 0);
  CHECK(sqlite::timestamp_in("0000-01-01T00:00+23:59") == first - (day - 60'000'000));
  CHECK(sqlite::timestamp_in("1970-01-01T00:00+") == std::nullopt);
  CHECK(sqlite::timestamp_in("1970-01-01T00:00+1") == std::nullopt);
  CHECK(sqlite::timestamp_in("1970-01-01T00:00+00:60") == std::nullopt);
  CHECK(sqlite::datetime_in("1970-01-01T00:00Z") == std::nullopt);
}

TEST_CASE("SQL functions pass NULL on, and bounds contain every text of a value") {
  const Connection connection = connect_memory();
  for (const std::string name : {"timestamp", "datetime", "date", "time", "uuid"})
    for (const std::string suffix : {"", "_text"})
      CHECK(value(connection, "ochre_" + name + suffix + "(null) is null") == "1");
  CHECK(value(connection, "ochre_decimal(null, 2) is null and ochre_decimal_text(null, 2) is null") == "1");
  CHECK(value(connection, "ochre_timestamp('1970-01-01T00:00:00.000007Z')") == "7");
  CHECK(value(connection, "ochre_timestamp_text(7) = '1970-01-01 00:00:00.000007'") == "1");
  CHECK(value(connection, "ochre_decimal('-0.5', 2)") == "-50");
  CHECK(value(connection, "ochre_decimal_text(-50, 2) = '-0.50'") == "1");
  CHECK(value(connection,
              "hex(ochre_uuid(ochre_uuid_text(x'00112233445566778899aabbccddeeff'))) = "
              "'00112233445566778899AABBCCDDEEFF'") == "1");
  CHECK(value(connection,
              "'1970-01-02 00:00+23:59' between ochre_timestamp_low(60000000) and "
              "ochre_timestamp_high(60000000)") == "1");
  CHECK(value(connection,
              "'1969-12-31' between ochre_datetime_low(-86400000000) and "
              "ochre_datetime_high(-86400000000)") == "1");
  CHECK(value(connection,
              "'1969-12-31 23:59' between ochre_datetime_low(-60000000) and "
              "ochre_datetime_high(-60000000)") == "1");
  CHECK(value(connection, "'12:30' between ochre_time_low(45000000000) and ochre_time_high(45000000000)") ==
        "1");
  CHECK(value(connection, "'9999-12-31' between ochre_date_low(2932896) and ochre_date_high(2932896)") ==
        "1");
  CHECK(value(connection, "ochre_date_low(2932897) > '9999-12-31' and ochre_date_high(-719529) < '0000'") ==
        "1");
}
