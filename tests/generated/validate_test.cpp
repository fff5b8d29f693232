// Everything that is wrong with a value, at once, before any database sees it.
#include <catch2/catch.hpp>
#include <span>

#include "ochre/validate_all.hpp"
#include "people.hpp"
#include "rules/models.hpp"

using people::fields_of;

TEST_CASE("a valid value has no violations") {
  CHECK(fields_of(everything::validate(people::plain())).empty());
  CHECK(fields_of(everything::validate(people::full())).empty());
}

TEST_CASE("every violation is reported with its path") {
  everything::NewPerson person = people::full();
  person.email = "ada at example.com";
  person.name = "";
  person.weight = 0.0;
  person.home =
      everything::Address{.street = "", .city = "Paris", .zip = "lower", .place = everything::Place{91, 0}};
  person.work->place = everything::Place{0, -181};
  person.past[1].zip = "1234567890123";
  person.tags = {"", "same", "same", "12345678901", "x", "y"};
  person.middle = 17;
  CHECK(fields_of(everything::validate(person)) ==
        "email email; name length; weight range; home.street length; home.zip pattern; home.place.latitude "
        "range; "
        "work.place.longitude range; past[1].zip length; tags items; tags unique_items; tags[0] length; "
        "tags[3] length;  adult; ");
}

TEST_CASE("insert and update refuse what does not validate, and store nothing") {
  ochre::Database db = people::database();
  everything::NewPerson wrong = people::plain();
  wrong.email = "nobody";
  wrong.name = std::string(81, 'x');
  try {
    db.insert(wrong);
    FAIL("the insert went through");
  } catch (const ochre::ValidationFailed& failure) {
    CHECK(fields_of(failure.violations()) == "email email; name length; ");
  }
  everything::Person person = db.insert(people::plain());
  person.email = "nobody";
  CHECK_THROWS_AS(db.update(person), ochre::ValidationFailed);
  CHECK(db.find(everything::persons, person.id)->email == "ada@example.com");
  CHECK(db.count(ochre::from(everything::persons)) == 1);
}

TEST_CASE("a violation carries limit and value") {
  everything::NewPerson person = people::plain();
  person.name = std::string(81, 'x');
  const ochre::Violations found = everything::validate(person);
  REQUIRE(found.size() == 1);
  CHECK(found[0].limit == "1..80");
  CHECK(found[0].value == "81");
  CHECK(found[0].message == "must have 1..80 characters, is 81");
}

TEST_CASE("what is no text has no length, and is no address either") {
  rules::Sample row;
  row.title = "";
  row.tags = {"abc"};
  row.name = "\xFF";                          // a length rule
  row.mail = std::string_view("a\0@b.c", 6);  // an address and nothing else
  std::string found = fields_of(rules::validate(row));
  for (const char* expected : {"name text; ", "mail text; ", "mail email; "}) {
    CAPTURE(found);
    const std::size_t at = found.find(expected);
    REQUIRE(at != std::string::npos);
    found.erase(at, std::string_view(expected).size());
  }
  CHECK(found.find("name length") == std::string::npos);
}

TEST_CASE("a batch is validated in order, by one thread or several") {
  std::vector<everything::NewPerson> batch(10'000, people::plain());
  for (const std::size_t wrong :
       {std::size_t{0}, std::size_t{4'999}, std::size_t{5'000}, std::size_t{9'999}}) {
    batch[wrong].name = "";
    batch[wrong].tags = {""};
  }
  for (const unsigned threads : {1U, 2U, 7U, 0U}) {
    const ochre::InvalidRows found = ochre::validate_all(batch, threads);
    REQUIRE(found.size() == 4);
    CHECK(found[0].index == 0);
    CHECK(found[1].index == 4'999);
    CHECK(found[2].index == 5'000);
    CHECK(found[3].index == 9'999);
    CHECK(fields_of(found[3].violations) == "name length; tags[0] length; ");
  }
  CHECK(ochre::validate_all(std::span<const everything::NewPerson>(), 4).empty());
  CHECK(ochre::validate_all(std::vector<everything::Person>(3)).size() == 3);
}
