// A field of every kind goes into the database and comes back.
#include <catch2/catch.hpp>

#include "people.hpp"

using everything::persons;
using ochre::from;

TEST_CASE("every kind of value is read back as it was stored") {
  ochre::Database db = people::database();
  for (const everything::NewPerson& values : {people::full(), people::plain()}) {
    const everything::Person stored = db.insert(values);
    const std::optional<everything::Person> found = db.find(persons, stored.id);
    REQUIRE(found);
    CHECK(*found == stored);
    CHECK(found->price == everything::NewPerson(values).price.value_or(ochre::Decimal<10, 2>()));
    CHECK(found->total == values.total);
    CHECK(found->past == values.past);
    CHECK(found->work == values.work);
    CHECK(found->settings == values.settings);
    CHECK(found->scores == values.scores);
    db.erase(*found);
  }
}

TEST_CASE("computed fields are the database's, stored or not") {
  ochre::Database db = people::database();
  const everything::Person stored = db.insert(people::plain());
  CHECK(stored.letters == 3);
  CHECK(stored.shout == "ADA");
  CHECK(db.count(from(persons).where(persons.shout == "ADA" && persons.letters == 3)) == 1);
}

TEST_CASE("normalisers run before validation and before storing") {
  ochre::Database db = people::database();
  everything::NewPerson person = people::plain();
  person.email = "ADA@Example.COM";
  person.name = "  Ada \n";
  const everything::Person stored = db.insert(person);
  CHECK(stored.email == "ada@example.com");
  CHECK(stored.name == "Ada");
  CHECK(db.find(persons, stored.id) == stored);
}

TEST_CASE("an update checks the version and writes the new one back") {
  ochre::Database db = people::database();
  everything::Person person = db.insert(people::plain());
  CHECK(person.revision == 1);
  const everything::Person stale = person;
  person.work = person.home;
  person.tags = {"x"};
  db.update(person);
  CHECK(person.revision == 2);
  CHECK(db.find(persons, person.id) == person);
  everything::Person late = stale;
  CHECK_THROWS_AS(db.update(late), ochre::Conflict);
}

TEST_CASE("leaves of structs can be asked for") {
  ochre::Database db = people::database();
  db.insert(people::full());
  CHECK(db.count(from(persons).where(persons.home.city == "Paris")) == 1);
  CHECK(db.count(from(persons).where(persons.work.city == "Rome")) == 1);
  CHECK(db.count(from(persons).where(persons.work.place.latitude.is_null())) == 1);
}
