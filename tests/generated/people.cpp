#include "people.hpp"

#include <limits>

namespace people {

ochre::Database database() {
  ochre::Database db = everything::open("sqlite::memory:");
  db.create_missing();
  return db;
}

everything::NewPerson plain() {
  return {.email = "ada@example.com",
          .name = "Ada",
          .home = everything::Address{.street = "Main 1", .city = "Paris"}};
}

everything::NewPerson full() {
  const everything::Place place{.latitude = -90, .longitude = 179.999999999};
  everything::NewPerson person = plain();
  person.id = std::numeric_limits<std::int64_t>::max();
  person.name = "Grüße \xF0\x9F\x8E\x88";
  person.nick = "";
  person.role = everything::Role::Admin;
  person.small = std::int16_t{-32768};
  person.middle = std::numeric_limits<std::int32_t>::max();
  person.weight = 0.1;
  person.ratio = 0.1F;
  person.price = ochre::Decimal<10, 2>("-99999999.99");
  person.total = ochre::Decimal<30, 10>("12345678901234567890.0123456789");
  person.active = false;
  person.photo = std::vector<std::byte>{std::byte{0}, std::byte{255}, std::byte{0}};
  person.born = std::chrono::sys_days(std::chrono::year(1815) / 12 / 10);
  person.wakes = ochre::TimeOfDay::of(23, 59, 59, 999'999);
  person.seen = ochre::Timestamp(ochre::Duration(-1));
  person.local = ochre::DateTime(ochre::Duration(86'400'000'001));
  person.spent = ochre::Duration(-5);
  person.extra = ochre::Json{R"({"a":[1,2.50,null]})"};
  person.home = everything::Address{.street = "Main 1", .city = "Paris", .zip = "75 001", .place = place};
  person.work = everything::Address{.street = "Side 2", .city = "Rome"};
  person.past = {{.street = "Old \"3\"", .city = "Oslo", .place = place}, {.street = "Older", .city = ""}};
  person.settings = place;
  person.tags = {"one", "zwei", "\xE4\xB8\x89"};
  person.flags = {true, false, true};
  person.scores = std::vector<std::int32_t>{-1, 0, 1};
  return person;
}

std::string fields_of(const ochre::Violations& violations) {
  std::string out;
  for (const ochre::Violation& violation : violations) out += violation.field + " " + violation.rule + "; ";
  return out;
}

}  // namespace people
