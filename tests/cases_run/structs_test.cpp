// Structs as columns: present, absent, nested, in arrays and as JSON.
#include <catch2/catch.hpp>

#include "structs/models.hpp"

namespace {

using structs::Address;
using structs::Geo;
using structs::Money;
using structs::NewShop;

ochre::Database opened() {
  ochre::Database db = structs::open("sqlite::memory:");
  db.create_missing();
  return db;
}

Address address(const std::string& street) { return {.street = street, .zip = "123", .note = {}, .geo = {}}; }

NewShop shop(const std::string& street) {
  return {.address = address(street),
          .till = Money{.amount = ochre::Decimal<12, 2>("10"), .currency = "EUR"}};
}

}  // namespace

TEST_CASE("absent structs stay absent, present ones keep every leaf") {
  ochre::Database db = opened();
  const structs::Shop plain = db.insert(shop("Main Street"));
  CHECK(db.find(structs::shops, plain.id) == plain);
  CHECK_FALSE(plain.branch.has_value());

  NewShop full = shop("High Street");
  full.branch =
      Address{.street = "b", .zip = "9", .note = "n", .geo = Geo{.lat = 1.5, .lon = -2, .label = {}}};
  full.safe = Money{.amount = ochre::Decimal<12, 2>("0"), .currency = ""};
  full.places = {Geo{.lat = 0, .lon = 0, .label = "null island"}, Geo{.lat = 1, .lon = 2, .label = {}}};
  full.history = address("old");
  const structs::Shop made = db.insert(full);
  const auto found = db.find(structs::shops, made.id);
  REQUIRE(found);
  CHECK(*found == made);
  CHECK(found->branch->geo->lon == -2);
  CHECK(found->places.size() == 2);
}

TEST_CASE("leaves are columns of their own") {
  ochre::Database db = opened();
  NewShop near = shop("Near");
  near.branch = address("branch");
  near.branch->zip = "777";
  db.insert(near);
  db.insert(shop("Far"));
  using structs::shops;
  CHECK(db.count(ochre::from(shops).where(shops.address.street == "Far")) == 1);
  CHECK(db.count(ochre::from(shops).where(shops.branch.zip == "777")) == 1);
  CHECK(db.count(ochre::from(shops).where(shops.branch.geo.lat > 0.0)) == 0);
  CHECK_THROWS_AS(db.insert(shop("Near")), ochre::UniqueViolation);
}

TEST_CASE("rules reach into structs and say where") {
  NewShop bad = shop("");
  bad.branch = Address{.street = "b", .zip = "123", .note = {}, .geo = Geo{.lat = 91, .lon = 0, .label = {}}};
  bad.places = {Geo{}, Geo{.lat = 0, .lon = 200, .label = {}}};
  bad.till = Money{.amount = ochre::Decimal<12, 2>("-1"), .currency = "EUR"};
  std::vector<std::string> seen;
  for (const ochre::Violation& violation : validate(bad))
    seen.push_back(violation.field + " " + violation.rule);
  CHECK(seen == std::vector<std::string>{"address.street length", "branch.geo.lat range",
                                         "places[1].lon range", " rich", " branched"});
}
