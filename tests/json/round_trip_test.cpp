// Values that come back from their JSON exactly as they were.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "ochre/decimal.hpp"
#include "ochre/errors.hpp"
#include "person.hpp"

using ochre::from_json;
using ochre::to_json;
using people::Person;

namespace {

Person ada() {
  Person person;
  person.id = 7;
  person.name = "Ada";
  person.created_at = ochre::Timestamp(ochre::Duration(1'000'001));
  return person;
}

void require_round_trip(const Person& person) {
  const std::string text = to_json(person);
  CAPTURE(text);
  const auto back = from_json<Person>(text);
  CAPTURE(to_string(back.violations));
  REQUIRE(back);
  CHECK(*back.value == person);
}

}  // namespace

TEST_CASE("a model has one JSON text") {
  CHECK(
      to_json(ada()) ==
      R"({"id":7,"name":"Ada","age":null,"role":"reader","weight":0,"active":false,)"
      R"("key":"00000000-0000-0000-0000-000000000000","created_at":"1970-01-01T00:00:01.000001Z","photo":"",)"
      R"("extra":null,"homes":[]})");
}

TEST_CASE("integers are exact over 64 bits") {
  Person person = ada();
  for (const std::int64_t id :
       {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
        (std::int64_t{1} << 53) + 1, std::int64_t{0}}) {
    person.id = id;
    require_round_trip(person);
  }
}

TEST_CASE("text of every kind comes back") {
  Person person = ada();
  std::string controls;
  for (char letter = 0; letter < 0x20; ++letter) controls += letter;
  for (const std::string& name :
       {std::string(), std::string("\"quoted\" \\ back"), std::string("grüße \xF0\x9F\x8E\x88 漢字"),
        controls, std::string("a\0b", 3), std::string(100'000, 'x') + "\"" + std::string(17, '\x7f')}) {
    person.name = name;
    require_round_trip(person);
  }
}

TEST_CASE("numbers, bytes, instants and nested values come back") {
  Person person = ada();
  person.weight = 0.1;
  person.age = -32768;
  person.role = people::Role::Admin;
  person.active = true;
  person.extra.text = R"({"a": [1, 2.50, {"b": null}], "c": "x"})";
  person.homes = {{"Main \"1\"", "Paris"}, {"", ""}};
  for (int i = 0; i < 256; ++i)
    person.key.bytes[static_cast<std::size_t>(i) % 16] = static_cast<std::uint8_t>(i);
  for (int size = 0; size < 70; ++size) {
    person.photo.push_back(static_cast<std::byte>(size * 37));
    require_round_trip(person);
  }
  for (const std::int64_t micros :
       {std::int64_t{-1}, std::int64_t{-62'135'596'800'000'000}, std::int64_t{951'782'400'000'000},
        std::int64_t{253'402'300'800'000'000}, std::numeric_limits<std::int64_t>::max(),
        std::numeric_limits<std::int64_t>::min()}) {
    person.created_at = ochre::Timestamp(ochre::Duration(micros));
    require_round_trip(person);
  }
}

TEST_CASE("members may come in any order and with white space") {
  const auto parsed =
      from_json<people::Address>(" {\n \"city\" : \"P\\u0061ris\" , \"str\\u0065et\":\"Main\" }\n");
  REQUIRE(parsed);
  CHECK(*parsed.value == people::Address{"Main", "Paris"});
}

TEST_CASE("instants are read with any offset") {
  const auto when = [](std::string_view text) {
    Person person = ada();
    std::string json = to_json(person);
    const std::string old = "1970-01-01T00:00:01.000001Z";
    json.replace(json.find(old), old.size(), text);
    const auto parsed = from_json<Person>(json);
    return parsed ? std::optional(parsed.value->created_at.time_since_epoch().count()) : std::nullopt;
  };
  CHECK(when("2000-02-29T12:00:00Z") == 951'825'600'000'000);
  CHECK(when("2000-02-29T14:30:00+02:30") == 951'825'600'000'000);
  CHECK(when("2000-02-29t04:00:00.5-08:00") == 951'825'600'500'000);
  for (const char* wrong :
       {"2000-02-29", "2000-02-29T12:00:00", "1900-02-29T12:00:00Z", "2000-13-01T00:00:00Z",
        "2000-02-29T24:00:00Z", "2000-02-29T12:00:60Z", "2000-02-29T12:00:00.1234567Z",
        "2000-02-29T12:61:00.5Z", "2000-13-29T12:00:00.5Z", "2000-02-29T12:00:00.99999999999999999999999Z",
        "2000-02-29T12:00:00Zz", "2000-2-29T12:00:00Z", "", "2000-02-29T12:00:00.Z"}) {
    CAPTURE(wrong);
    CHECK(!when(wrong));
  }
}

TEST_CASE("arrays and lines carry many values") {
  const std::vector<people::Address> homes = {{"a", "b"}, {"c", "d"}, {"e", "f"}};
  const auto array = ochre::from_json_array<people::Address>(to_json(homes));
  REQUIRE(array);
  CHECK(*array.value == homes);

  std::string stream;
  for (const auto& home : homes) ochre::append_json_line(stream, home);
  stream += "\r\n  \n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, stream.size()}) {
    ochre::JsonLines lines;
    std::vector<people::Address> back;
    for (std::size_t at = 0; at < stream.size(); at += piece) {
      lines.feed(std::string_view(stream).substr(at, piece));
      while (auto line = lines.next_as<people::Address>()) back.push_back(std::move(*line).get());
    }
    CHECK(back == homes);
    CHECK(!lines.rest());
  }
}

TEST_CASE("the sign of zero stays, and nothing reads as infinity or NaN") {
  Person person = ada();
  person.weight = -0.0;
  const std::string json = to_json(person);
  CHECK_THAT(json, Catch::Matchers::Contains("\"weight\":-0,"));
  CHECK(std::signbit(from_json<Person>(json).get().weight));
  for (const char* text : {"1e400", "-1e400", "NaN", "Infinity", "-Infinity", "\"NaN\"", "null"}) {
    CAPTURE(text);
    std::string wrong = json;
    wrong.replace(wrong.find("-0,"), 2, text);
    CHECK(!from_json<Person>(wrong));
  }
  person.weight = -std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(to_json(person), ochre::ValidationFailed);
}

TEST_CASE("NaN has no JSON form") {
  Person person = ada();
  person.weight = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_WITH(to_json(person), Catch::Matchers::Contains("NaN"));
}

TEST_CASE("decimals and booleans in arrays come back exactly") {
  using Price = ochre::Decimal<12, 2>;
  const std::vector<Price> prices = {Price("0.10"), Price("-9999999999.99"), Price("3")};
  CHECK(to_json(prices) == R"(["0.10","-9999999999.99","3.00"])");
  CHECK(*ochre::from_json_array<Price>(to_json(prices)).value == prices);
  CHECK(*ochre::from_json_array<Price>("[0.10, -9999999999.99 , 3]").value == prices);
  for (const char* wrong : {"[0.001]", "[1e2]", "[\"1e2\"]", "[99999999999]", "[null]", "[\"\"]"})
    CHECK(!ochre::from_json_array<Price>(wrong));
  const std::vector<bool> bits = {true, false, true};
  CHECK(to_json(bits) == "[true,false,true]");
  CHECK(*from_json<std::vector<bool>>("[true,false,true]").value == bits);
}
