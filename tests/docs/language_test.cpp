// What docs/language.md says about its schemas.
#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "shop/models.hpp"

using namespace shop;
using ochre::from;

namespace {

ochre::Database open_shop() {
  ochre::Database db = shop::open("sqlite::memory:");
  db.create_missing();
  return db;
}

}  // namespace

TEST_CASE("docs: rules change text before they check it, and report all that is wrong") {
  ochre::Database db = open_shop();
  Account account = db.insert(NewAccount{.email = " Ada@Example.COM ", .country = "GB", .tags = {"a", "b"}});
  CHECK(account.email == "ada@example.com");
  CHECK(account.plan == "free");
  CHECK(account.shown == "gb");
  CHECK(account.revision == 1);
  CHECK(db.find(accounts, account.id) == account);

  const NewAccount wrong{.email = "nobody", .country = "Britain", .plan = "gold", .tags = {"a", "a"}};
  CHECK(validate(wrong).size() == 4);
  CHECK_THROWS_AS(db.insert(wrong), ochre::ValidationFailed);
}

TEST_CASE("docs: an update of an old version conflicts") {
  ochre::Database db = open_shop();
  Account account = db.insert(NewAccount{.email = "ada@example.com", .country = "GB"});
  Account old = account;
  account.balance = ochre::Decimal<12, 2>("12.50");
  db.update(account);
  CHECK(account.revision == 2);
  CHECK(db.find(accounts, account.id) == account);
  CHECK_THROWS_AS(db.update(old), ochre::Conflict);
}

TEST_CASE("docs: structs are columns, arrays one column") {
  ochre::Database db = open_shop();
  const Address home{.street = "1 Mill Lane", .city = "Ely"};
  const Customer customer =
      db.insert(NewCustomer{.home = home, .phones = {"1", "2"}, .previous = {home, home}});
  CHECK_FALSE(customer.work);
  CHECK(db.one(from(customers).where(customers.home.city == "Ely")) == customer);
}

TEST_CASE("docs: keys of several parts, stored names of enums, tables with another name") {
  ochre::Database db = open_shop();
  db.insert(NewSeat{.row = 3, .number = 14});
  CHECK(db.find(seats, 3, 14));
  CHECK(to_string(State::InReview) == "review");
  CHECK(db.find(pages, db.insert(NewPage{.state = State::InReview}).id)->state == State::InReview);
  CHECK(db.count(room_bookings) == 0);
}

TEST_CASE("docs: a computed copy of a column that is text is ordered by its index") {
  ochre::Database db = open_shop();
  const Visit visit = db.insert(NewVisit{.paid = ochre::Decimal<10, 2>("2.50")});
  CHECK(visit.sorted == visit.arrived);
  CHECK_THAT(db.explain(from(visits).order_by(visits.sorted)),
             Catch::Contains("visits_sorted_idx") && !Catch::Contains("TEMP B-TREE"));
}

TEST_CASE("docs: what happens to the rows that refer to one that goes") {
  ochre::Database db = open_shop();
  const Team team = db.insert(NewTeam{.name = "Red"});
  const Member mentor = db.insert(NewMember{.team_id = team.id});
  const Member member = db.insert(NewMember{.team_id = team.id, .mentor_id = mentor.id});
  db.erase(mentor);
  CHECK_FALSE(db.find(members, member.id)->mentor_id);
  db.erase(team);
  CHECK(db.count(members) == 0);
}

TEST_CASE("docs: a check that is unknown passes") {
  ochre::Database db = open_shop();
  db.insert(NewContact{.kind = Kind::Person, .name = "Ada"});
  CHECK_THROWS_AS(db.insert(NewContact{.kind = Kind::Company, .name = "Acme"}), ochre::ValidationFailed);
}

TEST_CASE("docs: a model's own order is that of queries that give none") {
  ochre::Database db = open_shop();
  const ochre::Date may{std::chrono::year{2020} / 5 / 1};
  const auto book = [&](std::int32_t room, int day) {
    db.insert(NewBooking{.room = room,
                         .guest = "Ada",
                         .from = may + std::chrono::days(day),
                         .until = may + std::chrono::days(30)});
  };
  book(2, 9);
  book(1, 9);
  book(3, 1);
  std::vector<std::int32_t> rooms;
  for (const Booking& booking : db.all(room_bookings)) rooms.push_back(booking.room);
  CHECK(rooms == std::vector<std::int32_t>{3, 1, 2});
}
