// Every type makes the way into the database and back unchanged.
#include <catch2/catch.hpp>
#include <limits>

#include "types/json.hpp"
#include "types/models.hpp"

namespace {

using types::Colour;
using types::NewEverything;
using types::Point;

NewEverything required_only() {
  return {.middle = 1,
          .short_ = "abc",
          .raw = std::vector<std::byte>{},
          .few = std::vector<std::byte>{std::byte{0}, std::byte{255}},
          .local = ochre::DateTime(ochre::Duration(-1)),
          .payload = ochre::Json{"{\"a\":[1,2]}"},
          .shape = Point{.x = -1, .y = 2}};
}

ochre::Database opened() {
  ochre::Database db = types::open("sqlite::memory:");
  db.create_missing();
  return db;
}

}  // namespace

TEST_CASE("defaults reach the row, the database and JSON alike") {
  ochre::Database db = opened();
  const types::Everything made = db.insert(required_only());
  CHECK(made.flag);
  CHECK(made.small == -7);
  CHECK(made.large == std::numeric_limits<std::int64_t>::min());
  CHECK(made.single == 0.1F);
  CHECK(made.double_ == 2.0);
  CHECK(to_string(made.price) == "-0.05");
  CHECK(to_string(made.huge) == "12.5000");
  CHECK(made.text == "it's ü");
  CHECK(to_string(made.fixed) == "00112233-4455-6677-8899-aabbccddeeff");
  CHECK(made.day == std::chrono::year(2024) / 2 / 29);
  CHECK(to_string(made.clock) == "23:59:59.999999");
  CHECK(made.span == std::chrono::minutes(90));
  CHECK(made.colour == Colour::Green);
  CHECK(made.numbers.empty());
  CHECK_FALSE(made.maybe_numbers.has_value());
  CHECK(db.find(types::everythings, made.id) == made);
  const auto again = ochre::from_json<types::Everything>(ochre::to_json(made));
  REQUIRE(again);
  CHECK(*again.value == made);
}

TEST_CASE("extremes and optionals survive") {
  ochre::Database db = opened();
  NewEverything fields = required_only();
  fields.small = std::numeric_limits<std::int16_t>::min();
  fields.middle = std::numeric_limits<std::int32_t>::max();
  fields.large = std::numeric_limits<std::int64_t>::max();
  fields.single = std::numeric_limits<float>::denorm_min();
  fields.double_ = -std::numeric_limits<double>::infinity();
  fields.price = ochre::Decimal<10, 2>("-99999999.99");
  fields.huge = ochre::Decimal<30, 4>("99999999999999999999999999.9999");
  fields.text = "";
  fields.short_ = "\xF0\x9F\x8E\x88\xF0\x9F\x8E\x88\xE6\xBC\xA2";  // three characters
  fields.raw = std::vector<std::byte>(100'000, std::byte{7});
  fields.day = std::chrono::sys_days(std::chrono::year(1) / 1 / 1);
  fields.moment = ochre::Timestamp(ochre::Duration(std::numeric_limits<std::int64_t>::min()));
  fields.span = ochre::Duration(std::numeric_limits<std::int64_t>::max());
  fields.numbers = {std::numeric_limits<std::int64_t>::min(), 0, std::numeric_limits<std::int64_t>::max()};
  fields.points = {Point{.x = 1, .y = 2}, Point{.x = -3, .y = 4}};
  fields.colours = std::vector<Colour>{Colour::Blue, Colour::Green};
  fields.maybe_flag = false;
  fields.maybe_price = ochre::Decimal<10, 2>("0");
  fields.maybe_huge = ochre::Decimal<30, 4>("-0.0001");
  fields.maybe_short = "";
  fields.maybe_token = ochre::Uuid{};
  fields.maybe_clock = ochre::TimeOfDay{};
  fields.maybe_payload = ochre::Json{"null"};
  fields.maybe_shape = Point{};
  fields.maybe_colour = Colour::Blue;
  fields.maybe_numbers = std::vector<std::int64_t>{};
  const types::Everything made = db.insert(fields);
  const auto found = db.find(types::everythings, made.id);
  REQUIRE(found);
  CHECK(*found == made);
  CHECK(found->numbers == fields.numbers);
  CHECK(found->maybe_numbers == std::vector<std::int64_t>{});
  CHECK(found->maybe_short == "");
}

TEST_CASE("what no database would keep is refused with all that is wrong") {
  ochre::Database db = opened();
  NewEverything fields = required_only();
  fields.text = std::string("a\0b", 3);
  fields.short_ = "four";
  fields.double_ = std::numeric_limits<double>::quiet_NaN();
  fields.colour = static_cast<Colour>(9);
  fields.few = std::vector<std::byte>(3);
  const ochre::Violations found = validate(fields);
  std::vector<std::string> seen;
  for (const ochre::Violation& violation : found) seen.push_back(violation.field + " " + violation.rule);
  CHECK(seen ==
        std::vector<std::string>{"double finite", "text text", "short length", "few size", "colour enum"});
  CHECK_THROWS_AS(db.insert(fields), ochre::ValidationFailed);
  CHECK(db.count(ochre::from(types::everythings)) == 0);
}

TEST_CASE("an update writes every kind of column") {
  ochre::Database db = opened();
  types::Everything row = db.insert(required_only());
  row.numbers = {1, 2};
  row.shape = Point{.x = 9, .y = 9};
  row.maybe_colour = Colour::Red;
  row.price = ochre::Decimal<10, 2>("1.5");
  db.update(row);
  CHECK(db.find(types::everythings, row.id) == row);
}
