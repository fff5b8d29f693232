// Values that set() gives pass the normalisers and rules of their columns, as those of whole rows do.
#include <catch2/catch.hpp>

#include "ochre/functions.hpp"
#include "people.hpp"
#include "rules/models.hpp"
#include "rules/schema.hpp"

using everything::Person;
using everything::persons;
using ochre::from;
using people::fields_of;
using rules::samples;

namespace {

/// What is wrong with a write; nothing when it goes through.
template <class Write>
std::string refusal(Write&& write) {
  try {
    write();
  } catch (const ochre::ValidationFailed& failure) {
    return fields_of(failure.violations());
  }
  return "none";
}

}  // namespace

TEST_CASE("set() refuses what the rules of its columns refuse, all at once, and changes nothing") {
  ochre::Database db = people::database();
  const Person ada = db.insert(people::plain());
  const auto changes = from(persons)
                           .set(persons.email, "nobody")
                           .set(persons.name, std::string(81, 'x'))
                           .set(persons.weight, 0.0)
                           .set(persons.nick, "\xFF")
                           .set(persons.home.zip, "lower");
  const char* expected = "email email; name length; weight range; nick text; home.zip pattern; ";
  CHECK(refusal([&] { db.update(changes); }) == expected);
  CHECK(refusal([&] { static_cast<void>(db.update_returning(changes)); }) == expected);
  CHECK(*db.find(persons, ada.id) == ada);
}

TEST_CASE("on_conflict() refuses what the rules of its columns refuse") {
  ochre::Database db = people::database();
  const Person ada = db.insert(people::plain());
  const auto upsert = [&](const auto& column, const auto& value) {
    return refusal(
        [&] { db.upsert(persons, people::plain(), ochre::on_conflict(persons.email).set(column, value)); });
  };
  CHECK(upsert(persons.name, "") == "name length; ");
  CHECK(upsert(persons.email, "nobody") == "email email; ");
  CHECK(upsert(persons.work.place.latitude, 91) == "work.place.latitude range; ");
  CHECK(*db.find(persons, ada.id) == ada);
  CHECK(upsert(persons.name, " Ada L. ") == "none");
  CHECK(db.find(persons, ada.id)->name == "Ada L.");
}

TEST_CASE("set() normalises before it validates") {
  ochre::Database db = people::database();
  Person ada = db.insert(people::plain());
  const std::string name = " \t" + std::string(80, 'x') + "\n";
  REQUIRE(db.update(from(persons).set(persons.email, "ADA@X.ORG").set(persons.name, name)) == 1);
  ada = *db.find(persons, ada.id);
  CHECK(ada.email == "ada@x.org");
  CHECK(ada.name == std::string(80, 'x'));
  const auto rows =
      db.update_returning(from(persons).where(persons.name == ada.name).set(persons.name, " B "));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].name == "B");
  CHECK(rows[0].revision == ada.revision + 1);
}

TEST_CASE("what set() lets in, update() lets in as well") {
  ochre::Database db = people::database();
  Person ada = db.insert(people::full());
  REQUIRE(db.update(from(persons)
                        .set(persons.email, "Grace@Navy.mil")
                        .set(persons.nick, std::nullopt)
                        .set(persons.weight, std::optional<double>())
                        .set(persons.role, everything::Role::Reader)
                        .set(persons.total, ochre::Decimal<30, 10>("1.5"))
                        .set(persons.extra, ochre::Json{"[1]"})
                        .set(persons.home.zip, "1000")) == 1);
  ada = *db.find(persons, ada.id);
  CHECK(ada.email == "grace@navy.mil");
  CHECK(ada.home.zip == "1000");
  CHECK_NOTHROW(db.update(ada));
}

