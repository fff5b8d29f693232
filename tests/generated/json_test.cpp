// Generated JSON codecs.
#include <catch2/catch.hpp>

#include "everything/json.hpp"
#include "people.hpp"

using everything::NewPerson;
using everything::Person;

TEST_CASE("a stored model comes back from its JSON") {
  ochre::Database db = people::database();
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

TEST_CASE("what an insert takes comes back from its JSON") {
  for (const NewPerson& values : {people::full(), people::plain()}) {
    const std::string text = ochre::to_json(values);
    CAPTURE(text);
    const auto back = ochre::from_json<NewPerson>(text);
    CAPTURE(to_string(back.violations));
    REQUIRE(back);
    CHECK(*back.value == values);
    CHECK(ochre::to_json(*back.value) == text);
  }
  CHECK(people::full() != people::plain());
}

TEST_CASE("of an insert, what is left to its default is left out, and absence is null") {
  CHECK(ochre::to_json(people::plain()) ==
        R"({"email":"ada@example.com","name":"Ada","nickName":null,"middle":null,"weight":null,"total":null,)"
        R"("photo":null,"born":null,"wakes":null,"local":null,"extra":null,)"
        R"("home":{"street":"Main 1","city":"Paris","zip":null,"place":null},)"
        R"("work":null,"past":[],"settings":null,"tags":[],"flags":[],"scores":null})");
}

TEST_CASE("unset and NULL are different in JSON, too") {
  everything::NewNote unset;
  CHECK(ochre::to_json(unset) == "{}");
  everything::NewNote absent{.text = std::nullopt};
  CHECK(ochre::to_json(absent) == R"({"text":null})");
  CHECK(unset != absent);
  CHECK(ochre::from_json<everything::NewNote>("{}").get() == unset);
  CHECK(ochre::from_json<everything::NewNote>(R"({"text":null})").get() == absent);
  CHECK(ochre::from_json<everything::NewNote>(R"({"text":"none"})").get() != unset);
}

TEST_CASE("arrays and lines of inserts come back") {
  const std::vector<NewPerson> values = {people::plain(), people::full(), people::plain()};
  const std::string text = ochre::to_json(values);
  CAPTURE(text);
  const auto back = ochre::from_json_array<NewPerson>(text);
  CAPTURE(to_string(back.violations));
  REQUIRE(back);
  CHECK(*back.value == values);

  std::string stream;
  for (const NewPerson& value : values) ochre::append_json_line(stream, value);
  ochre::JsonLines lines;
  lines.feed(stream);
  std::vector<NewPerson> read;
  while (auto line = lines.next_as<NewPerson>()) read.push_back(std::move(*line).get());
  CHECK(read == values);
}

TEST_CASE("an array of inserts says which element is wrong") {
  const auto back =
      ochre::from_json_array<NewPerson>(R"([{"email": "a@b", "home": {"street": "s", "city": "c"}}])");
  REQUIRE(back.violations.size() == 1);
  CHECK(back.violations.front().field == "/0/name");
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
