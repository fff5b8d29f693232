// Generated JSON codecs.
#include <catch2/catch.hpp>

#include "everything/json.hpp"
#include "everything/schema.hpp"
#include "people.hpp"

using everything::NewPerson;
using everything::Person;

TEST_CASE("a stored model comes back from its JSON") {
  ochre::Database db = everything::open("sqlite::memory:");
  db.create_missing();
  for (const NewPerson& values : {people::full(), people::plain()}) {
    const Person person = db.insert(values);
    const std::string text = ochre::to_json(person);
    CAPTURE(text);
    const auto back = ochre::from_json<Person>(text);
    CAPTURE(to_string(back.violations));
    REQUIRE(back);
    CHECK(*back.value == person);
    db.erase(person);
  }
}

TEST_CASE("members have the names the schema gives them") {
  const std::string text = ochre::to_json(Person{});
  CHECK_THAT(text, Catch::Matchers::Contains(R"("nickName":null)") &&
                       Catch::Matchers::Contains(R"("price":"0.00")"));
  CHECK_THAT(text, !Catch::Matchers::Contains("\"nick\""));
}

TEST_CASE("an insert needs only what has no default") {
  const auto person = ochre::from_json<NewPerson>(
      R"({"email": "a@b", "name": "A", "home": {"street": "s", "city": "c"}, "role": "administrator", "total": 1.5})");
  CAPTURE(to_string(person.violations));
  REQUIRE(person);
  CHECK(person.value->email.value() == "a@b");
  CHECK(person.value->role.value() == everything::Role::Admin);
  CHECK(person.value->total == ochre::Decimal<30, 10>("1.5"));
  CHECK(!person.value->price.has_value());
}

TEST_CASE("what an insert may not have is unknown to it") {
  const auto person = ochre::from_json<NewPerson>(
      R"({"email": 1, "home": {"street": "s", "town": "c"}, "revision": 1, "changed": "2000-01-01T00:00:00Z", "letters": 1})");
  std::string found;
  for (const ochre::Violation& violation : person.violations)
    found += violation.field + " " + violation.rule + "; ";
  CHECK(found ==
        "/email type; /home/town unknown; /home/city required; /revision unknown; /changed unknown; /letters "
        "unknown; "
        "/name required; ");
}