TEST_CASE("set() refuses what its column's type cannot hold") {
  ochre::Database db = people::database();
  const Person ada = db.insert(people::plain());
  const auto refused = [&](const auto& column, const auto& value) {
    return refusal([&] { db.update(from(persons).set(column, value)); });
  };
  CHECK(refused(persons.small, 32'768) == "small range; ");
  CHECK(refused(persons.small, -32'768) == "none");
  CHECK(refused(persons.middle, std::int64_t{1} << 31U) == "middle range; ");
  CHECK(refused(persons.ratio, 1e39) == "ratio range; ");
  CHECK(refused(persons.ratio, std::nan("")) == "ratio finite; ");
  CHECK(refused(persons.role, static_cast<everything::Role>(7)) == "role enum; ");
  CHECK(refused(persons.wakes, ochre::TimeOfDay{-1}) == "wakes range; ");
  CHECK(refused(persons.extra, ochre::Json{"{"}) == "extra json; ");
  CHECK(refused(persons.nick, std::string("a\0b", 3)) == "nick text; ");
  CHECK(db.find(persons, ada.id)->small == -32'768);
}

TEST_CASE("every kind of rule holds for set()") {
  ochre::Database db = rules::open("sqlite::memory:");
  db.create_missing();
  const auto refused = [&](const auto& column, const auto& value) {
    return refusal([&] { db.update(from(samples).set(column, value)); });
  };
  CHECK(refused(samples.middle, 8) == "middle multiple_of; ");
  CHECK(refused(samples.middle, -7) == "none");
  CHECK(refused(samples.cost, ochre::Decimal<10, 2>("1000.00")) == "cost range; ");
  CHECK(refused(samples.fee, ochre::Decimal<24, 4>("0.3")) == "fee multiple_of; ");
  CHECK(refused(samples.pick, 8) == "pick one_of; ");
  CHECK(refused(samples.title, "x") == "title one_of; ");
  CHECK(refused(samples.data, std::vector<std::byte>(4)) == "data size; ");
  CHECK(refused(samples.spent, ochre::Duration(3'600'000'000)) == "spent range; ");
  CHECK(refused(samples.link, "example.com") == "link url; ");
  CHECK(refused(samples.word, "xyz") == "word pattern; ");
  CHECK(refused(samples.word, "abcé") == "none");
  CHECK(refused(samples.home.point.x, 1001) == "home.point.x range; ");
  CHECK(refused(samples.home.point.label, "12345") == "home.point.label length; ");
  CHECK(refused(samples.spot.label, "12345") == "spot.label length; ");
}

TEST_CASE("an expression may not get past a rule that no database knows") {
  ochre::Database db = people::database();
  Person ada = db.insert(people::plain());
  const auto everyone = from(persons);
  CHECK_THROWS_AS(db.update(everyone.set(persons.email, persons.name)), ochre::Unsupported);
  CHECK_THROWS_AS(db.update(everyone.set(persons.email, ochre::lower(persons.email))), ochre::Unsupported);
  CHECK_THROWS_AS(db.update_returning(everyone.set(persons.name, persons.name + " ")), ochre::Unsupported);
  CHECK_THROWS_AS(db.update(everyone.set(persons.home.zip, persons.nick)), ochre::Unsupported);
  const auto of_another = ochre::on_conflict(persons.email).set(persons.name, ochre::excluded(persons.nick));
  CHECK_THROWS_AS(db.upsert(persons, people::plain(), of_another), ochre::Unsupported);
  CHECK(*db.find(persons, ada.id) == ada);

  everything::NewPerson renamed = people::plain();
  renamed.name = " Lady A. ";
  REQUIRE(db.upsert(persons, renamed, ochre::on_conflict(persons.email).update(persons.name)));
  CHECK(db.find(persons, ada.id)->name == "Lady A.");
  CHECK(db.update(everyone.set(persons.email, persons.email)) == 1);
}

TEST_CASE("values inside expressions are looked at where their column's rules can be") {
  ochre::Database db = people::database();
  const Person ada = db.insert(people::plain());
  const auto everyone = from(persons);
  const auto choice = [&](const char* name) {
    return ochre::case_when(persons.small < 0, name).otherwise(std::string("Other"));
  };
  CHECK(refusal([&] { db.update(everyone.set(persons.name, choice(""))); }) == "name length; ");
  CHECK(refusal([&] { db.update(everyone.set(persons.name, choice(" Countess "))); }) == "none");
  CHECK(db.find(persons, ada.id)->name == "Countess");
  CHECK(refusal([&] { db.update(everyone.set(persons.nick, persons.name + "\xFF")); }) == "nick text; ");
  const auto nested = everyone.select(persons.name + std::string("\0", 1)).value();
  CHECK(refusal([&] { db.update(everyone.set(persons.nick, nested)); }) == "nick text; ");
  CHECK(db.update(everyone.set(persons.nick, persons.name + "!")) == 1);
  CHECK(db.find(persons, ada.id)->nick == "Countess!");
  CHECK(db.update(everyone.set(persons.middle, persons.letters + 1)) == 1);
  CHECK_THROWS_AS(db.update(everyone.set(persons.weight, ochre::coalesce(persons.weight, 1.0) * 1000)),
                  ochre::CheckViolation);
}
