// What reading refuses, and that it says all of it at once.
#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "person.hpp"

using ochre::from_json;
using people::Address;
using people::Person;

namespace {

std::string complaints(const ochre::Violations& violations) {
  std::string out;
  for (const ochre::Violation& violation : violations) out += violation.field + " " + violation.rule + "; ";
  return out;
}

template <class T>
std::string refused(std::string_view text) {
  const auto parsed = from_json<T>(text);
  CHECK(!parsed);
  return complaints(parsed.violations);
}

}  // namespace

TEST_CASE("unknown, repeated and missing members are reported together") {
  CHECK(refused<Address>(R"({"street": "a", "zip/~code": {"deep": [1]}, "street": "b"})") ==
        "/zip~1~0code unknown; /street repeated; /city required; ");
  CHECK(refused<Address>("{}") == "/street required; /city required; ");
}

TEST_CASE("wrong types are reported with their pointers") {
  const std::string_view text =
      R"({"id": "7", "name": 8, "age": 40000, "role": "root", "weight": "heavy", "active": 1,
    "key": "zz", "created_at": "yesterday", "photo": "***", "extra": {}, "homes": [{"street": 1, "city": "x"}, 3]})";
  CHECK(
      refused<Person>(text) ==
      "/id type; /name type; /age type; /role enum; /weight type; /active type; /key type; /created_at type; "
      "/photo type; /homes/0/street type; /homes/1 type; ");
}

TEST_CASE("a number must fit exactly") {
  for (const char* id : {"1.5", "1e3", "9223372036854775808", "-9223372036854775809", "01", "true", "null"}) {
    CAPTURE(id);
    const auto parsed = from_json<Person>(std::string(R"({"id": )") + id + "}");
    CHECK(!parsed);
    CHECK_THAT(complaints(parsed.violations),
               Catch::Matchers::Contains("/id type") || Catch::Matchers::Contains("json"));
  }
}

TEST_CASE("text that is no JSON is one complaint") {
  for (const char* text : {"", " ", "{", "{\"street\"", "{\"street\":\"a\",}",
                           "{\"street\":\"a\" \"city\":\"b\"}", "{\"street\":\"a\",\"city\":\"b\"} x",
                           "{\"street\":\"a\",\"city\":\"b\"}{}", "{\"street\":\"\xFF\",\"city\":\"b\"}",
                           "{\"street\":\"\\q\",\"city\":\"b\"}", "{\"street\":\"a\nb\",\"city\":\"b\"}",
                           "{'street':'a','city':'b'}", "{\"street\":\"a\"; \"city\":\"b\"}"}) {
    CAPTURE(text);
    const auto parsed = from_json<Address>(text);
    CHECK(!parsed);
    CHECK_THAT(complaints(parsed.violations), Catch::Matchers::Contains("json"));
  }
}

TEST_CASE("scalars and arrays are no models") {
  for (const char* text : {"}", "[", "nul", "{\"street\": nul}", "\"x\""}) CHECK(!from_json<Address>(text));
  CHECK(refused<Address>("7") == " type; ");
  CHECK(refused<Address>("[]") == " type; ");
  CHECK(refused<std::vector<Address>>("{}") == " type; ");
}

TEST_CASE("elements of arrays have their index in the pointer") {
  const auto parsed =
      ochre::from_json_array<Address>(R"([{"street":"a","city":"b"},{"street":"a"},{"city":null}])");
  CHECK(complaints(parsed.violations) == "/1/city required; /2/city type; /2/street required; ");
}

TEST_CASE("a document of nothing but mistakes ends after a thousand") {
  std::string zeros = "[";
  for (int i = 0; i < 100'000; ++i) zeros += "0,";
  const auto parsed = ochre::from_json_array<Person>(zeros + "0]");
  REQUIRE(parsed.violations.size() == 1'001);
  CHECK(parsed.violations[999].field == "/999");
  CHECK_THAT(parsed.violations.back().message, Catch::Matchers::Contains("more mistakes"));
}

TEST_CASE("unknown members can be ignored on request") {
  const auto parsed = from_json<Address>(R"({"x": [1, {"y": 2}], "street": "a", "z": "w", "city": "b"})",
                                         {.ignore_unknown = true});
  REQUIRE(parsed);
  CHECK(*parsed.value == Address{"a", "b"});
}

TEST_CASE("an ignored member must be JSON, whatever it holds") {
  const auto read = [](const std::string& value) {
    return from_json<Address>(R"({"street": "a", "x": )" + value + R"(, "city": "b"})",
                              {.ignore_unknown = true});
  };
  for (const char* value : {"null", "-0.5e+10", "\"\\u0000 \\ud800\"", "[[], {}, [true, {\"y\": [1]}]]",
                            " { \"y\" : \"\\\"]\" } ", "123456789012345678901234567890"}) {
    CAPTURE(value);
    CHECK(read(value).get() == Address{"a", "b"});
  }
  for (const char* value :
       {"tru", "01", "1.", "+1", "'x'", "[1,]", "[1 2]", "[1}", "{\"y\"}", "{\"y\":}", "{y:1}", "[tru]",
        "[-]", "\"\\x\"", "[\"\\u12\"]", "", "1 2", "[1]]", "{\"a\":1,}"}) {
    CAPTURE(value);
    CHECK_THAT(complaints(read(value).violations), Catch::Matchers::Contains("json"));
  }
  CHECK(complaints(read("[tru]").violations) == "/x json; ");
}

TEST_CASE("a JSON member must itself be valid") {
  const auto parsed = from_json<Person>(R"({"extra": {"a": tru}})");
  CHECK_THAT(complaints(parsed.violations), Catch::Matchers::Contains("json"));
}

TEST_CASE("half a surrogate pair is no text") {
  for (const char* half : {"\\ud800", "\\udc00", "\\ud800\\ud800", "x\\udfffy", "\\ud800x"}) {
    CAPTURE(half);
    CHECK_THAT(refused<Address>(std::string(R"({"city": "b", "street": ")") + half + "\"}"),
               Catch::Matchers::Contains("json"));
    CHECK(!from_json<Person>(std::string(R"({"extra": [")") + half + "\"]}"));
  }
  CHECK(from_json<Address>(R"({"city": "b", "street": "\ud83c\udf88"})").get().street == "\xF0\x9F\x8E\x88");
}

TEST_CASE("a JSON member that is no document is not written") {
  Person person;
  for (const char* text : {"", "1,\"role\":\"admin\"", "{", "[] []", "\"\\ud800\""}) {
    person.extra.text = text;
    CHECK_THROWS_AS(ochre::to_json(person), ochre::ValidationFailed);
  }
}

TEST_CASE("get throws with everything that was wrong") {
  CHECK_THROWS_AS(from_json<Address>("{}").get(), ochre::ValidationFailed);
  CHECK_THROWS_WITH(from_json<Address>("{}").get(), Catch::Matchers::Contains("missing"));
}

TEST_CASE("deep nesting ends in a complaint") {
  const std::string deep = R"({"extra": )" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  CHECK(!from_json<Person>(deep));
}
